import { fromInteger, toInteger } from "./bytes.js";
import { inverse, mod } from "./modular.js";

/*
 * The two things about P-256 (SEC 2 section 2.4.2) that WebCrypto does not offer: whether bytes are a point, and which
 * point belongs to a scalar. It signs, verifies and agrees on keys; see keys.js and hpke.js.
 */

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
const G = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
};

/** The order n of the group. */
export const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Whether bytes are an uncompressed point on the curve: 04 || x || y. The hybrid forms 06 and 07 would be a second
 * name for it.
 * @param {Uint8Array} bytes
 */
export function isPoint(bytes) {
  if (bytes.length !== 65 || bytes[0] !== 0x04) return false;
  const [x, y] = [toInteger(bytes.subarray(1, 33)), toInteger(bytes.subarray(33))];
  return x < P && y < P && mod(y * y - (x * x - 3n) * x - B, P) === 0n;
}

/** Whether bytes are an integer from 1 to n − 1. @param {Uint8Array} bytes */
export function isScalar(bytes) {
  if (bytes.length !== 32) return false;
  const value = toInteger(bytes);
  return value > 0n && value < ORDER;
}

/** scalar·G, by doubling and adding. @param {Uint8Array} scalar from 1 to n − 1 @returns {Uint8Array} 65 bytes */
export function publicPoint(scalar) {
  if (!isScalar(scalar)) throw new RangeError("a P-256 scalar of 32 bytes");
  let sum = null;
  for (const bit of toInteger(scalar).toString(2)) {
    sum = sum && double(sum);
    if (bit === "1") sum = sum ? addG(sum) : { ...G, z: 1n };
  }
  return encoded(sum);
}

/* Points {x, y, z} are Jacobian: (x/z², y/z³). Formulas dbl-2001-b and madd of the Explicit-Formulas Database. */

function double({ x, y, z }) {
  const [delta, gamma] = [(z * z) % P, (y * y) % P];
  const beta = (x * gamma) % P;
  const alpha = (3n * (x - delta) * (x + delta)) % P;
  const x3 = mod(alpha * alpha - 8n * beta, P);
  const y3 = mod(alpha * (4n * beta - x3) - 8n * gamma * gamma, P);
  return { x: x3, y: y3, z: mod((y + z) * (y + z) - gamma - delta, P) };
}

/** The sum with G. While doubling and adding, no partial sum is G or −G before it is added. */
function addG({ x, y, z }) {
  const z2 = (z * z) % P;
  const h = mod(G.x * z2 - x, P);
  const r = mod(G.y * z2 * z - y, P);
  const h2 = (h * h) % P;
  const v = (x * h2) % P;
  const x3 = mod(r * r - h2 * h - 2n * v, P);
  return { x: x3, y: mod(r * (v - x3) - y * h2 * h, P), z: (z * h) % P };
}

function encoded({ x, y, z }) {
  const w = inverse(z, P);
  const w2 = (w * w) % P;
  const bytes = new Uint8Array(65);
  bytes[0] = 0x04;
  bytes.set(fromInteger((x * w2) % P, 32), 1);
  bytes.set(fromInteger((y * w2 * w) % P, 32), 33);
  return bytes;
}
