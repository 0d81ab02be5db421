/* The count: this device checks the sealed box, and only then lets go of the key. */

import { byId, say } from "../common/dom.js";
import { showWarnings } from "../round/live-warnings.js";
import { staffCall } from "../round/staff-call.js";
import { takeStep } from "../round/taking-steps.js";
import { auditSealed, sealedDocuments } from "../../ballot/board.js";
import { checkCount } from "./count-check.js";
import { showAudit, showAuditProgress, showLoading } from "./evidence.js";
import { askForKey } from "./key-source.js";

const WORDS = ["mở hòm", "open"];
const OPENED = ["opened", "certified"];

/**
 * @param {string} round @param {import("../../ballot/key-keeper.js").KeyKeeper} keeper
 * @param {import("../../ballot/manifest.js").Manifest} manifest
 */
export async function openPage(round, keeper, manifest) {
  byId("open").hidden = false;
  const documents = await sealedDocuments(manifest, showLoading);
  const audit = await auditSealed(documents, manifest, showAuditProgress);
  showAudit(audit);
  if (!audit.holds || !audit.seal) return;
  byId("open-key").hidden = false;
  let held = null;
  await askForKey(keeper, manifest, async (device) => {
    held = device;
    await showCosts(round);
    byId("open-step").hidden = false;
  });
  byId("open-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (held && isConfirmed()) openBox(round, held, audit);
  });
}

function isConfirmed() {
  const isTyped = WORDS.includes(byId("open-words").value.trim().toLowerCase().normalize("NFC"));
  refuse(isTyped ? "" : say("Hãy gõ đúng câu xác nhận.", "Type the words of the confirmation."));
  return isTyped;
}

/** What the service warns of; it refuses what is not acknowledged, and so need not be heard here. */
async function showCosts(round) {
  const detail = await detailOf(round).catch(() => null);
  if (detail) showWarnings(byId("open-form"), detail.warnings);
}

async function openBox(round, device, audit) {
  byId("open-button").disabled = true;
  const share = { ...await device.share(audit), ...acknowledged() };
  try {
    await takeStep({
      send: () => release(round, share), isTaken: async () => OPENED.includes(await stateOf(round)), told: refuse,
    });
  } catch (refusal) {
    byId("open-button").disabled = false;
    refuse(refusal.message);
    return showCosts(round);
  }
  byId("round-state").firstElementChild.textContent = say("Đã kiểm phiếu", "Counted");
  byId("open-step").hidden = true;
  byId("open-key").hidden = true;
  await checkCount(round, audit, device);
}

function acknowledged() {
  const names = new FormData(byId("open-form")).getAll("acknowledge");
  return names.length > 0 ? { acknowledge: names } : {};
}

/** The state is asked for once more, now: the key must not leave for a box that still takes slips. */
async function release(round, share) {
  const state = await stateOf(round);
  if (OPENED.includes(state)) return;
  if (state !== "sealed") {
    throw new Error(say(
      "Hòm phiếu không còn ở trạng thái niêm phong.",
      "The box is not in the sealed state any more."));
  }
  await staffCall("POST", `/rounds/${round}/open`, share);
}

const detailOf = (round) => staffCall("GET", `/rounds/${round}`);

const stateOf = async (round) => (await detailOf(round)).state;

function refuse(words) {
  byId("open-said").hidden = words === "";
  byId("open-said").textContent = words;
}
