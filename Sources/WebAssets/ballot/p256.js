import { concat, fromInteger, randomBytes, toInteger } from "./bytes.js";
import { mod, power } from "./modular.js";

/*
 * Points of P-256 (SEC 2 section 2.4.2) and scalars, for what WebCrypto does not offer: the point of a scalar, sums,
 * multiples of any point, compressed points. It signs, verifies and agrees on keys; see keys.js and hpke.js.
 *
 * How regular this is where a scalar is secret. There is one formula for every sum, complete: two equal points, a point
 * and its negative, the neutral element take the same steps. A multiple is a ladder of always 256 steps, each of two
 * sums; the scalar gets a multiple of the order added, so that its first bit is always one, and the point gets a random
 * z, so that the numbers multiplied are others each time and tell nothing of the scalar; no branch depends on a bit.
 * An inverse is a power with a public exponent. What BigInt cannot promise: that a product takes the same time for all
 * numbers of one size, that a sum with a carry does, that reading bits and digits does, that memory is read at the same
 * places (each step picks one of two points), that anything is ever wiped. Against whoever measures from another
 * process or over the network this suffices; against one who measures single operations on the device itself it does
 * not, and such a one could as well read the scalar.
 */

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** The order n of the group. */
export const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * Projective: (x/z, y/z), the neutral element has z = 0. Coordinates lie between −p and p.
 * @typedef {{x: bigint, y: bigint, z: bigint}} Point
 */

/** @type {Point} */
export const NEUTRAL = { x: 0n, y: 1n, z: 0n };

/** @type {Point} */
export const GENERATOR = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  z: 1n,
};

// MARK: Arithmetic

/**
 * The sum of any two points, by the complete formulas of Renes, Costello and Batina (2015, section 3) with a = −3.
 * @param {Point} one @param {Point} other @returns {Point}
 */
export function add(one, other) {
  const [xx, yy, zz] = [(one.x * other.x) % P, (one.y * other.y) % P, (one.z * other.z) % P];
  const xy = (one.x * other.y + one.y * other.x) % P;
  const yz = (one.y * other.z + one.z * other.y) % P;
  const xz = (one.x * other.z + one.z * other.x) % P;
  const u = (3n * (B * zz - xz)) % P;
  const v = (3n * (B * xz - xx - 3n * zz)) % P;
  const w = 3n * (xx - zz);
  return {
    x: (xy * (yy - u) - yz * v) % P,
    y: (w * v + (yy + u) * (yy - u)) % P,
    z: (yz * (yy + u) + xy * w) % P,
  };
}

/** The sum of all. @param {Point[]} points */
export const sum = (points) => points.reduce(add, NEUTRAL);

/**
 * scalar·point, by Montgomery's ladder: the two points always differ by the given one.
 * @param {bigint} scalar from 0 to n − 1, may be secret @param {Point} point
 * @returns {Point}
 */
export function multiply(scalar, point) {
  const once = scalar + ORDER;
  // 257 bits, the first of them one, whatever the scalar.
  const [, ...bits] = [once + ORDER, once][Number(once >> 256n)].toString(2);
  const start = masked(point);
  const pair = [start, add(start, start)];
  for (const bit of bits) {
    const [chosen, total] = [pair[bit], add(pair[0], pair[1])];
    pair[bit] = add(chosen, chosen);
    pair[bit ^ 1] = total;
  }
  return pair[0];
}

/** count·point, for a small count that everybody knows. @param {number} count @param {Point} point */
export function times(count, point) {
  let total = NEUTRAL;
  for (const bit of count.toString(2)) {
    total = add(total, total);
    if (bit === "1") total = add(total, point);
  }
  return total;
}

/** The same point under a random z. */
function masked({ x, y, z }) {
  const mask = 1n + (toInteger(randomBytes(48)) % (P - 1n));
  return { x: (x * mask) % P, y: (y * mask) % P, z: (z * mask) % P };
}

