/*
 * The newcomer's checklist: makes the trial's access codes, opens members' phones, lets the others vote, remembers
 * what was looked at. Everything that counts happens on the real pages.
 */

import { byId, say } from "../common/dom.js";
import { readRoundID } from "../../ballot/ballot.js";
import { keptCodes, makeCodes } from "./trial-codes.js";
import { findAll, voteForAll } from "./trial-voters.js";
import { rememberLooks } from "./trial-looks.js";

const guide = document.getElementById("guide");

if (guide) run(guide.dataset).catch(tell);

async function run({ round, roundId, state }) {
  rememberLooks(guide, round);
  reloadWhenBack();
  const codes = state === "draft" ? await codesOfDraft(round) : await keptCodes(round);
  if (!codes) {
    byId("codes-elsewhere").hidden = false;
    return;
  }
  if (state === "voting") offerVoting(readRoundID(roundId), roundId, codes);
  if (["sealed", "opened", "certified"].includes(state)) await lookForSlips(readRoundID(roundId));
}

/** This browser makes the codes if it has none: a draft can still take new keys. */
async function codesOfDraft(round) {
  const kept = await keptCodes(round);
  if (kept && guide.querySelector('[data-step="codes"].done')) return kept;
  const text = guide.querySelector("[data-codes-text]");
  text.textContent = say("Đang làm mã trong trình duyệt này…", "Making the codes in this browser…");
  await makeCodes(round);
  location.reload();
  return {};
}

/** A member's phone is the member's own page, with the code in the fragment as a card's QR code has it. */
function offerVoting(roundID, roundId, codes) {
  for (const line of guide.querySelectorAll("[data-voter]")) {
    const link = line.querySelector("[data-phone]");
    if (!link || !codes[line.dataset.voter]) continue;
    link.href = `/v/${roundId}#${codes[line.dataset.voter].replaceAll("-", "")}`;
    link.hidden = false;
  }
  const button = guide.querySelector("[data-autopilot]");
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    autopilot(roundID, codes).catch((fault) => {
      button.disabled = false;
      tell(fault);
    });
  });
}

async function autopilot(roundID, codes) {
  const text = guide.querySelector("[data-autopilot-text]");
  const bar = guide.querySelector("[data-autopilot-progress]");
  const present = [...guide.querySelectorAll('[data-voter][data-mark="present"]')];
  const voters = present.map(({ dataset }) => ({ id: dataset.voter, isIssued: dataset.issued === "true" }));
  bar.hidden = false;
  const count = await voteForAll(roundID, voters, codes, (done, total) => {
    bar.value = done / total;
    text.textContent = say(`Đã bỏ ${done} trên ${total} phiếu`, `${done} of ${total} slips cast`);
  });
  text.textContent = count === 0
    ? say("Không còn ai chưa nhận phiếu.", "Everybody has a ballot already.")
    : say(`${count} đồng chí đã bỏ phiếu xong.`, `${count} members have voted.`);
  setTimeout(() => location.reload(), 1_200);
}

/** The devices of this page look for their slips in the sealed box, as every phone does by itself. */
async function lookForSlips(roundID) {
  const text = guide.querySelector("[data-found-text]");
  const count = await findAll(roundID);
  if (count > 0) {
    text.textContent = say(
      `${count} máy tự bỏ phiếu đã tải cả hòm về và thấy đủ phiếu của mình.`,
      `${count} of the devices that voted by themselves found all their slips in the sealed box.`);
  }
}

/** The steps are done on other pages: whoever comes back sees how the round stands now. */
function reloadWhenBack() {
  let left = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") left = Date.now();
    else if (left > 0 && !guide.querySelector("[data-autopilot]:disabled")) location.reload();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });
}

function tell(fault) {
  const notice = byId("trial-fault");
  const words = say("Có lỗi, hãy tải lại trang rồi thử lại.", "Something failed: reload the page and try again.");
  notice.textContent = `${words} (${fault.code ?? fault.message})`;
  notice.hidden = false;
}
