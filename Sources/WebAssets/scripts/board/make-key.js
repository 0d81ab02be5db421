/*
 * Before freezing: the board makes its key here, puts it by on paper or in a file, reads back what it put by, and
 * only then registers the public half. A key that is registered already is touched by none of it.
 */

import { byId, make, say } from "../common/dom.js";
import { qrCodeElement } from "../common/qr-code.js";
import { staffCall } from "../round/staff-call.js";
import { takeStep } from "../round/taking-steps.js";
import {
  isKeyOfDraft, isSameKey, keyFile, makeBoardKey, publicBoard, sheetCode, sheetLines,
} from "../../ballot/board.js";
import { offerReading, refuseKey } from "./key-reading.js";

/** @param {string} round @param {import("../../ballot/key-keeper.js").KeyKeeper} keeper */
export async function makeKeyPage(round, keeper) {
  const { board } = await takeStep({ send: () => staffCall("GET", `/rounds/${round}`), told: () => {} });
  const keys = await keeper.keys();
  const registered = keys.find((key) => isKeyOfDraft(key, board)) ?? null;
  const unregistered = keys.findLast((key) => key !== registered) ?? null;
  const page = { round, keeper, board, key: null, isProved: false };
  listen(page, registered, unregistered);
  if (board) showRegistered(registered, unregistered);
  else if (unregistered) await showSheet(page, unregistered);
  else offerMaking();
}

function listen(page, registered, unregistered) {
  byId("make-form").addEventListener("submit", (event) => taken(event, () => makeKey(page)));
  byId("send-form").addEventListener("submit", (event) => taken(event, () => send(page)));
  byId("print-sheet").addEventListener("click", () => window.print());
  byId("save-file").addEventListener("click", () => save(page));
  byId("make-other").addEventListener("click", offerMaking);
  byId("show-again").addEventListener("click", () => showSheet(page, registered));
  byId("show-unregistered").addEventListener("click", () => showSheet(page, unregistered));
  offerReading(() => page.key.name, (key) => prove(page, key));
}

/** @param {Event} event @param {() => Promise<void>} work the form's own, in place of the browser's */
function taken(event, work) {
  event.preventDefault();
  return work();
}

function showRegistered(registered, unregistered) {
  byId("registered-here").hidden = registered === null;
  byId("registered-elsewhere").hidden = registered !== null;
  byId("show-again").hidden = registered === null;
  byId("unregistered").hidden = unregistered === null;
  byId("registered").hidden = false;
}

function offerMaking() {
  byId("made").hidden = true;
  byId("make").hidden = false;
  byId("member-name").focus();
}

async function makeKey(page) {
  const name = byId("member-name").value.trim().normalize("NFC").replace(/\s+/g, " ");
  const key = await makeBoardKey(name);
  await page.keeper.keep(key);
  await showSheet(page, key);
  byId("made-heading").focus();
}

async function showSheet(page, key) {
  page.key = key;
  showProved(page, false);
  const lines = await sheetLines(key);
  byId("sheet-name").textContent = key.name;
  byId("sheet-date").textContent = new Date().toLocaleDateString(say("vi-VN", "en-GB"));
  byId("sheet-lines").replaceChildren(...lines.map((line) => make("li", {}, line)));
  byId("sheet-code").replaceChildren(qrCodeElement(sheetCode(lines), say("Mã QR của khóa", "QR code of the key")));
  byId("registering").hidden = isKeyOfDraft(key, page.board);
  byId("make").hidden = true;
  byId("made").hidden = false;
}

function save({ key, round }) {
  const address = URL.createObjectURL(new Blob([keyFile(key)], { type: "application/json" }));
  make("a", { href: address, download: `ban-kiem-phieu-${round}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What was put by is read back: a sheet that came out blank, or a file that nobody finds again, opens no box. */
function prove(page, key) {
  const isProved = isSameKey(key, page.key);
  refuseKey(isProved ? null : say(
    "Đây là bản cất của một khóa khác, không phải khóa vừa tạo.",
    "This is a copy of another key, not of the one made here."));
  showProved(page, isProved);
}

function showProved(page, isProved) {
  page.isProved = isProved;
  byId("proved").hidden = !isProved;
  byId("send").disabled = !isProved;
}

async function send({ round, key, isProved }) {
  if (!isProved) return;
  const board = publicBoard(key);
  byId("send").disabled = true;
  try {
    await takeStep({
      send: () => staffCall("PUT", `/rounds/${round}/board`, board),
      isTaken: async () => isKeyOfDraft(key, (await staffCall("GET", `/rounds/${round}`)).board),
      told: saySending,
    });
    location.reload();
  } catch (refusal) {
    byId("send").disabled = false;
    saySending(refusal.message);
  }
}

function saySending(words) {
  byId("send-said").hidden = words === "";
  byId("send-said").textContent = words;
}
