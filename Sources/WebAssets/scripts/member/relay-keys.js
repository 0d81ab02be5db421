import { fingerprint, hostOf } from "../../ballot/relay-reference.js";
import { make, say } from "../common/dom.js";
import { original } from "./member-words.js";
import { paragraph } from "./stage-view.js";

/**
 * For whoever wants to compare: each relay's host, and its key as its own body gives it out.
 * @param {Array<{name: string, url: string, key: Uint8Array}>} relays
 */
export const relayKeys = (relays) => make("details", { id: "relay-keys" },
  make("summary", {}, say("Trạm này là máy của ai?", "Whose machine is that?")),
  paragraph(say(
    "Trạm phải là máy của một cơ quan khác, không phải máy chủ bỏ phiếu. Có thể hỏi cơ quan ấy địa chỉ và dấu vân khóa của trạm, rồi so với các dòng dưới đây.",
    "A relay has to be another body’s machine, and not the voting server. Ask that body for its address and its key’s fingerprint, and compare them with the lines below.")),
  make("ul", {}, relays.map(keyLine)));

function keyLine(relay) {
  const print = make("code", { class: "fingerprint" });
  fingerprint(relay.key).then((text) => { print.textContent = text; });
  return make("li", {}, original(relay.name, "strong"), ": ", make("code", {}, hostOf(relay.url)), ", ",
    say("dấu vân khóa ", "key fingerprint "), print);
}
