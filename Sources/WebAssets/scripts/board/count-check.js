/*
 * After the opening: counted by the server, counted again by the server, counted here; all three must agree. Then
 * this device signs what it counted.
 */

import { byId, say } from "../common/dom.js";
import { staffCall } from "../round/staff-call.js";
import { takeStep } from "../round/taking-steps.js";
import { differences } from "../../ballot/board.js";
import { evidenceLine, showVerdict } from "./evidence.js";

/**
 * @param {string} round @param {import("../../ballot/sealed-audit.js").SealedAudit} audit
 * @param {import("../../ballot/board.js").BoardDevice} device
 */
export async function checkCount(round, audit, device) {
  byId("count-check").hidden = false;
  byId("count-heading").focus();
  byId("count-evidence").replaceChildren();
  const progress = byId("count-progress");
  progress.hidden = false;
  try {
    const { tally } = await answered("GET", `/rounds/${round}/results`);
    add(say("Máy chủ đã mở và đếm", "The server has opened and counted"), summary(tally), []);
    const again = await answered("POST", `/rounds/${round}/tally`);
    add(say(
      "Máy chủ đếm lại từ hòm",
      "The server counted again from the box"), say("vẫn kết quả đó", "the same result"), faults(again.tally, tally));
    const ours = await device.count(audit.boxes, (done, total) => ([progress.max, progress.value] = [total, done]));
    const wrong = faults(ours, tally);
    add(say(
      "Máy của ban kiểm phiếu tự đếm",
      "The board's device counted by itself"), say(
        "từng nội dung trùng với máy chủ",
        "each contest as the server has it"), wrong);
    conclude(wrong.length === 0);
    if (wrong.length === 0) offerSigning(round, await device.signMinutes(audit, ours, tally));
  } catch (refusal) {
    showVerdict(byId("count-verdict"), false, refusal.message);
  }
  progress.hidden = true;
}

/** Asked until it is answered: a line that breaks is no count that differs. */
const answered = (method, path) =>
  takeStep({ send: () => staffCall(method, path), told: (words) => (byId("count-said").textContent = words) });

/** @param {string} round @param {{member: number, signature: string}} signature */
function offerSigning(round, signature) {
  byId("sign-minutes").hidden = false;
  const button = byId("sign-minutes-button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    const said = byId("sign-minutes-said");
    try {
      await takeStep({
        send: () => staffCall("POST", `/rounds/${round}/minutes-signatures`, signature),
        isTaken: async () => (await staffCall("GET", `/rounds/${round}/results`)).minutesSignatures
          .some(({ member }) => member === signature.member),
        told: (words) => (said.textContent = words),
      });
      said.textContent = say("Đã ký biên bản.", "The minutes are signed.");
    } catch (refusal) {
      button.disabled = false;
      said.textContent = refusal.message;
    }
  });
}

function add(title, words, wrong) {
  byId("count-evidence").append(evidenceLine(title, words, wrong));
}

const faults = (ours, theirs) => differences(ours, theirs).map((contest) => `contest ${contest}: the counts differ`);

function conclude(holds) {
  showVerdict(byId("count-verdict"), holds, holds
    ? say("Ba lần đếm trùng nhau.", "All three counts agree.")
    : say(
      "Các lần đếm khác nhau. Đừng công bố; hãy ghi vào biên bản.",
      "The counts differ. Certify nothing; note it in the minutes."));
  byId("count-next").hidden = false;
}

function summary(tally) {
  const sum = (part) => tally.reduce((total, contest) => total + contest[part], 0);
  return say(
    `${sum("collected")} lá phiếu: ${sum("first") + sum("second")} hợp lệ, ${sum("blank")} trắng, ${sum("invalid")} không hợp lệ`,
    `${sum("collected")} slips: ${sum("first") + sum("second")} valid, ${sum("blank")} blank, ${sum("invalid")} invalid`);
}
