/* The ceremony, as a member sees it: it begins with one tap and goes on by itself as the others come. */

import { fewOpenWords } from "../common/board-words.js";
import { make, say } from "../common/dom.js";
import { actions, button, notice, paragraph } from "../member/stage-view.js";
import { askForCopy } from "./copy-reading.js";
import { findingWords, missing, waitingFor } from "./seat-words.js";

const openers = ({ members, threshold }) => say(
  `Ban kiểm phiếu có ${members.length} thành viên; mở hòm cần ${threshold} người.`,
  `The board has ${members.length} members; it takes ${threshold} of them to open the box.`);

const fewOpen = (view) => (fewOpenWords(view) ? notice("care", paragraph(fewOpenWords(view))) : null);

/** Who are you: the one question before anything is sent. */
export function showStart(seat, view, page) {
  const { members, place, title } = seat.view;
  view.show(
    { name: "start", eyebrow: make("span", { lang: "vi" }, title), heading: say("Đồng chí là ai?", "Who are you?") },
    make("div", { class: "card" },
      paragraph(say("Thư mời này gửi đồng chí", "This invitation is for")),
      make("p", { class: "round-title", lang: "vi" }, members[place].name)),
    paragraph(openers(seat.view)),
    fewOpen(seat.view),
    paragraph(say(
      "Các máy của ban sẽ cùng nhau tạo một khóa mà không máy nào giữ trọn. Phần của đồng chí nằm trên máy này; hãy dùng máy của chính mình, đừng dùng cửa sổ riêng tư.",
      "The board's devices make a key together that none of them has as a whole. Your part stays on this device: use your own, and no private window.")),
    actions(button(say("Đúng, tôi là người này", "Yes, that is me"), () => begin(seat, page), {
      class: "main wide", id: "begin" })),
    make("p", { class: "hint" }, say(
      "Nếu không phải, hãy đưa thư mời cho đúng người.",
      "If it is not you, give the invitation to whom it is for.")));
}

async function begin(seat, page) {
  await seat.begin();
  await page.again();
}

const STEPS = [
  ["registered", say("Mọi người vào đủ", "Everybody comes")],
  ["committed", say("Các máy cam kết", "The devices commit")],
  ["dealt", say("Trao các phần khóa", "Shares are dealt")],
  ["certified", say("Xác nhận khóa", "The key is confirmed")],
];

/** It goes by itself. */
export function showMaking(seat, view) {
  const { members } = seat.view;
  const counts = STEPS.map(([deed]) => members.length - missing(seat.view, deed).length);
  const now = counts.findIndex((count) => count < members.length);
  const waiting = now < 0 ? [] : missing(seat.view, STEPS[now][0]);
  view.show(
    { name: "making", heading: say("Đang tạo khóa chung", "The key is being made") },
    make("ol", { class: "making" }, STEPS.map(([, words], index) =>
      make("li", { class: counts[index] === members.length ? "done" : index === now ? "now" : "" },
        make("span", {}, words), make("span", {}, `${counts[index]}/${members.length}`)))),
    make("p", { class: "waiting-line", id: "waiting" }, waitingFor(waiting)),
    make("p", { class: "hint" }, say(
      "Máy tự làm, không phải bấm gì. Máy tắt hay mất mạng cũng không sao: mở lại trang này là làm tiếp.",
      "The device does it by itself. If it goes dark or the line is lost, open this page again and it goes on.")));
  view.announce(waitingFor(waiting));
}

/** The key is there; the round is not frozen yet. */
export function showMade(seat, view) {
  view.show(
    { name: "made", heading: say("Đã tạo xong khóa chung", "The key is made") },
    make("div", { class: "seal-mark", "aria-hidden": "true" }),
    paragraph(openers(seat.view)),
    make("p", { class: "waiting-line" }, say(
      "Chờ thư ký chốt đợt. Sau đó đồng chí so mã, cất tờ khóa và ký, ngay tại trang này.",
      "The secretary freezes the round. Then you compare the code, put the sheet by and sign, on this page.")),
    make("p", { class: "hint" }, say(
      "Đừng xóa dữ liệu trình duyệt của máy này.",
      "Do not clear this browser's data.")));
}

