/* What a seat's page says of members and faults, in plain words. */

import { make, say } from "../common/dom.js";

const DEEDS = [
  ["minuted", say("Đã ký biên bản", "Signed the minutes")],
  ["shared", say("Đã đưa phần khóa", "Gave the share")],
  ["frozen", say("Đã ký đợt", "Signed the round")],
  ["proved", say("Đã cất tờ khóa", "Has put the sheet by")],
  ["certified", say("Đã xác nhận khóa", "Confirmed the key")],
  ["dealt", say("Đã trao phần khóa", "Dealt the shares")],
  ["committed", say("Đã cam kết", "Committed")],
  ["registered", say("Đã vào", "Has come")],
];

/** What a member does in the present state, as the deed that ends its part. */
const WANTED = { draft: "certified", frozen: "frozen", sealed: "shared", opened: "minuted" };

/**
 * The list of members with what each has done last.
 * @param {import("../../ballot/seat-client.js").SeatView} view @returns {HTMLElement[]}
 */
export function people({ members, place, state }) {
  return members.map((member, at) => {
    const [, words] = DEEDS.find(([deed]) => member[deed]) ?? ["", say("Chưa vào", "Not yet here")];
    const isDone = !(state in WANTED) || member[WANTED[state]];
    return make("li", { "data-member": at },
      make("span", {}, make("strong", { lang: "vi" }, member.name),
        at === place ? make("small", {}, say(" (máy này)", " (this device)")) : null),
      make("span", { class: isDone ? "tag good" : "tag" }, words));
  });
}

/** "A, B và C" @param {string[]} names */
export const listed = (names) => new Intl.ListFormat(say("vi", "en")).format(names);

/** Those of whom a deed is still wanted. @param {import("../../ballot/seat-client.js").SeatView} view */
export const missing = ({ members }, deed) => members.filter((member) => !member[deed]).map(({ name }) => name);

/** "Đang chờ: A và B." @param {string[]} names */
export const waitingFor = (names) => names.length === 0
  ? say("Mọi người đã xong; máy đang làm bước tiếp.", "Everybody is done; the device goes on.")
  : say(`Đang chờ: ${listed(names)}.`, `Waiting for ${listed(names)}.`);

/**
 * Who broke the attempt, in words that leave no doubt who is meant.
 * @param {import("../../ballot/ceremony-evidence.js").Finding} finding @param {Array<{name: string}>} members
 */
export function findingWords({ member, reason, accuser, accused }, members) {
  const name = members[member].name;
  if (accuser !== undefined) {
    return accusationWords(name, members[accuser].name, members[accused].name, member === accuser);
  }
  if (reason === "two-commitments") {
    return say(
      `Máy của đồng chí ${name} đã ký hai cam kết khác nhau trong cùng một lần.`,
      `The device of ${name} signed two different commitments in one attempt.`);
  }
  if (reason === "against-commitment" || reason === "commitment") {
    return say(
      `Máy của đồng chí ${name} đã gửi phần khóa khác với cam kết mà chính máy đó đã ký.`,
      `The device of ${name} sent another part of the key than the one it had signed a commitment to.`);
  }
  return say(
    `Máy của đồng chí ${name} đã ký và gửi một phần khóa sai; máy nào cũng thấy được.`,
    `The device of ${name} signed and sent a part of the key that is wrong, as every device can see.`);
}

function accusationWords(name, accuser, accused, isFalse) {
  return isFalse
    ? say(
      `Máy của đồng chí ${name} báo rằng phần khóa nhận từ đồng chí ${accused} bị hỏng. Máy này đã kiểm tra: phần khóa đó tốt. Báo sai là máy của đồng chí ${name}; đồng chí ${accused} không có lỗi.`,
      `The device of ${name} said that the share from ${accused} is bad. This device has checked: that share is good. The device of ${name} accused falsely; ${accused} did nothing wrong.`)
    : say(
      `Máy của đồng chí ${name} đã gửi cho đồng chí ${accuser} một phần khóa không dùng được. Máy này đã tự kiểm tra điều đó; đồng chí ${accuser} báo đúng.`,
      `The device of ${name} sent ${accuser} a share that cannot be used. This device has checked that by itself; ${accuser} was right to say so.`);
}

const FAULTS = {
  own: say(
    "Máy chủ đưa ra ở chỗ của đồng chí một thứ không phải của máy này.",
    "In your place the server shows something that is not of this device."),
  unsigned: say(
    "Máy chủ đưa ra điều mà thành viên không ký. Không ai bị nêu tên vì việc này.",
    "The server shows what no member has signed. Nobody is named by it."),
  other: say(
    "Máy chủ đưa ra một lần tạo khóa khác với lần mà máy này đang làm.",
    "The server shows another attempt at making the key than the one this device takes part in."),
  transcript: say(
    "Bản ghi việc tạo khóa không giống bản mà máy này đã xác nhận.",
    "The record of how the key was made is not the one that this device confirmed."),
};

const WORDS = {
  transcript: say(
    "Khóa trong đợt đã chốt không phải khóa mà ban kiểm phiếu đã tạo. Đừng ký.",
    "The key in the frozen round is not the one that the board made. Do not sign."),
  "other-board": say(
    "Ban kiểm phiếu trong đợt đã chốt không phải ban đã tạo khóa này. Đừng ký.",
    "The board in the frozen round is not the one that made this key. Do not sign."),
  "other-round": say(
    "Khóa này đã dành cho một đợt khác. Mỗi khóa chỉ dùng cho một đợt.",
    "This key is for another round. A key is good for one round only."),
  "other-seal": say(
    "Phần khóa đã được đưa ra cho một dấu niêm phong khác. Máy chủ có hai dấu niêm phong: hãy ghi vào biên bản.",
    "The share was released for another seal. The server has two seals: note it in the minutes."),
  "round-mismatch": say(
    "Bản đợt máy chủ đưa không đúng với mã của đợt. Đừng ký.",
    "The server's round is not the one of its code. Do not sign."),
  "board-key": say(
    "Khóa mở hòm mà máy chủ công bố không phải do các phần khóa của ban ghép thành.",
    "The key that the server shows is not what the board's shares come to."),
  storage: say(
    "Trình duyệt này không lưu được gì. Hãy tắt chế độ riêng tư, hoặc dùng trình duyệt khác.",
    "This browser keeps nothing. Leave private mode, or use another browser."),
  "no-webcrypto": say("Trang phải được mở qua HTTPS.", "The page must be opened over HTTPS."),
  "other-count": say(
    "Máy này đếm khác máy chủ. Không ký biên bản; hãy ghi lại sự việc.",
    "This device counts otherwise than the server. Sign nothing; note what happened."),
};

/** @param {Error} error @param {Array<{name: string}>} members @returns {string} */
export function faultWords(error, members) {
  if (error.code === "ceremony" && error.member !== undefined) return findingWords(error, members);
  const unknown = say("Máy chủ trả lời điều không hiểu được.", "The server's answer cannot be understood.");
  return (error.code === "ceremony" && FAULTS[error.reason]) || WORDS[error.code] || unknown;
}
