/* The frozen round: compared by eye, the sheet put by and proved, then signed. One thing a screen. */

import { fewOpenWords } from "../common/board-words.js";
import { fillCode } from "../common/code-groups.js";
import { byId, make, say } from "../common/dom.js";
import { actions, button, notice, paragraph } from "../member/stage-view.js";
import { copyLines, roundCode } from "../../ballot/seat.js";
import { proof, saveFile, sheet } from "./copy-sheet.js";
import { relayFacts } from "./relay-facts.js";
import { roundFacts } from "./round-facts.js";
import { faultWords, missing, waitingFor } from "./seat-words.js";

const stepLine = (step, words) => say(`Bước ${step} trên 4 · ${words}`, `Step ${step} of 4 · ${words}`);

/** Round code, members and relays: what people compare. */
export async function showSigning(seat, view, page) {
  const { manifest } = seat;
  const relays = await relayFacts(manifest);
  const code = make("p", { class: "round-code", id: "own-code", "aria-busy": "true" }, "···· ···· ···· ···· ····");
  view.show(
    { name: "compare", eyebrow: stepLine(1, say("so mã và tên", "compare code and names")),
      heading: say("Có giống trên màn hình không?", "Is it the same on the screen?") },
    make("div", { class: "card round-card" },
      make("p", { class: "round-title", lang: "vi" }, manifest.title),
      make("h2", {}, say("Mã đối chiếu", "Round code")), code),
    members(manifest, seat.view.place),
    relays && make("div", { class: "card relay-card" },
      make("h2", {}, say("Trạm chuyển phiếu", "Relays")), relays),
    paragraph(say(
      "So mã từng ký tự với màn hình phòng họp, và so tên: đủ người, đúng người, không thừa ai.",
      "Compare the code with the room's screen, character by character, and the names: all of them, and nobody else.")),
    roundFacts(manifest),
    actions(
      button(say("Giống hệt", "The same"), () => next(seat, view, page), { class: "main wide", id: "same" }),
      button(say("Không giống", "Not the same"), () => showDifferent(view, page), { class: "wide", id: "different" })));
  fillCode(code, await roundCode(manifest.roundID, manifest.version));
}

const members = ({ board }, place) => make("div", { class: "card board-card" },
  make("h2", {}, say("Ban kiểm phiếu", "The board")),
  make("ol", { class: "board-members", id: "board-members" }, board.members.map(({ name }, at) =>
    make("li", { lang: "vi" }, name, at === place ? make("small", {}, say(" (đồng chí)", " (you)")) : null))),
  make("p", { class: "hint" }, say(
    `Mở hòm cần ${board.threshold} trên ${board.members.length} người.`,
    `It takes ${board.threshold} of ${board.members.length} to open the box.`)),
  fewOpenWords(board) ? make("p", { class: "notice care", id: "few-open" }, fewOpenWords(board)) : null);

function showDifferent(view, page) {
  view.show(
    { name: "differs", heading: say("Dừng lại, đừng ký", "Stop: do not sign") },
    notice("wrong", paragraph(say(
      "Báo hội nghị và thư ký. Máy này chưa ký gì.",
      "Tell the meeting and the secretary. This device has signed nothing."))),
    actions(button(say("So lại lần nữa", "Compare once more"), () => page.again(), { id: "compare-again" })));
}

/** What was put by and read back before need not be so again. */
const next = (seat, view, page) => (seat.key.isProved ? showFinal : showSheet)(seat, view, page);

async function showSheet(seat, view, page) {
  const copy = await seat.key.copy();
  view.show(
    { name: "sheet", eyebrow: stepLine(2, say("cất tờ khóa", "put the sheet by")),
      heading: say("In tờ khóa và cất đi", "Print the sheet and put it by") },
    make("div", { class: "no-print" },
      paragraph(say(
        "Nếu máy này mất, tờ khóa thay được cho nó. Không in được thì chép tay tám dòng ra giấy, hoặc lưu tệp vào thẻ nhớ.",
        "If this device is lost, the sheet stands in for it. If it cannot be printed, copy the eight lines by hand, or save the file on a stick.")),
      actions(
        button(say("In tờ khóa", "Print the sheet"), () => window.print(), { class: "main wide", id: "print-sheet" }),
        button(say("Lưu tệp khóa", "Save the key file"), () => saveFile(copy, byId("round").dataset.round), {
          class: "wide", id: "save-file" }))),
    sheet(copy, seat.manifest, await copyLines(copy)),
    make("div", { class: "no-print" },
      actions(button(say("Đã cất, sang bước kiểm tra", "Put by: go on to the check"), () =>
        showProof(seat, view, page), { class: "main wide", id: "to-proof" }))));
}