/** A member broke the attempt: who, how anybody can know it, and what happens now. */
export function showStopped(seat, view, page) {
  const { finding, view: { members, evidence } } = seat;
  if (!evidence) return showMaking(seat, view);
  view.show(
    { name: "stopped", heading: say("Lần tạo khóa này phải dừng", "This attempt has to stop") },
    notice("wrong", make("p", { id: "finding" }, make("strong", {}, finding ? findingWords(finding, members) : say(
      "Máy chủ đưa ra một bằng chứng không chứng minh được gì. Không ai bị nêu tên.",
      "The server shows evidence that proves nothing. Nobody is named.")))),
    paragraph(say(
      "Mọi máy của ban đều thấy như vậy. Chưa có phiếu nào được phát, không mất gì; lần này bỏ đi và tạo lại từ đầu.",
      "All devices of the board see the same. No ballot was issued and nothing is lost: this attempt is dropped and made anew.")),
    finding ? paragraph(say(
      `Hãy báo thư ký. Có thể máy của đồng chí ${members[finding.member].name} hỏng hoặc trình duyệt quá cũ, cũng có thể là cố ý: nên đổi máy khác rồi hãy làm lại.`,
      `Tell the secretary. The device of ${members[finding.member].name} may be broken or its browser too old, or it was on purpose: better change that device, then begin again.`)) : null,
    actions(button(say("Làm lại từ đầu", "Begin again"), () => beginAgain(seat, page), {
      class: "main wide", id: "begin-again" })));
}

async function beginAgain(seat, page) {
  await seat.beginAgain().catch(() => {});
  await page.again();
}

/** Another device has come in this member's place. */
export function showElsewhere(seat, view) {
  view.show(
    { name: "elsewhere", heading: say(
      "Một máy khác đã vào bằng thư mời này",
      "Another device has come in your place") },
    paragraph(say(
      "Nếu đó là máy khác của đồng chí, hãy dùng máy đó. Nếu máy đó đã mất hoặc không phải của đồng chí, hãy báo thư ký cấp thư mời mới; việc tạo khóa sẽ làm lại từ đầu.",
      "If it is another one of yours, use that one. If it is lost, or not yours, ask the secretary for a new invitation; the key is then made anew.")));
}

/** The round is frozen, and this device has no key of it: the sheet has. */
export function showKeyless(seat, view, page) {
  const { members, place } = seat.view;
  const said = make("p", { class: "notice wrong", role: "alert", id: "restore-said", hidden: true });
  view.show(
    { name: "keyless", heading: say("Máy này không giữ khóa", "This device has no key") },
    paragraph(say(
      `Phần khóa của đồng chí ${members[place].name} ở trên máy khác. Nếu máy đó mất hoặc hỏng, hãy lấy lại từ tờ khóa hoặc tệp khóa đã cất.`,
      `The part of ${members[place].name} is on another device. If that is lost or broken, bring it back from the sheet or the file.`)),
    said,
    askForCopy((copy) => restore(seat, page, copy, said), view.signal),
    make("p", { class: "hint" }, say(
      `Không có cả hai thì vẫn mở được hòm, nếu còn đủ ${seat.view.threshold} thành viên khác.`,
      `With neither of them the box can still be opened, if ${seat.view.threshold} other members are there.`)));
}

async function restore(seat, page, copy, said) {
  const isOurs = await seat.restore(copy).catch(() => false);
  if (isOurs) return page.again();
  said.hidden = false;
  said.textContent = say(
    "Đây là tờ khóa của thành viên khác, hoặc của đợt khác.",
    "This is another member's sheet, or one of another round.");
}
