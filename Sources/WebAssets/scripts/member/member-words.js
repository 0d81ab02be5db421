import { Choice } from "../../ballot/choice.js";
import { isEnglish, make, say } from "../common/dom.js";

/* What the ballot's own names and refusals are called on the page. */

const STEPS = 5;

/** "Bước 2 trên 5": where a member is on the way to the box. @param {number} number @param {string} name */
export const stepLine = (number, name) =>
  say(`Bước ${number} trên ${STEPS} · ${name}`, `Step ${number} of ${STEPS} · ${name}`);

/** What a mark says, in the words of the form. @param {number|null} choice @param {string} kind of the round */
export function choiceWords(choice, kind) {
  const isRecognition = kind === "recognition";
  switch (choice) {
    case Choice.first: return isRecognition ? say("Đạt", "Met") : say("Đồng ý hủy bỏ", "Agree to annul");
    case Choice.second: return isRecognition ? say("Không đạt", "Not met") : say("Không đồng ý", "Do not agree");
    case Choice.blank: return say("Bỏ trống", "Blank");
    default: return say("Không hợp lệ", "Invalid");
  }
}

const NUMBERS = say(
  ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"],
  ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]);

/** A small number as it is said: "bốn". @param {number} number */
export const spelled = (number) => NUMBERS[number] ?? String(number);

/** "Cả bốn tiêu chí". @param {number} count */
export const allCriteria = (count) => say(`Cả ${spelled(count)} tiêu chí`, `All ${spelled(count)} criteria`);

/** "Cả bốn Đạt". @param {number} count @param {string} kind */
export const allFirst = (count, kind) =>
  say(
    `Cả ${spelled(count)} “${choiceWords(Choice.first, kind)}”`,
    `All ${spelled(count)} “${choiceWords(Choice.first, kind)}”`);

/** A count with its noun, in the singular where English wants it. */
export const counted = (count, vietnamese, one, many) =>
  say(`${count} ${vietnamese}`, `${count} ${count === 1 ? one : many}`);

/** @param {number} count */
export const slips = (count) => counted(count, "phiếu", "slip", "slips");

/** @param {number} count */
export const boxes = (count) => counted(count, "ô", "place", "places");

/** A text of the manifest: Vietnamese whatever the page's language. @param {string} text @param {string} [element] */
export const original = (text, element = "span") => make(element, isEnglish ? { lang: "vi" } : {}, text);

/**
 * How a refusal is told: what it is, and what to do.
 * @param {{code: string, reason?: string}} error
 * @returns {{heading: string, text: string}}
 */
export function refusalWords(error) {
  const refused = error.code === "refused" && (REFUSED[error.reason] ?? (error.mayPass && BUSY));
  const [heading, text] = refused || WORDS[error.code] || UNEXPECTED;
  return { heading: say(...heading), text: say(...text) };
}

/** Takes words in for what can be refused only later. @param {typeof WORDS} more */
export const teach = (more) => Object.assign(WORDS, more);

const TELL_BOARD = [
  "Hãy đưa máy cho ban kiểm phiếu xem ngay.",
  "Show this device to the counting board now.",
];

/** @param {[string, string]} vietnamese heading and text @param {[string, string]} english */
export const alarm = (vietnamese, english) =>
  [[vietnamese[0], english[0]], [`${vietnamese[1]} ${TELL_BOARD[0]}`, `${english[1]} ${TELL_BOARD[1]}`]];