async function showProof(seat, view, page) {
  const copy = await seat.key.copy();
  const proved = async () => {
    await seat.prove().catch(() => {});
    showFinal(seat, view, page);
  };
  view.show(
    { name: "proof", eyebrow: stepLine(3, say("kiểm tra bản đã cất", "check what was put by")),
      heading: say("Gõ lại hai dòng của tờ khóa", "Type two lines of the sheet") },
    await proof(copy, view.signal, proved),
    actions(button(say("Xem lại tờ khóa", "Show the sheet again"), () => showSheet(seat, view, page), {
      class: "quiet", id: "sheet-again" })));
}

function showFinal(seat, view, page) {
  const said = make("p", { class: "notice care", role: "alert", id: "sign-said", hidden: true });
  const sign = button(say("Ký xác nhận đợt đã chốt", "Sign the frozen round"), async () => {
    sign.disabled = true;
    try {
      await seat.signFreeze();
      await page.again();
    } catch (error) {
      said.hidden = false;
      said.textContent = error.mayPass ? say("Chưa nghe được máy chủ; hãy bấm lại.", "No answer yet; press again.")
        : faultWords(error, seat.view.members);
      sign.disabled = false;
    }
  }, { class: "main wide", id: "sign" });
  view.show(
    { name: "final", eyebrow: stepLine(4, say("ký", "sign")), heading: say("Ký xác nhận", "Sign") },
    notice("good", paragraph(say(
      "Bản đã cất đọc được, đúng là phần khóa này.",
      "The copy can be read, and is this very part of the key."))),
    paragraph(say(
      "Chữ ký nói rằng đồng chí đã so mã đối chiếu và tên thành viên với màn hình, và thấy giống. Mỗi khóa chỉ ký một đợt.",
      "Your signature says that you compared round code and members with the screen and found them the same. A key signs one round only.")),
    said, actions(sign, button(say("Xem lại tờ khóa", "Show the sheet again"), () => showSheet(seat, view, page), {
      class: "quiet", id: "sheet-again" })));
}

/** The others sign. */
export function showSigned(seat, view) {
  const waiting = missing(seat.view, "frozen");
  view.show(
    { name: "signed", heading: say("Đồng chí đã ký", "You have signed") },
    make("div", { class: "seal-mark", "aria-hidden": "true" }),
    make("p", { class: "waiting-line", id: "waiting" }, waiting.length > 0 ? waitingFor(waiting) : say(
      "Cả ban đã ký. Thư ký có thể bắt đầu phát phiếu.",
      "The whole board has signed. The secretary can begin issuing ballots.")));
}

/** Nothing to do until the box is sealed. */
export function showWaiting(seat, view) {
  view.show(
    { name: "waiting", heading: say("Lúc này chưa phải làm gì", "Nothing to do now") },
    make("p", { class: "waiting-line" }, say(
      "Hội nghị đang nhận và bỏ phiếu. Khi hòm được niêm phong, trang này tự chuyển sang việc mở hòm.",
      "Ballots are being issued and cast. When the box is sealed, this page goes on to the opening by itself.")),
    paragraph(say(
      "Phần khóa của đồng chí ở trên máy này. Mang theo máy, hoặc tờ khóa, khi kiểm phiếu.",
      "Your part of the key is on this device. Bring it, or the sheet, to the count.")));
}

/** The round was cancelled. */
export function showCancelled(seat, view) {
  view.show(
    { name: "cancelled", heading: say("Đợt này đã hủy", "This round was cancelled") },
    paragraph(say("Không có hòm phiếu để mở.", "There is no box to open.")));
}
