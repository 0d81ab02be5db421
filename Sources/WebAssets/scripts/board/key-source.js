/*
 * Where the key comes from: this device, the sheet (typed or scanned), the file. One that is not the board's is
 * refused.
 */

import { byId, say } from "../common/dom.js";
import { BoardDevice, memberOf } from "../../ballot/board.js";
import { offerReading, refuseKey } from "./key-reading.js";

/**
 * @param {import("../../ballot/board.js").KeyKeeper} keeper @param {import("../../ballot/manifest.js").Manifest}
 *     manifest
 * @param {(device: BoardDevice) => void} onDevice with a key of this manifest's board
 */
export async function askForKey(keeper, manifest, onDevice) {
  const take = (key, words) => offer(key, manifest, words, onDevice);
  const kept = await keeper.keyOf(manifest);
  if (kept) return take(kept, say("Khóa của đợt này đang ở trên máy này.", "The key of this round is on this device."));
  byId("key-elsewhere").hidden = false;
  offerReading(() => manifest.board.members[0].name, take);
}

function offer(key, manifest, words, onDevice) {
  const isOurs = memberOf(key, manifest) >= 0;
  refuseKey(isOurs ? null : say(
    "Khóa này không phải khóa của ban kiểm phiếu trong đợt đã chốt. Không gửi gì đi.",
    "This key is not that of the board in the frozen round. Nothing is sent."));
  if (!isOurs) return;
  byId("key-elsewhere").hidden = true;
  byId("key-here").hidden = false;
  byId("key-here").textContent =
    `${words} ${say("Khớp với khóa công khai của ban kiểm phiếu.", "It matches the board's public key.")}`;
  onDevice(new BoardDevice(key, manifest));
}
