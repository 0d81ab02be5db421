/* The verify page: a file can be dropped, a code scanned; a link from a paper's QR code is checked at once. */

import { byId } from "../common/dom.js";
import { offerCamera } from "./camera.js";
import { takeFiles } from "./files.js";

/** Shorter than any signed note: an anchor of the page itself, "#main". */
const SHORTEST_NOTE = 60;

const result = document.querySelector("#verdict, #code-result");
if (result) result.focus();

if (document.getElementById("code-form")) {
  takeFiles(byId("file-form"));
  offerCamera(verifyCode);
}

/** Has the server check what a code says, as if it had been typed. */
function verifyCode(text) {
  byId("code").value = text;
  byId("code-form").requestSubmit();
}

/** Where a QR code led here: what follows "#" is the code; no browser sends it to a server by itself. */
function checkAddress() {
  const note = location.hash.slice(1);
  if (note.length < SHORTEST_NOTE) return;
  // On an answer's page there is no form; an address with another query is a page of its own, which has one.
  if (!document.getElementById("code-form")) return location.replace(`/verify?code#${note}`);
  // Coming back to this page must not check again.
  history.replaceState(null, "", "/verify");
  verifyCode(note);
}

addEventListener("hashchange", checkAddress);
checkAddress();
