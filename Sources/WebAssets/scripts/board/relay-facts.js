/* The relays that a frozen round names, for whoever signs it: name, host, and a fingerprint to be compared. */

import { make, say } from "../common/dom.js";
import { fingerprint, hostOf, isOnLoopback } from "../../ballot/relay-reference.js";

/**
 * @param {import("../../ballot/manifest.js").Manifest} manifest
 * @returns {Promise<HTMLElement|null>} null in version 1, where nothing was chosen
 */
export async function relayFacts({ casting }) {
  if (casting === null) return null;
  if (casting.relays.length === 0) return make("p", { id: "relay-facts" }, say(
    "Không có trạm chuyển phiếu: phiếu đi thẳng từ máy mọi người tới máy chủ.",
    "There is no relay: slips go straight from everybody’s device to the server."));
  const prints = await Promise.all(casting.relays.map(({ key }) => fingerprint(key)));
  return make("div", { id: "relay-facts" },
    make("ul", { class: "relays" }, casting.relays.map((relay, place) => lineOf(relay, prints[place]))),
    make("p", { class: "hint" }, say(
      "Dấu vân khóa phải giống dấu mà cơ quan giữ trạm đọc cho biết; sai một trạm là phiếu đi qua tay người khác.",
      "The fingerprint must be the one that the body running the relay reads out; a wrong relay means other hands.")));
}

const lineOf = ({ name, url }, print) => make("li", {},
  make("strong", { lang: "vi" }, name),
  isOnLoopback(url) ? make("span", { class: "tag care" }, say(
    "chạy thử, ở chính máy này",
    "trial, on this very machine")) : null,
  make("span", { class: "relay-identity" },
    make("code", {}, hostOf(url)), " · ", say("dấu vân khóa ", "key fingerprint "),
    make("code", { class: "fingerprint" }, print)));
