/* A member's sheet, as it is printed, and the proof that it was put by. */

import { make, say } from "../common/dom.js";
import { actions, button, notice, paragraph } from "../member/stage-view.js";
import { qrCodeElement } from "../common/qr-code.js";
import { copyCode, copyFile, copyLines, isCopyLine } from "../../ballot/seat.js";
import { otherWays } from "./copy-reading.js";

/** How many lines of the printed sheet are asked for. */
const ASKED = 2;

// Printed papers are Vietnamese, as the round is, whatever the page's language.

/**
 * @param {import("../../ballot/key-copy.js").KeyCopy} copy
 * @param {import("../../ballot/manifest.js").Manifest} manifest @param {string[]} lines
 */
export function sheet({ name }, { title, authority }, lines) {
  const facts = [["Người giữ", name], ["Đợt", title], ["Ngày", new Date().toLocaleDateString("vi-VN")]];
  return make("article", { class: "copy-sheet", lang: "vi", id: "copy-sheet" },
    make("p", {}, authority.name),
    make("h2", {}, "Tờ khóa của thành viên ban kiểm phiếu"),
    make("dl", { class: "facts" }, facts.map(([term, fact]) => [make("dt", {}, term), make("dd", {}, fact)])),
    make("ol", { class: "copy-lines" }, lines.map((line) => make("li", {}, line))),
    make("div", { class: "copy-code" }, qrCodeElement(copyCode(lines), "Mã QR của tờ khóa")),
    make("p", { class: "copy-note" },
      "Cho vào phong bì, niêm phong, tự giữ. Chỉ dùng khi máy của mình hỏng hoặc mất. Một tờ này không mở được hòm; ",
      "đừng để chung với tờ của thành viên khác. Chữ O đọc là số 0; chữ I, L đọc là số 1."));
}

/** @param {import("../../ballot/key-copy.js").KeyCopy} copy @param {string} round */
export function saveFile(copy, round) {
  const address = URL.createObjectURL(new Blob([copyFile(copy)], { type: "application/json" }));
  make("a", { href: address, download: `thanh-vien-${copy.place + 1}-${round}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Some lines of the sheet, chosen by the device, typed from paper; or the sheet scanned, or the file read again.
 * @param {import("../../ballot/key-copy.js").KeyCopy} copy @param {AbortSignal} signal @param {() => void} proved
 * @returns {Promise<HTMLElement>}
 */
export async function proof(copy, signal, proved) {
  const lines = await copyLines(copy);
  const asked = someOf(lines.length);
  const said = notice("wrong");
  Object.assign(said, { hidden: true, id: "proof-said" });
  const form = make("form", { class: "stack", id: "proof-form" }, asked.map((line) =>
    make("label", { class: "field" }, make("span", {}, say(`Dòng ${line + 1}`, `Line ${line + 1}`)),
      make("input", { class: "code-line-field", "data-line": line, required: true, maxlength: "60", autocomplete: "off",
        autocapitalize: "characters", spellcheck: "false" }))), said,
  actions(make("button", { class: "main wide" }, say("Kiểm tra", "Check"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = [...form.querySelectorAll("[data-line]")];
    const wrong = fields.filter(({ dataset, value }) => !isCopyLine(lines, Number(dataset.line), value));
    if (wrong.length === 0) return proved();
    refuse(say(
      `Dòng ${wrong.map(({ dataset }) => Number(dataset.line) + 1).join(", ")} chưa giống tờ khóa.`,
      `Line ${wrong.map(({ dataset }) => Number(dataset.line) + 1).join(", ")} is not as on the sheet.`));
  });

  function refuse(words) {
    said.hidden = false;
    said.textContent = words;
  }

  const taken = async (found) => String(await copyLines(found)) === String(lines) ? proved() : refuse(say(
    "Đây là bản cất của một khóa khác.",
    "This is a copy of another key."));
  return make("div", {}, paragraph(say(
    "Lấy tờ giấy vừa in hoặc vừa chép, gõ lại hai dòng dưới đây. Gõ được thì tờ đó thay được cho máy này.",
    "Type these two lines from the paper. If they are right, it can stand in for this device.")), form,
  make("details", {}, make("summary", {}, say(
    "Đã lưu tệp, hoặc muốn quét mã",
    "A file was saved, or the code is to be scanned")), otherWays(taken, signal)));
}

/** Places in ascending order, any as likely as another. */
function someOf(count) {
  const left = [...Array(count).keys()];
  const drawn = Array.from({ length: ASKED }, () =>
    left.splice(crypto.getRandomValues(new Uint32Array(1))[0] % left.length, 1)[0]);
  return drawn.sort((one, other) => one - other);
}
