/* The count: this device checks the sealed box, and only then lets go of the key. */

import { byId, say } from "../common/dom.js";
import { encodeBase64URL } from "../../ballot/board.js";
import { publicStatus } from "../round/public-status.js";
import { staffCall } from "../round/staff-call.js";
import { boardShare } from "./board-signatures.js";
import { checkCount } from "./count-check.js";
import { showAudit, showAuditProgress } from "./evidence.js";
import { askForKey } from "./key-source.js";
import { auditSealed } from "./sealed-audit.js";
import { sealedDocuments } from "./sealed-documents.js";

const WORDS = ["mở hòm", "open"];

/**
 * @param {string} round @param {import("./key-keeper.js").KeyKeeper} keeper
 * @param {import("../../ballot/manifest.js").Manifest} manifest
 */
export async function openPage(round, keeper, manifest) {
  byId("open").hidden = false;
  const audit = await auditSealed(await sealedDocuments(manifest), manifest, showAuditProgress);
  showAudit(audit);
  if (!audit.holds || !audit.seal) return;
  byId("open-key").hidden = false;
  let held = null;
  await askForKey(keeper, manifest, (key, member) => {
    held = { key, member };
    byId("open-step").hidden = false;
  });
  byId("open-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (held && isConfirmed()) openBox(round, held, audit, manifest);
  });
}

function isConfirmed() {
  const isTyped = WORDS.includes(byId("open-words").value.trim().toLowerCase().normalize("NFC"));
  if (!isTyped) refuse(say("Hãy gõ đúng câu xác nhận.", "Type the words of the confirmation."));
  return isTyped;
}

async function openBox(round, { key, member }, audit, manifest) {
  byId("open-said").hidden = true;
  byId("open-button").disabled = true;
  try {
    // Once more, now: the key must not leave for a box that still takes slips.
    const status = await publicStatus(encodeBase64URL(manifest.roundID));
    if (status?.state !== "sealed") throw new Error(say("Hòm phiếu không còn ở trạng thái niêm phong.", "The box is not in the sealed state any more."));
    await staffCall("POST", `/rounds/${round}/open`, await boardShare(key, member, audit.seal));
  } catch (refusal) {
    byId("open-button").disabled = false;
    return refuse(refusal.message);
  }
  byId("round-state").firstElementChild.textContent = say("Đã kiểm phiếu", "Counted");
  byId("open-step").hidden = true;
  byId("open-key").hidden = true;
  await checkCount(round, audit, { key, member }, manifest);
}

function refuse(words) {
  byId("open-said").hidden = false;
  byId("open-said").textContent = words;
}
