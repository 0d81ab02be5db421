/* What each check looked at and found, in words for the meeting. */

import { byId, make, say } from "../common/dom.js";
import { encodeBase64URL } from "../../ballot/base64url.js";

const WORDS = {
  keys: [
    say("Khóa phát phiếu", "Issuing keys"),
    say(
      "mỗi nội dung một khóa riêng, không khóa nào dính với khóa khác",
      "one for each contest, none related to another")],
  freeze: [say("Chữ ký chốt đợt", "Freeze signatures"), say(
    "ban kiểm phiếu đã ký đúng bản đợt này",
    "the board signed this very round")],
  transcript: [say("Khóa của ban kiểm phiếu", "The board's key"), say(
    "cả ban cùng tạo, từng thành viên đã xác nhận",
    "made by the whole board, each member has confirmed it")],
  attendance: [say("Danh sách có mặt", "Attendance"), say("mỗi đồng chí đúng một lần", "each member once")],
  roll: [
    say("Sổ phát phiếu", "Roll of ballots issued"),
    say(
      "chỉ người có mặt, mỗi người một lần, có chữ ký của chính họ",
      "only those present, each once, with their own signature")],
  boxes: [say("Hòm phiếu", "Boxes"), say(
    "không phiếu nào nằm hai lần; không nhiều hơn số đã phát",
    "no slip lies in them twice; no more than were issued")],
  slips: [say("Từng lá phiếu", "Every slip"), say(
    "mang mã phát hợp lệ, chữ ký đúng, nằm đúng hòm",
    "has a valid token and signature, lies in its own box")],
  closing: [say("Kết thúc bỏ phiếu", "End of voting"), say(
    "máy chủ đã ký giờ kết thúc và sổ phát phiếu",
    "the service signed its time, and the roll of ballots issued")],
  steps: [say("Diễn biến", "Course"), say(
    "các bước theo đúng thứ tự thời gian",
    "the steps follow one another in time")],
  relays: [say("Máy chuyển phiếu", "Relays"), say(
    "trạm nào đã báo thì số phiếu đã chuyển có chữ ký của trạm ấy",
    "how many ballots each says that it sent has its own signature")],
  seal: [
    say("Niêm phong", "Seal"),
    say(
      "tính lại từ hòm, danh sách và sổ: trùng khớp; máy chủ đã ký",
      "recomputed from boxes, attendance and roll: the same; signed by the service")],
  found: [say(
    "Người đã tìm thấy phiếu của mình",
    "Members who found their slips"), say("chữ ký của họ đúng", "their signatures hold")],
};

/** @param {import("../../ballot/sealed-audit.js").SealedAudit} audit */
export function showAudit({ checks, holds, seal, boxes, contradictions, short, isOverstated, counts }) {
  byId("evidence").replaceChildren(...checks.map(({ name, faults }) => evidenceLine(...WORDS[name], faults)));
  showVerdict(byId("audit-verdict"), holds, holds
    ? say("Hòm phiếu nguyên vẹn, đúng như lúc niêm phong.", "The box is intact, just as it was sealed.")
    : say(
      "Hòm phiếu không đạt kiểm tra. Không đưa khóa ra; ghi các lỗi vào biên bản.",
      "The box fails its check. The key is not released; note the faults in the minutes."));
  byId("contradiction").hidden = contradictions.length === 0;
  byId("contradiction").textContent = contradictionWords(contradictions, boxes, counts);
  byId("short").hidden = short.length === 0;
  byId("short").textContent = shortWords(short, boxes, counts);
  byId("overstated").hidden = !isOverstated;
  byId("overstated").textContent = overstatedWords(counts);
  byId("audit-words").textContent = say("Đã kiểm tra xong.", "The check is done.");
  byId("audit-progress").hidden = true;
  showFigures(counts, seal);
}

/**
 * More members say that they found all their slips than some box holds: nothing is hidden of that, whoever is to blame.
 */
function contradictionWords(contests, boxes, { found }) {
  const fewest = Math.min(...contests.map((contest) => boxes[contest].length));
  const [vi, en] = [
    [
      `Mâu thuẫn: ${found} đồng chí báo đã thấy đủ phiếu, nhưng ở ${contests.length} nội dung hòm chỉ có từ ${fewest} phiếu.`,
      "Có người báo không đúng, hoặc hai người thấy cùng một phiếu. Hãy ghi vào biên bản."],
    [
      `Contradiction: ${found} members say that they found all their slips; ${contests.length} boxes hold as few as ${fewest}.`,
      "Somebody says what is not so, or two found the same slip. Note it in the minutes."],
  ];
  return say(vi.join(" "), en.join(" "));
}

