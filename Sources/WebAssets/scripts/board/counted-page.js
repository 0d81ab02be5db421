/* After the opening: the count again on this device, whenever somebody wants to see it; then the key can go. */

import { byId, say } from "../common/dom.js";
import { checkCount } from "./count-check.js";
import { showAudit, showAuditProgress, showLoading } from "./evidence.js";
import { askForKey } from "./key-source.js";
import { auditSealed, sealedDocuments } from "../../ballot/board.js";

/**
 * @param {string} round @param {import("../../ballot/key-keeper.js").KeyKeeper} keeper
 * @param {import("../../ballot/manifest.js").Manifest} manifest @param {boolean} isCertified
 */
export async function countedPage(round, keeper, manifest, isCertified) {
  const button = byId("recount-button");
  await askForKey(keeper, manifest, (device) => {
    button.disabled = false;
    button.addEventListener("click", () => recount(round, device, manifest), { once: true });
  });
  if (isCertified && (await keeper.keys()).length > 0) offerForgetting(keeper);
}

async function recount(round, device, manifest) {
  byId("recount-button").disabled = true;
  byId("recount-evidence").hidden = false;
  const documents = await sealedDocuments(manifest, showLoading);
  const audit = await auditSealed(documents, manifest, showAuditProgress);
  showAudit(audit);
  if (audit.holds) await checkCount(round, audit, device);
}

function offerForgetting(keeper) {
  byId("forget").hidden = false;
  byId("forget-button").addEventListener("click", async () => {
    await keeper.forget();
    byId("forget-button").disabled = true;
    byId("forget-said").textContent = say("Đã xóa khóa khỏi máy này.", "The key was removed from this device.");
  });
}