const WORDS = {
  "round-mismatch": alarm(
    ["Đợt bỏ phiếu này không đúng",
      "Nội dung máy chủ gửi tới không khớp với mã đối chiếu đồng chí đã quét. Chưa có gì được gửi đi."],
    ["This is not the right round",
      "What the server sent does not match the round code that you scanned. Nothing has been sent."]),
  "dishonest-key": alarm(
    ["Khóa phát phiếu có vấn đề", "Máy kiểm tra thấy khóa phát phiếu không bình thường. Chưa có gì được gửi đi."],
    ["Something is wrong with the ballot’s keys",
      "This device found that a key is not as it must be. Nothing has been sent."]),
  "dishonest-token": alarm(
    ["Phiếu nhận được không hợp lệ",
      "Máy kiểm tra thấy phiếu máy chủ phát không mang chữ ký đúng. Chưa có phiếu nào được bỏ."],
    ["The ballot that was handed out is not valid",
      "This device found that a slip’s signature does not hold. Nothing has been cast."]),
  "bad-receipt": alarm(
    ["Giấy biên nhận không hợp lệ",
      "Máy chủ trả về một giấy biên nhận không mang chữ ký đúng. Những phiếu còn lại chưa được gửi."],
    ["A receipt is not valid",
      "The server answered with a receipt whose signature does not hold. The other slips have not been sent."]),
  "not-issued": alarm(
    ["Máy chủ không ký xác nhận cho máy này",
      "Máy chủ phát phiếu mà không ký rằng đã phát cho chính máy này. Chưa có phiếu nào được bỏ."],
    ["The server did not sign for this device",
      "The server handed out a ballot without signing that it is this device’s. Nothing has been cast."]),
  "transcript": alarm(
    ["Chìa khóa mở hòm được lập không đúng",
      "Máy kiểm tra thấy chìa khóa của ban kiểm phiếu không được lập đúng cách. Chưa có gì được gửi đi."],
    ["The board’s key was not made as it must be",
      "This device checked how the board made its key, and it does not hold. Nothing has been sent."]),
  "relay-host": alarm(
    ["Trạm chuyển phiếu nằm trên chính máy chủ",
      "Trạm phải là máy của cơ quan khác, nếu không thì chẳng giữ kín được gì. Chưa có gì được giao cho trạm này."],
    ["The relay is on the server itself",
      "A relay has to be another body’s machine, or it hides nothing. Nothing was handed to this relay."]),
  "not-frozen": [
    ["Ban kiểm phiếu chưa ký chốt đợt này", "The board has not signed this round yet"],
    ["Hãy báo thư ký: ban kiểm phiếu cần ký xác nhận danh sách trước khi phát phiếu.",
      "Tell the secretary: the counting board has to sign the round before ballots are handed out."],
  ],
  storage: [
    ["Trình duyệt này không lưu được phiếu", "This browser cannot keep your ballot"],
    [
      "Nếu đang mở ở chế độ ẩn danh, hãy mở lại ở cửa sổ thường. Nếu máy hết bộ nhớ, hãy xóa bớt rồi thử lại, hoặc dùng máy khác.",
      "If this is a private window, open the page in an ordinary one. If the device is full, make room and try again, or use another device."],
  ],
  "storage-begun": [
    ["Trình duyệt tạm thời không đọc được phiếu", "The browser cannot read your ballot just now"],
    [
      "Phiếu của đồng chí ở trong máy này và chỉ bỏ được từ máy này: đừng đổi máy, đừng xóa dữ liệu của trình duyệt. Hãy thử lại; nếu vẫn không được, tắt hẳn trình duyệt rồi mở lại trang này.",
      "Your ballot is in this device and can be cast from here only: do not change devices, do not clear the browser’s data. Try again; if that fails, close the browser altogether and open this page again."],
  ],
  damaged: [
    ["Dữ liệu phiếu trên máy này không còn", "What this device kept is gone"],
    [
      "Dữ liệu của trình duyệt đã bị xóa hoặc bị hỏng, nên máy này không thể tiếp tục. Nếu đồng chí chưa thấy dòng “Phiếu của đồng chí đã vào hòm” hoặc “Đã giao phiếu cho trạm”, hãy báo thư ký.",
      "The browser’s data were cleared or damaged, so this device cannot go on. If you have seen neither “Your ballot is in the box” nor “Handed to the relay”, tell the secretary."],
  ],
  "no-webcrypto": [
    ["Trình duyệt này không niêm kín được phiếu", "This browser cannot seal a ballot"],
    ["Địa chỉ phải bắt đầu bằng https://. Nếu đã đúng, hãy cập nhật trình duyệt hoặc dùng máy khác.",
      "The address must begin with https://. If it does, update the browser or use another device."],
  ],
  connection: [
    ["Chưa kết nối được", "No connection"],
    ["Máy chưa liên lạc được với máy chủ. Không mất gì cả; hãy kiểm tra mạng rồi thử lại.",
      "The server cannot be reached. Nothing is lost; check the network and try again."],
  ],
  answer: [
    ["Máy chủ trả lời không đúng", "An unexpected answer"],
    [
      "Có thể mạng ở đây chèn trang của họ vào giữa, như mạng Wi-Fi phải đăng nhập. Hãy dùng mạng khác rồi thử lại, hoặc báo thư ký.",
      "Something between here and the server may have put its own page in, such as a Wi-Fi sign-in. Use another network and try again, or tell the secretary."],
  ],
};

