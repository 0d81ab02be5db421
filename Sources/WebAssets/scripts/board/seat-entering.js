/* How an invitation comes to this device, and what is said where nothing goes on. */

import { make, say } from "../common/dom.js";
import { actions, button, notice, paragraph } from "../member/stage-view.js";
import { canScan, scan } from "../member/card-scanning.js";
import { readSeatCode } from "../../ballot/seat.js";
import { faultWords } from "./seat-words.js";

/** No code yet: the sheet's QR code, or its letters. @param {object} page */
export function showEntering(page) {
  page.view.show(
    { name: "entering", heading: say("Vào ban kiểm phiếu", "Join the counting board") },
    paragraph(say(
      "Mở máy ảnh của điện thoại, hướng vào mã vuông trên thư mời rồi bấm vào dòng địa chỉ hiện ra. Hoặc gõ mã trên thư mời vào đây.",
      "Open the phone's camera, point it at the QR code on the invitation and tap the address. Or type the code of the invitation here.")),
    codeForm(page));
}

/** The code is not good, or no longer. @param {object} page */
export function showVoid(page) {
  page.view.show(
    { name: "void", heading: say("Thư mời này không còn dùng được", "This invitation is not good any more") },
    paragraph(say(
      "Có thể thư ký đã cấp thư mời mới cho đồng chí, hoặc mã gõ chưa đúng. Hãy quét hoặc gõ mã trên thư mời mới nhất; nếu chưa có thì hỏi thư ký.",
      "Perhaps the secretary has given you a new invitation, or the code was mistyped. Scan or type the code of the newest one; if there is none, ask the secretary.")),
    paragraph(say("Những gì máy này đã giữ vẫn còn nguyên.", "What this device keeps is all still there.")),
    codeForm(page));
}

function codeForm(page) {
  const field = make("input", {
    id: "seat-code", class: "code-line-field", required: true, maxlength: "60", autocomplete: "off",
    autocapitalize: "characters", spellcheck: "false",
  });
  const said = make("p", { class: "notice wrong", role: "alert", id: "seat-code-said", hidden: true });
  const form = make("form", { class: "stack", id: "seat-code-form" },
    make("label", { class: "field" }, make("span", {}, say(
      "Mã trên thư mời: 8 nhóm, mỗi nhóm 4 ký tự",
      "Code of the invitation: 8 groups of 4 characters")), field),
    said, actions(make("button", { class: "main wide" }, say("Vào", "Enter"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(field.value, page, said);
  });
  offerScanning(form, page, said);
  return form;
}

async function offerScanning(form, page, said) {
  if (!(await canScan())) return;
  const heading = say("Hướng máy ảnh vào mã vuông trên thư mời", "Point the camera at the invitation's QR code");
  const taken = (text) => {
    if (!readSeatCode(text)) return say("Không phải mã này.", "Not this code.");
    take(text, page, said);
    return null;
  };
  form.prepend(button(say("Quét mã trên thư mời", "Scan the invitation"), () =>
    scan(heading, taken, page.view.signal), { class: "wide" }));
}

async function take(typed, page, said) {
  const code = readSeatCode(typed);
  try {
    if (code) return await page.enter(code);
    refuse(said, say("Mã có 32 chữ và số; hãy xem lại.", "The code has 32 letters and digits; look once more."));
  } catch (error) {
    refuse(said, refusalWords(error));
  }
}

function refuse(said, words) {
  said.hidden = false;
  said.textContent = words;
}

function refusalWords(error) {
  if (error.code === "other-seat") {
    return say(
      "Máy này đang giữ phần khóa của một thành viên khác. Mỗi thành viên dùng máy riêng của mình, để không máy nào một mình mở được hòm.",
      "This device keeps another member's part of the key. Each member uses a device of their own, so that no single device can open the box.");
  }
  if (error.status === 401) return say("Không có thư mời nào mang mã này.", "No invitation has this code.");
  if (error.mayPass) return say("Chưa nghe được máy chủ; hãy thử lại.", "The server is not heard; try again.");
  return faultWords(error, []);
}

/** Something is not as it should be: nothing more is sent before people have looked into it. */
export function showAlarm(error, page) {
  const members = page.seat?.view?.members ?? [];
  page.view.show(
    { name: "alarm", heading: say("Dừng lại, báo thư ký", "Stop: tell the secretary") },
    notice("wrong", paragraph(make("strong", {}, error.code === "other-seat" ? refusalWords(error)
      : faultWords(error, members)))),
    paragraph(say(
      "Máy này không gửi gì thêm. Những gì máy đã giữ vẫn còn nguyên.",
      "This device sends nothing more. What it keeps is all still there.")),
    actions(button(say("Xem lại", "Look again"), () => page.goOn(), { id: "look-again" })),
    make("p", { class: "hint fault-code", lang: "en" }, `${error.code ?? "fault"} ${error.reason ?? ""}`));
}
