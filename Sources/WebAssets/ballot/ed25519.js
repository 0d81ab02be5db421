import { toInteger } from "./bytes.js";
import { sha512 } from "./hash.js";
import { inverse, mod, power } from "./modular.js";

/*
 * Ed25519 verification (RFC 8032 section 5.1.7, without the cofactor), for the one signature of the log key over the
 * seal. Written out since WebCrypto has it only in newer browsers than members' phones have; nothing in it is secret.
 */

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = mod(-121665n * inverse(121666n, P), P);
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n, P);
const BASE = point(
  15112221349535400772501151409588531511454012693041857206046113283949847762202n,
  46316835694926478169428394003475163141307993866256225615783033603165251855960n,
);

/**
 * @param {Uint8Array} publicKey 32 bytes @param {Uint8Array} signature 64 bytes @param {Uint8Array} message
 * @returns {Promise<boolean>}
 */
export async function isSignedEd25519(publicKey, signature, message) {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const key = decoded(publicKey);
  const s = littleEndian(signature.subarray(32));
  if (key === null || s >= L) return false;
  const r = signature.subarray(0, 32);
  const k = littleEndian(await sha512(r, publicKey, message)) % L;
  return encodes(r, add(times(s, BASE), times(k, negated(key))));
}

/* Points {x, y, z, t} are extended: (x/z, y/z), t = xy/z (RFC 8032 section 5.1.4). */

function point(x, y) {
  return { x, y, z: 1n, t: (x * y) % P };
}

function add(one, other) {
  const a = (one.y - one.x) * (other.y - other.x);
  const b = (one.y + one.x) * (other.y + other.x);
  const c = ((2n * one.t * other.t) % P) * D;
  const d = 2n * one.z * other.z;
  const [e, f, g, h] = [b - a, d - c, d + c, b + a].map((value) => mod(value, P));
  return { x: (e * f) % P, y: (g * h) % P, z: (f * g) % P, t: (e * h) % P };
}

function times(scalar, base) {
  let sum = point(0n, 1n);
  for (const bit of scalar.toString(2)) {
    sum = add(sum, sum);
    if (bit === "1") sum = add(sum, base);
  }
  return sum;
}

const negated = ({ x, y, z, t }) => ({ x: mod(-x, P), y, z, t: mod(-t, P) });

/** Section 5.1.3; null unless the bytes are a point. */
function decoded(bytes) {
  const value = littleEndian(bytes);
  const y = value & (2n ** 255n - 1n);
  const isOdd = value >> 255n;
  if (y >= P) return null;
  const x = squareRoot(mod(y * y - 1n, P), mod(D * y * y + 1n, P));
  if (x === null || (x === 0n && isOdd)) return null;
  return point((x & 1n) === isOdd ? x : P - x, y);
}

/** √(u/v), or null. */
function squareRoot(u, v) {
  const x = (u * power(v, 3n, P) * power(u * power(v, 7n, P), (P - 5n) / 8n, P)) % P;
  const check = (v * x * x) % P;
  if (check === u) return x;
  return check === mod(-u, P) ? (x * ROOT_OF_MINUS_ONE) % P : null;
}

/** Compares spellings, as the RFC does: R is not decoded. */
function encodes(bytes, { x, y, z }) {
  const w = inverse(z, P);
  return littleEndian(bytes) === (((y * w) % P) | ((((x * w) % P) & 1n) << 255n));
}

const littleEndian = (bytes) => toInteger(Uint8Array.from(bytes).reverse());