/** Ballots that relays say were handed to them, and that are not in the box: malformed, or dropped. */
function shortWords(contests, boxes, { mixed }) {
  const fewest = Math.min(...contests.map((contest) => boxes[contest].length));
  return say(
    `Thiếu phiếu: ${mixed} đồng chí đã gửi qua máy chuyển phiếu, nhưng ở ${contests.length} nội dung hòm chỉ có từ ${fewest} phiếu. Hãy ghi vào biên bản.`,
    `Slips are missing: ${mixed} members handed theirs to a relay; ${contests.length} boxes hold as few as ${fewest}. Note it in the minutes.`);
}

/** More ballots than there are, as relays say: one of them is wrong, or a member went through two. */
function overstatedWords({ mixed, issued }) {
  return say(
    `Máy chuyển phiếu báo thừa: nói đã gửi phiếu của ${mixed} đồng chí, nhưng chỉ ${issued} đồng chí được phát phiếu. Hãy ghi vào biên bản.`,
    `Relays overstate: they say that they sent the ballots of ${mixed} members, but only ${issued} have one. Note it in the minutes.`);
}

/** How much of the box has come. @param {number} done @param {number|null} total in bytes */
export function showLoading(done, total) {
  const bar = byId("audit-progress");
  if (total) [bar.max, bar.value] = [total, done];
  const [come, whole] = [done, total].map((bytes) => bytes && (bytes / 1e6).toFixed(1));
  byId("audit-words").textContent = total
    ? say(`Đang tải hòm phiếu: ${come} / ${whole} MB`, `Loading the box: ${come} of ${whole} MB`)
    : say(`Đang tải hòm phiếu: ${come} MB`, `Loading the box: ${come} MB`);
}

/** @param {string} title @param {string} words @param {string[]} faults */
export function evidenceLine(title, words, faults) {
  const holds = faults.length === 0;
  const mark = make("span", { class: "unseen" }, holds ? say("đúng: ", "holds: ") : say("sai: ", "fails: "));
  const more = faults.length > 3 ? say(`và ${faults.length - 3} lỗi khác`, `and ${faults.length - 3} more`) : null;
  const list = [...faults.slice(0, 3), more].filter(Boolean).map((fault) => make("li", { lang: "en" }, fault));
  return make("li", { class: holds ? "holds" : "fails" },
    make("strong", {}, mark, title), make("span", {}, words), holds ? null : make("ul", {}, list));
}

/** @param {HTMLElement} element @param {boolean} holds @param {string} words */
export function showVerdict(element, holds, words) {
  element.hidden = false;
  element.textContent = words;
  element.classList.toggle("good", holds);
  element.classList.toggle("wrong", !holds);
}

function showFigures({ summoned, present, issued, slips, found }, seal) {
  const figures = [
    [say("Được triệu tập", "Summoned"), summoned], [say("Có mặt", "Present"), present],
    [say("Đã nhận phiếu", "Hold ballots"), issued], [say("Phiếu trong hòm", "Slips in the box"), slips],
    [say("Đã tìm thấy phiếu", "Found their slips"), `${found} / ${issued}`],
  ];
  byId("seal-counts").replaceChildren(...figures.map(([term, figure]) =>
    make("div", {}, make("dt", {}, term), make("dd", {}, figure))));
  byId("seal-facts-block").hidden = false;
  if (!seal) return;
  const facts = [
    [say("Niêm phong lúc", "Sealed at"), sealingTime(seal)],
    [say("Dấu niêm phong, H(seal)", "Seal, H(seal)"), encodeBase64URL(seal.hash)],
    [say("Gốc hòm phiếu", "Box root"), encodeBase64URL(seal.boxRoot)],
  ];
  byId("seal-facts").replaceChildren(...facts.flatMap(([term, fact]) => [make("dt", {}, term), make("dd", {}, fact)]));
}

/** The protocol's first version has the time under no signature. */
function sealingTime({ sealedAt, times }) {
  const time = new Date(sealedAt * 1000).toLocaleString(say("vi-VN", "en-GB"), { timeZone: "Asia/Ho_Chi_Minh" });
  if (times) {
    return [`${time} `, make("small", { id: "seal-time-said" }, say(
      "(theo lời máy chủ, có trong dấu niêm phong)",
      "(as the service says, and part of the seal)"))];
  }
  return [`${time} `, make("small", { id: "seal-time-said" }, say(
    "(theo lời máy chủ; không có chữ ký nào xác nhận giờ này)",
    "(as the service says; no signature is over that time)"))];
}

/** @param {number} done @param {number} total */
export function showAuditProgress(done, total) {
  const bar = byId("audit-progress");
  if (done % 16 && done !== total) return;
  [bar.max, bar.value] = [total, done];
  byId("audit-words").textContent = say(
    `Đang kiểm tra ${done} trên ${total} lá phiếu…`,
    `Checking ${done} of ${total} slips…`);
}
