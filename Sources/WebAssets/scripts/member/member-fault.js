import { encodeBase64URL } from "../../ballot/base64url.js";
import { isEnglish, make, say } from "../common/dom.js";
import { original, refusalWords } from "./member-words.js";
import { actions, button, notice, paragraph } from "./stage-view.js";

/** Alarms after which this device must send nothing until people have looked into them. */
export const LASTING = ["dishonest-key", "dishonest-token", "not-issued", "bad-receipt"];

/** What of an alarm is kept on the device and handed in. @param {Error & {code: string}} error */
export const alarmOf = ({ code, reason, message, contest, contests }) =>
  ({ code, reason, message, contest, contests, at: new Date().toISOString() });

/** Something that the page cannot go on from by itself. */
export function showFault(error, visit, view, app) {
  // Whoever has begun here has slips that no other device can cast.
  const code = error.code === "storage" && visit.hasBegun ? "storage-begun" : error.code;
  const { heading, text } = refusalWords({ code, reason: error.reason });
  const isAlarm = error.isAlarm || error.wasKept === true;
  view.show(
    { name: isAlarm ? "alarm" : "fault", heading },
    notice(isAlarm ? "wrong" : "care",
      isAlarm ? paragraph(make("strong", {}, say("Báo động. ", "Alarm. "))) : null,
      paragraph(text)),
    isAlarm ? alarmSteps(error, visit, app) : faultSteps(error, visit, app),
    make("p", { class: "hint fault-code", "data-code": error.code, ...(isEnglish ? {} : { lang: "en" }) },
      [error.code, error.reason].filter(Boolean).join(" · ")));
  view.announce(`${heading}. ${text}`);
}

function faultSteps(error, visit, app) {
  const isCard = error.code === "refused" && ["already-issued", "voter-unknown"].includes(error.reason);
  return actions(
    button(say("Thử lại", "Try again"), () => app.again(), { class: isCard ? "" : "main", id: "retry" }),
    isCard ? button(say(
      "Dùng thẻ khác trên máy này",
      "Use another card on this device"), () => app.anotherCard(), { id: "another-card" }) : null);
}

/** What people do about an alarm: the evidence as a file, and later the way on. */
function alarmSteps(error, visit, app) {
  const file = evidence(error, visit);
  const places = error.evidence?.map(({ contest }) => contest) ?? [];
  return [
    places.length > 0 && visit.manifest ? affected(places, visit.manifest) : null,
    make("ol", {},
      make("li", {}, say(
        "Không làm gì thêm trên máy này; đừng xóa dữ liệu của trình duyệt.",
        "Do nothing more on this device; do not clear the browser’s data.")),
      make("li", {}, say(
        "Báo ban kiểm phiếu ngay và đưa màn hình này cho họ xem.",
        "Tell the counting board at once and show them this screen.")),
      make("li", {}, say(
        "Lưu tệp bằng chứng và giao cho ban kiểm phiếu.",
        "Save the evidence and hand it to the counting board."))),
    error.evidence ? notice("care", paragraph(say(
      "Tệp có các phiếu bị thiếu kèm giấy biên nhận. Khi hòm đã mở, ai có tệp này biết đồng chí đã đánh dấu những ô ấy thế nào: chỉ giao cho ban kiểm phiếu.",
      "The file holds the missing slips with their receipts. Once the box is open, whoever has it learns how you marked these places: give it to the counting board only."))) : null,
    actions(
      make("a", { class: "button main", href: file.address, download: file.name, id: "evidence" }, say(
        "Tải tệp bằng chứng",
        "Save the evidence")),
      button(say("Đã xem xét xong, thử lại", "Looked into: try again"), () => app.resolved(), { id: "resolved" })),
  ];
}

/** Which places of the form, for whoever wants to know. @param {number[]} places */
export function affected(places, { units, criteria }) {
  return make("details", { class: "affected" },
    make("summary", {}, say(`${places.length} ô bị ảnh hưởng`, `${places.length} places affected`)),
    make("ul", {}, places.map((contest) => make("li", {},
      original(units[Math.floor(contest / criteria.length)].name), ": ",
      original(criteria[contest % criteria.length].name)))));
}

/** The alarm as a file: what was seen, and where it is a loss, the slips and the receipts that prove it. */
function evidence(error, visit) {
  const slips = error.evidence?.map(({ contest, slip, receipt }) =>
    ({ contest, slip: encodeBase64URL(slip), receipt: encodeBase64URL(receipt) }));
  const { line, issued, voter = visit.session?.voter } = error;
  const stranger = issued && { voter, line, issued: encodeBase64URL(issued) };
  const document = { format: "phieukin-alarm/1", roundID: visit.name, ...alarmOf(error),
    at: error.at ?? new Date().toISOString(), slips, ...stranger };
  const blob = new Blob([`${JSON.stringify(document, null, 1)}\n`], { type: "application/json" });
  return { address: URL.createObjectURL(blob), name: `bang-chung-${error.code}.json` };
}
