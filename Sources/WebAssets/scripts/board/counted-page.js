/* After the opening: the count again on this device, whenever somebody wants to see it; then the key can go. */

import { byId, say } from "../common/dom.js";
import { checkCount } from "./count-check.js";
import { showAudit, showAuditProgress } from "./evidence.js";
import { askForKey } from "./key-source.js";
import { auditSealed } from "./sealed-audit.js";
import { sealedDocuments } from "./sealed-documents.js";

/**
 * @param {string} round @param {import("./key-keeper.js").KeyKeeper} keeper
 * @param {import("../../ballot/manifest.js").Manifest} manifest @param {boolean} isCertified
 */
export async function countedPage(round, keeper, manifest, isCertified) {
  const button = byId("recount-button");
  await askForKey(keeper, manifest, (key, member) => {
    button.disabled = false;
    button.addEventListener("click", () => recount(round, { key, member }, manifest), { once: true });
  });
  if (isCertified && (await keeper.keys()).length > 0) offerForgetting(keeper);
}

async function recount(round, held, manifest) {
  byId("recount-button").disabled = true;
  byId("recount-evidence").hidden = false;
  const audit = await auditSealed(await sealedDocuments(manifest), manifest, showAuditProgress);
  showAudit(audit);
  if (audit.holds) await checkCount(round, audit, held, manifest);
}

function offerForgetting(keeper) {
  byId("forget").hidden = false;
  byId("forget-button").addEventListener("click", async () => {
    await keeper.forget();
    byId("forget-button").disabled = true;
    byId("forget-said").textContent = say("Đã xóa khóa khỏi máy này.", "The key was removed from this device.");
  });
}
