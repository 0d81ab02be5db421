/* Reads a key that was put by: the sheet, typed or scanned, or the file. */

import { byId, say } from "../common/dom.js";
import { readKeyFile, readSheet } from "../../ballot/board.js";
import { canScan, scanCode } from "./scan-code.js";

/**
 * @param {() => string} name the member's, which no sheet says
 * @param {(key: import("../../ballot/board-key.js").BoardKey, words: string) => void} take with where it came from, in
 *     words
 */
export function offerReading(name, take) {
  const typed = (text) => takeTyped(text, name(), take);
  byId("key-use-typed").addEventListener("click", () => typed(byId("key-typed").value));
  byId("key-file").addEventListener("change", ({ target }) => takeFile(target.files[0], take));
  if (!canScan) return;
  byId("key-scan-line").hidden = false;
  byId("key-scan").addEventListener("click", async () => {
    const code = await scanCode(byId("key-video")).catch(() => null);
    if (code) typed(code);
  });
}

async function takeTyped(typed, name, take) {
  const { key, wrong, missing } = await readSheet(typed, name);
  byId("key-typed-said").textContent = key ? "" : mistakes(wrong, missing);
  if (key) take(key, say("Đã đọc khóa từ tờ khóa.", "The key was read from the sheet."));
}

function mistakes(wrong, missing) {
  if (wrong.length > 0) return say(`Gõ sai ở dòng ${wrong.join(", ")}.`, `A mistake in line ${wrong.join(", ")}.`);
  if (missing > 0) return say(`Còn thiếu ${missing} ký tự.`, `${missing} characters are missing.`);
  if (missing < 0) return say(`Thừa ${-missing} ký tự.`, `${-missing} characters too many.`);
  return say("Có ký tự không có trên tờ khóa.", "There are characters that no sheet has.");
}

async function takeFile(file, take) {
  if (!file) return;
  const key = readKeyFile(await file.text());
  if (key) take(key, say("Đã đọc khóa từ tệp.", "The key was read from the file."));
  else refuseKey(say("Tệp này không phải tệp khóa.", "This is no key file."));
}

/** @param {string|null} words */
export function refuseKey(words) {
  byId("key-wrong").hidden = words === null;
  byId("key-wrong").textContent = words ?? "";
}
