import { make, say } from "../common/dom.js";
import { original } from "./member-words.js";
import { notice, paragraph } from "./stage-view.js";

/**
 * Which way slips go, and who can open the box: said before a ballot is taken.
 * @param {import("../../ballot/manifest.js").Manifest} manifest
 * @returns {HTMLElement|null} null in version 1, where nothing was chosen
 */
export function wayWords({ casting, board }) {
  if (casting === null) return null;
  const way = casting.relays.length > 0 ? through(casting.relays) : paragraph(say(
    "Đợt này không có trạm chuyển phiếu: phiếu đi thẳng từ máy này tới máy chủ. Ai quản lý máy chủ mà cố ý ghi lại kết nối thì có thể biết phiếu nào từ máy nào.",
    "This round has no relay: slips go straight from this device to the server. Whoever runs the server and records connections on purpose can learn which slips came from which device."));
  const words = notice("", way, opening(board));
  words.id = "way-words";
  return words;
}

const through = (relays) => paragraph(say("Phiếu đi qua trạm chuyển phiếu ", "Slips go through the relay "),
  named(relays), say(
    ". Trạm giữ phiếu đã niêm kín đến khi kết thúc bỏ phiếu, trộn lẫn với phiếu của người khác rồi mới gửi vào hòm: máy chủ không biết phiếu nào từ máy nào, trạm không đọc được phiếu.",
    ". It keeps sealed slips until voting ends, mixes them with other members’ and only then sends them to the box: the server cannot tell which came from which device, and the relay cannot read them."));

/** Each with its host, by which one can tell whose machine it is. @param {Array<{name: string, url: string}>} relays */
const named = (relays) => relays.flatMap(({ name, url }, place) => [place === 0 ? "" : say(" hoặc ", " or "),
  original(name, "strong"), " (", make("code", {}, new URL(url).host), ")"]);

const opening = ({ threshold, members }) => (members.length === 1
  ? paragraph(say("Một người giữ chìa khóa mở hòm: ", "One person holds the key that opens the box: "),
    original(members[0].name, "strong"), ".")
  : make("p", { id: "board-words" }, say(
    `Chìa khóa mở hòm chia cho ${members.length} người; phải có ít nhất ${threshold} người cùng mở.`,
    `The key that opens the box is shared among ${members.length} people; at least ${threshold} have to open it together.`)));
