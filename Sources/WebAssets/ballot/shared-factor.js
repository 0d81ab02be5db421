/* Whether two token keys share a prime: then whoever made them could forge tokens of both. */

import { mod } from "./modular.js";

/** @param {bigint[]} moduli @returns {number|null} the place of one that shares a factor with an earlier one */
export function sharedFactor(moduli) {
  let product = 1n;
  for (const [place, modulus] of moduli.entries()) {
    if (divisor(modulus, mod(product, modulus)) !== 1n) return place;
    product *= modulus;
  }
  return null;
}

/** The greatest common divisor, by Euclid. */
function divisor(one, other) {
  while (other !== 0n) [one, other] = [other, one % other];
  return one;
}
