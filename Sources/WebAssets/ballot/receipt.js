import { concat } from "./bytes.js";
import { label, sha256 } from "./hash.js";
import { isSigned } from "./keys.js";

/**
 * Whether the service gave its word that this slip is in the box, and stays there.
 * @param {Uint8Array} receipt @param {Uint8Array} slip @param {import("./manifest.js").Manifest} manifest
 * @returns {Promise<boolean>}
 */
export async function isReceipt(receipt, slip, manifest) {
  const message = concat(label("receipt", manifest.version), manifest.roundID, await sha256(slip));
  return isSigned(manifest.service.receiptKey, receipt, message);
}
