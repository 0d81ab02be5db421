/* The board's desk: what there is to do in the round's present state. */

import { byId, say } from "../common/dom.js";
import { MemoryStore, VoterClient, loadManifest, readRoundID } from "../../ballot/ballot.js";
import { countedPage } from "./counted-page.js";
import { KeyKeeper } from "../../ballot/board.js";
import { makeKeyPage } from "./make-key.js";
import { openPage } from "./open-page.js";
import { everySoOften, publicStatus } from "../round/public-status.js";
import { signPage } from "./sign-page.js";

const PAUSE = 4_000;

const { round, roundId, state, signed, code, several } = byId("board").dataset;

try {
  // Members of a board of several have pages of their own.
  if (!several) await show(await KeyKeeper.open(round));
} catch (error) {
  byId("board-failed").hidden = false;
  byId("board-failed").textContent = wordsOf(error);
}

async function show(keeper) {
  if (state === "draft") return makeKeyPage(round, keeper);
  if (state === "cancelled" || (state === "frozen" && signed)) return;
  // The manifest is compared with the roundID before anything of it is read, and fetched anew each time.
  const manifest = await loadManifest(new VoterClient(readRoundID(roundId)), new MemoryStore());
  if (state === "frozen") return signPage(round, keeper, manifest, code);
  if (state === "sealed") return openPage(round, keeper, manifest);
  if (state === "opened" || state === "certified") return countedPage(round, keeper, manifest, state === "certified");
  everySoOften(PAUSE, followSteps);
  byId("key-here").hidden = false;
  byId("key-here").textContent = (await keeper.keyOf(manifest))
    ? say("Khóa của đợt này đang ở trên máy này.", "The key of this round is on this device.")
    : say(
      "Khóa của đợt này không ở trên máy này; mang theo tờ khóa hoặc tệp khóa khi kiểm phiếu.",
      "The key of this round is not on this device; bring the sheet or the file to the count.");
}

/** The board waits here for the sealing. */
async function followSteps() {
  const status = await publicStatus(roundId);
  if (status && status.state !== state) location.reload();
}

function wordsOf(error) {
  const words = {
    "round-mismatch": say(
      "Bản đợt máy chủ đưa không đúng với mã đối chiếu. Đừng ký, đừng đưa khóa; hãy báo cho hội nghị.",
      "The server's round is not the one of this code. Sign nothing, release nothing; tell the meeting."),
    "no-webcrypto": say("Trang phải được mở qua HTTPS.", "The page must be opened over HTTPS."),
    storage: say(
      "Trình duyệt này không lưu được khóa; hãy dùng trình duyệt khác hoặc tắt chế độ riêng tư.",
      "This browser keeps nothing; use another one, or leave private mode."),
    connection: say("Mất kết nối với máy chủ; hãy tải lại trang.", "No connection to the server; load the page again."),
  };
  return words[error.code] ?? error.message;
}
