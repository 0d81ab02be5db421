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
    ["Máy chủ đã cấp phiếu của đồng chí cho nhiều máy", "The server gave your ballot out to several devices"],
    [
      "Mỗi người chỉ được cấp phiếu cho một máy: máy chủ đã làm sai. Đừng xóa dữ liệu của trình duyệt; hãy báo ban kiểm phiếu ngay.",
      "It may give it to one device alone: the server did wrong. Do not clear the browser’s data; tell the counting board at once."],
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
