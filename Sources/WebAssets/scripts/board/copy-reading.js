/* Reads a saved copy: the sheet's QR code, its lines, or the file. */

import { make, say } from "../common/dom.js";
import { actions, button } from "../member/stage-view.js";
import { canScan, scan } from "../member/card-scanning.js";
import { readCopy, readCopyFile } from "../../ballot/seat.js";

/**
 * @param {(copy: import("../../ballot/key-copy.js").KeyCopy) => void} take @param {AbortSignal} signal
 * @returns {HTMLElement} the sheet's whole text, to be typed, or the two other ways
 */
export function askForCopy(take, signal) {
  const field = make("textarea", {
    id: "copy-typed", class: "copy-lines-field", rows: "8", autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false" });
  const said = make("p", { class: "hint", role: "status", id: "copy-typed-said" });
  const use = async () => {
    const { copy, wrong, missing } = await readCopy(field.value);
    said.textContent = copy ? "" : mistakes(wrong, missing);
    if (copy) take(copy);
  };
  return make("div", {}, otherWays(take, signal),
    make("label", { class: "field" }, make("span", {}, say(
      "Gõ tám dòng trên tờ khóa",
      "Type the eight lines of the sheet")), field), said,
    actions(button(say("Dùng tờ khóa đã gõ", "Use what was typed"), use, { id: "copy-use-typed" })));
}

/**
 * A copy scanned, or read from its file. @param {(copy: KeyCopy) => void} take @param {AbortSignal} signal
 */
export function otherWays(take, signal) {
  const said = make("p", { class: "hint", role: "status" });
  const file = make("input", { type: "file", id: "copy-file", accept: ".json,application/json" });
  file.addEventListener("change", async () => {
    const copy = file.files[0] ? readCopyFile(await file.files[0].text()) : null;
    said.textContent = copy ? "" : say("Tệp này không phải tệp khóa.", "This is no key file.");
    if (copy) take(copy);
  });
  const ways = make("div", { class: "two-ways" },
    make("label", { class: "field" }, make("span", {}, say("Chọn tệp khóa", "Choose the key file")), file), said);
  offerScanning(ways, take, signal);
  return ways;
}

async function offerScanning(ways, take, signal) {
  if (!(await canScan())) return;
  const words = say("Hướng máy ảnh vào mã vuông trên tờ khóa", "Point the camera at the sheet's QR code");
  const open = async () => {
    let found = null;
    await scan(words, (text) => {
      found = text;
      return null;
    }, signal);
    const { copy } = found ? await readCopy(found) : { copy: null };
    if (copy) take(copy);
  };
  ways.prepend(button(say("Quét mã trên tờ khóa", "Scan the sheet"), open, { class: "wide" }));
}

function mistakes(wrong, missing) {
  if (wrong.length > 0) return say(`Gõ sai ở dòng ${wrong.join(", ")}.`, `A mistake in line ${wrong.join(", ")}.`);
  if (missing > 0) return say(`Còn thiếu ${missing} ký tự.`, `${missing} characters are missing.`);
  if (missing < 0) return say(`Thừa ${-missing} ký tự.`, `${-missing} characters too many.`);
  return say("Có ký tự không có trên tờ khóa.", "There are characters that no sheet has.");
}
