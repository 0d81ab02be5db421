/* Before freezing: the board makes its key here, puts it by on paper, and registers the public half. */

import { byId, make, say } from "../common/dom.js";
import { qrCodeElement } from "../common/qr-code.js";
import { staffCall } from "../round/staff-call.js";
import { isKeyOfDraft, keyFile, makeBoardKey, publicBoard } from "./board-key.js";
import { sheetCode, sheetLines } from "./key-sheet.js";

/** @param {string} round @param {import("./key-keeper.js").KeyKeeper} keeper */
export async function makeKeyPage(round, keeper) {
  const { board } = await staffCall("GET", `/rounds/${round}`);
  const page = { round, keeper, key: await keeper.key(), isPutBy: false };
  byId("make-form").addEventListener("submit", (event) => taken(event, () => makeKey(page)));
  byId("send-form").addEventListener("submit", (event) => taken(event, () => send(page)));
  byId("print-sheet").addEventListener("click", () => print(page));
  byId("save-file").addEventListener("click", () => save(page));
  byId("make-other").addEventListener("click", () => offerMaking(page));
  byId("show-again").addEventListener("click", () => showSheet(page));
  if (board) await showRegistered(page, board);
  else if (page.key) await showSheet(page);
  else offerMaking(page);
}

/** @param {Event} event @param {() => Promise<void>} work the form's own, in place of the browser's */
function taken(event, work) {
  event.preventDefault();
  return work();
}

async function showRegistered({ key }, board) {
  const isHere = key !== null && isKeyOfDraft(key, board);
  byId("registered-here").hidden = !isHere;
  byId("registered-elsewhere").hidden = isHere;
  byId("show-again").hidden = !isHere;
  byId("registered").hidden = false;
}

function offerMaking() {
  byId("made").hidden = true;
  byId("make").hidden = false;
  byId("member-name").focus();
}

async function makeKey(page) {
  page.key = await makeBoardKey(byId("member-name").value.trim().normalize("NFC").replace(/\s+/g, " "));
  page.isPutBy = false;
  await page.keeper.keep(page.key);
  await showSheet(page);
  byId("made-heading").focus();
}

async function showSheet({ key }) {
  const lines = await sheetLines(key);
  byId("sheet-name").textContent = key.name;
  byId("sheet-date").textContent = new Date().toLocaleDateString(say("vi-VN", "en-GB"));
  byId("sheet-lines").replaceChildren(...lines.map((line) => make("li", {}, line)));
  byId("sheet-code").replaceChildren(qrCodeElement(sheetCode(lines), say("Mã QR của khóa", "QR code of the key")));
  byId("make").hidden = true;
  byId("made").hidden = false;
}

function print(page) {
  page.isPutBy = true;
  window.print();
}

function save(page) {
  page.isPutBy = true;
  const address = URL.createObjectURL(new Blob([keyFile(page.key)], { type: "application/json" }));
  make("a", { href: address, download: `ban-kiem-phieu-${page.round}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function send(page) {
  const said = byId("send-said");
  said.hidden = page.isPutBy;
  said.textContent = say("Hãy in tờ khóa hoặc tải tệp khóa trước đã.", "Print the sheet or download the file first.");
  if (!page.isPutBy) return;
  try {
    await staffCall("PUT", `/rounds/${page.round}/board`, publicBoard(page.key));
    location.reload();
  } catch (refusal) {
    said.hidden = false;
    said.textContent = refusal.message;
  }
}
