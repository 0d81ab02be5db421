/* Where the key comes from: this device, the sheet (typed or scanned), the file. One that is not the board's is refused. */

import { byId, say } from "../common/dom.js";
import { memberOf, readKeyFile } from "./board-key.js";
import { readSheet } from "./key-sheet.js";
import { canScan, scanCode } from "./scan-code.js";

/**
 * @param {import("./key-keeper.js").KeyKeeper} keeper @param {import("../../ballot/manifest.js").Manifest} manifest
 * @param {(key: import("./board-key.js").BoardKey, member: number) => void} onKey with a key of this manifest's board
 */
export async function askForKey(keeper, manifest, onKey) {
  const name = manifest.board.members[0].name;
  const take = (key, words) => offer(key, manifest, words, onKey);
  const kept = await keeper.key();
  if (kept && take(kept, say("Khóa của đợt này đang ở trên máy này.", "The key of this round is on this device."))) return;
  byId("key-elsewhere").hidden = false;
  byId("key-use-typed").addEventListener("click", () => takeTyped(byId("key-typed").value, name, take));
  byId("key-file").addEventListener("change", ({ target }) => takeFile(target.files[0], take));
  if (!canScan) return;
  byId("key-scan-line").hidden = false;
  byId("key-scan").addEventListener("click", async () => {
    const code = await scanCode(byId("key-video")).catch(() => null);
    if (code) takeTyped(code, name, take);
  });
}

function offer(key, manifest, words, onKey) {
  const member = memberOf(key, manifest);
  refuse(member < 0 ? say(
    "Khóa này không phải khóa của ban kiểm phiếu trong đợt đã chốt. Không gửi gì đi.",
    "This key is not that of the board in the frozen round. Nothing is sent.") : null);
  if (member < 0) return false;
  byId("key-elsewhere").hidden = true;
  byId("key-here").hidden = false;
  byId("key-here").textContent = `${words} ${say("Khớp với khóa công khai của ban kiểm phiếu.", "It matches the board's public key.")}`;
  onKey(key, member);
  return true;
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
  const key = file ? readKeyFile(await file.text()) : null;
  if (file && !key) refuse(say("Tệp này không phải tệp khóa.", "This is no key file."));
  if (key) take(key, say("Đã đọc khóa từ tệp.", "The key was read from the file."));
}

function refuse(words) {
  byId("key-wrong").hidden = words === null;
  byId("key-wrong").textContent = words ?? "";
}
