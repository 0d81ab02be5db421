import { say } from "../common/dom.js";
import { refusalWords } from "./member-words.js";

/**
 * How it is told that a relay did not do what it was asked.
 * @param {import("../../ballot/error.js").BallotError} error @returns {{heading: string, text: string}}
 */
export function relayRefusal(error) {
  if (error.code === "connection") return { heading: say(...SILENT), text: say(...UNREACHABLE) };
  if (error.mayPass) return { heading: say(...BUSY), text: say(...PASSES) };
  if (error.code !== "refused") return refusalWords(error);
  const [heading, text] = REFUSED[error.reason] ?? [REFUSES, TELL_SECRETARY];
  return { heading: say(...heading), text: say(...text) };
}

const REFUSED = {
  differs: [
    ["Trạm đã nhận một gói khác từ máy này", "The relay has another bundle of this device"],
    ["Hãy báo ban kiểm phiếu ngay; đừng xóa dữ liệu của trình duyệt.",
      "Tell the counting board at once; do not clear the browser’s data."],
  ],
  contested: [
    ["Nhiều máy cùng giao phiếu bằng tên đồng chí", "Several devices hand ballots over in your name"],
    ["Có máy khác đã giao phiếu bằng thẻ của đồng chí. Hãy báo ban kiểm phiếu ngay.",
      "Another device handed a ballot over with your card. Tell the counting board at once."],
  ],
};

const SILENT = ["Chưa liên lạc được với trạm", "The relay does not answer"];
const UNREACHABLE = ["Máy chưa liên lạc được với trạm chuyển phiếu.", "This device cannot reach the relay."];
const BUSY = ["Trạm đang bận", "The relay is busy"];
const PASSES = ["Trạm trả lời là đang bận.", "The relay says that it is busy."];
const REFUSES = ["Trạm không nhận yêu cầu này", "The relay does not accept this"];
const TELL_SECRETARY = [
  "Trạm trả lời là không làm được việc này cho đợt bỏ phiếu. Hãy báo thư ký.",
  "The relay says that it cannot do this for the round. Tell the secretary.",
];