const REFUSED = {
  "unknown-round": [
    ["Không có đợt bỏ phiếu này", "There is no such round"],
    ["Hãy quét lại mã vuông trên màn hình phòng họp.", "Scan the QR code on the room’s screen once more."],
  ],
  "voter-absent": [
    ["Chưa được điểm danh có mặt", "Not marked present yet"],
    ["Hãy báo thư ký điểm danh cho đồng chí. Giữ trang này mở: được điểm danh xong, máy tự nhận phiếu.",
      "Ask the secretary to mark you present. Keep this page open: your ballot comes by itself once that is done."],
  ],
  "voter-excused": [
    ["Đồng chí được ghi là vắng mặt có lý do", "You are noted as excused"],
    [
      "Người được cho vắng mặt có lý do thì không nhận phiếu. Nếu đồng chí đang có mặt, hãy báo thư ký điểm danh lại; giữ trang này mở.",
      "Whoever is excused gets no ballot. If you are here, ask the secretary to mark you present, and keep this page open."],
  ],
  "already-issued": [
    ["Thẻ này đã nhận phiếu trên máy khác", "This card has been used on another device"],
    [
      "Mỗi thẻ chỉ nhận phiếu một lần. Nếu đồng chí đã nhận phiếu trên một máy khác, hãy tiếp tục trên chính máy ấy. Nếu không phải đồng chí, có thể người khác đã cầm nhầm thẻ: hãy báo thư ký ngay.",
      "A card takes one ballot, once. If you took yours on another device, go on there. If that was not you, somebody may have used your card by mistake: tell the secretary at once."],
  ],
  "voter-unknown": [
    ["Không có tên trong danh sách bỏ phiếu", "Not on this round’s list"],
    ["Hãy báo thư ký.", "Tell the secretary."],
  ],
  "slip-differs": [
    ["Phiếu này đã được bỏ với nội dung khác", "Another slip of the same kind is in the box already"],
    ["Phiếu bỏ đầu tiên là phiếu được tính. Hãy báo ban kiểm phiếu.", "The first one stands. Tell the counting board."],
  ],
  "storage-full": [
    ["Máy chủ hết chỗ lưu", "The server is full"],
    ["Không mất gì cả. Hãy báo thư ký, giữ trang này mở rồi thử lại.",
      "Nothing is lost. Tell the secretary, keep this page open and try again."],
  ],
};

const BUSY = [
  ["Máy chủ đang bận", "The server is busy"],
  ["Không mất gì cả. Giữ trang này mở: máy đang tự thử lại. Nếu đợi lâu, hãy báo thư ký.",
    "Nothing is lost. Keep this page open: this device is trying again. Tell the secretary if it takes long."],
];

const UNEXPECTED = [
  ["Chưa làm được", "That did not work"],
  ["Không mất gì cả. Hãy thử lại; nếu vẫn không được, hãy báo thư ký và đưa dòng chữ nhỏ dưới đây.",
    "Nothing is lost. Try again; if it still fails, show the secretary the small line below."],
];
