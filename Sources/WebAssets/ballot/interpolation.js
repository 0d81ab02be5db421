import { mod } from "./modular.js";
import { GENERATOR, ORDER, encodeScalar, inverseScalar, isSame, multiply, readScalar } from "./p256.js";

/* Shares of a secret after Shamir: values of a polynomial at place + 1, whose value at 0 is the secret. */

/**
 * Whether a share is that of its participant: share·G is the verification share.
 * @param {Uint8Array} share @param {import("./p256.js").Point} verificationShare
 */
export function isShare(share, verificationShare) {
  const scalar = readScalar(share);
  return scalar !== null && isSame(multiply(scalar, GENERATOR), verificationShare);
}

/**
 * The secret, from as many checked shares as it takes.
 * @param {Array<{member: number, share: Uint8Array}>} shares distinct places from 0, 32 bytes each
 * @returns {Uint8Array} 32 bytes
 */
export function interpolated(shares) {
  const places = shares.map(({ member }) => BigInt(member + 1));
  const terms = shares.map(({ share }, index) => readScalar(share) * weight(places, index));
  return encodeScalar(terms.reduce((total, term) => total + term, 0n));
}

/** Lagrange's coefficient at 0. */
function weight(places, index) {
  const others = places.filter((_, other) => other !== index);
  const above = others.reduce((product, other) => mod(product * other, ORDER), 1n);
  const below = others.reduce((product, other) => mod(product * (other - places[index]), ORDER), 1n);
  return mod(above * inverseScalar(below), ORDER);
}