/** @param {Point} one @param {Point} other */
export const isSame = (one, other) =>
  (one.x * other.z - other.x * one.z) % P === 0n && (one.y * other.z - other.y * one.z) % P === 0n;

/** scalar⁻¹ mod n. @param {bigint} scalar not 0 */
export const inverseScalar = (scalar) => power(mod(scalar, ORDER), ORDER - 2n, ORDER);

// MARK: Bytes

/**
 * Whether bytes are an uncompressed point on the curve: 04 || x || y. The hybrid forms 06 and 07 would be a second
 * name for it.
 * @param {Uint8Array} bytes
 */
export const isPoint = (bytes) => readPoint(bytes) !== null;

/** @param {Uint8Array} bytes 04 || x || y @returns {Point|null} */
export function readPoint(bytes) {
  if (bytes.length !== 65 || bytes[0] !== 0x04) return null;
  const [x, y] = [toInteger(bytes.subarray(1, 33)), toInteger(bytes.subarray(33))];
  return x < P && y < P && (y * y - curve(x)) % P === 0n ? { x, y, z: 1n } : null;
}

/** @param {Uint8Array} bytes 02 or 03 || x @returns {Point|null} never the neutral element */
export function readCompressed(bytes) {
  if (bytes.length !== 33 || (bytes[0] !== 0x02 && bytes[0] !== 0x03)) return null;
  const x = toInteger(bytes.subarray(1));
  const y = power(curve(x), (P + 1n) / 4n, P);
  if (x >= P || (y * y - curve(x)) % P !== 0n) return null;
  return { x, y: (y & 1n) === BigInt(bytes[0] & 1) ? y : P - y, z: 1n };
}

/** x³ − 3x + b. */
const curve = (x) => (x * x - 3n) * x + B;

/** @param {Point} point not the neutral element @returns {Uint8Array} 65 bytes */
export function encodePoint(point) {
  const { x, y } = affine(point);
  return concat([0x04], fromInteger(x, 32), fromInteger(y, 32));
}

/** @param {Point} point @returns {Uint8Array} 33 bytes; zeros for the neutral element, as COCKTAIL-DKG has it */
export function compress(point) {
  const { x, y } = affine(point);
  return concat([isSame(point, NEUTRAL) ? 0 : 2 + Number(y & 1n)], fromInteger(x, 32));
}

/** The other form of the same point. @param {Uint8Array} bytes 65 of a point @returns {Uint8Array} 33 bytes */
export const compressed = (bytes) => concat([0x02 + (bytes[64] & 1)], bytes.subarray(1, 33));

function affine({ x, y, z }) {
  const inverse = power(mod(z, P), P - 2n, P);
  return { x: mod(x * inverse, P), y: mod(y * inverse, P) };
}

/** Whether bytes are an integer from 1 to n − 1. @param {Uint8Array} bytes */
export const isScalar = (bytes) => Boolean(readScalar(bytes));

/** @param {Uint8Array} bytes @returns {bigint|null} from 0 to n − 1; null for any other bytes */
export function readScalar(bytes) {
  const value = bytes.length === 32 ? toInteger(bytes) : ORDER;
  return value < ORDER ? value : null;
}

/** @param {bigint} value any integer @returns {Uint8Array} what it is modulo n, 32 bytes */
export const encodeScalar = (value) => fromInteger(mod(value, ORDER), 32);

/** From 1 to n − 1, each as likely as another. @returns {bigint} */
export function randomScalar() {
  const bytes = randomBytes(32);
  return isScalar(bytes) ? toInteger(bytes) : randomScalar();
}

/** scalar·G. @param {Uint8Array} scalar from 1 to n − 1 @returns {Uint8Array} 65 bytes */
export function publicPoint(scalar) {
  if (!isScalar(scalar)) throw new RangeError("a P-256 scalar of 32 bytes");
  return encodePoint(multiply(toInteger(scalar), GENERATOR));
}
