/**
 * Arithmetic modulo n on BigInt.
 *
 * Its time depends on the numbers. Secret are here only the blinding factors, on the voter's own device, where whoever
 * could time a single multiplication could read the memory as well; p256.js, for scalars, gives it secret values with
 * public exponents only. What is repeated under one key, signing and key agreement, WebCrypto does.
 */

/** The remainder from 0 to n − 1. @param {bigint} value @param {bigint} n @returns {bigint} */
export function mod(value, n) {
  const rest = value % n;
  return rest < 0n ? rest + n : rest;
}

/** base^exponent mod n. @param {bigint} base @param {bigint} exponent not negative @param {bigint} n */
export function power(base, exponent, n) {
  let result = 1n;
  let square = mod(base, n);
  for (let bits = exponent; bits > 0n; bits >>= 1n) {
    if (bits & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}

/**
 * By Euclid's algorithm.
 * @param {bigint} value @param {bigint} n
 * @returns {bigint|null} value⁻¹ mod n; null if they share a factor.
 */
export function inverse(value, n) {
  let [rest, next] = [n, mod(value, n)];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return rest === 1n ? mod(factor, n) : null;
}
