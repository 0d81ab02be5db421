import { encodeCrockford, grouped } from "./crockford.js";
import { label } from "./hash.js";

/**
 * What people compare, device against screen: stretched and 100 bits long, so that nobody can search through manifests
 * for one with a code that looks the same. Takes a fraction of a second by design.
 * @param {Uint8Array} roundID @param {1|2} [version] of the round's protocol
 * @returns {Promise<string>} "5JRE-7BVB-YW1E-EP0C-V5KA"
 */
export async function roundCode(roundID, version) {
  const key = await crypto.subtle.importKey("raw", roundID, "PBKDF2", false, ["deriveBits"]);
  const stretch = { name: "PBKDF2", hash: "SHA-256", salt: label("round-code", version), iterations: 600_000 };
  return grouped(encodeCrockford(new Uint8Array(await crypto.subtle.deriveBits(stretch, key, 13 * 8)), 20), 4);
}
