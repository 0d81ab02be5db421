import { Choice } from "../../ballot/choice.js";
import { make, say } from "../common/dom.js";
import { reminder } from "./mark-choice.js";
import { allCriteria, boxes, choiceWords, original, stepLine } from "./member-words.js";
import { button, notice, paragraph } from "./stage-view.js";

/** Every mark before it is cast: the units with blanks first. Each leads back to its place. */
export function showReview(visit, view, app) {
  const { sheet, manifest } = visit;
  const units = manifest.units.map((unit, index) => ({ ...unit, index }));
  const open = units.filter(({ index }) => !sheet.isComplete(index));
  const done = units.filter(({ index }) => sheet.isComplete(index));
  const entry = ({ name, index }) => reviewEntry(name, index, sheet.marksOf(index), manifest,
    () => app.go({ at: "unit", unit: index }));
  view.show(
    { name: "review", eyebrow: stepLine(4, say("Xem lại", "Review")), heading: say(
      "Xem lại phiếu",
      "Review your ballot"), above: reminder(sheet).element },
    totals(sheet.marks, manifest.kind),
    open.length > 0
      ? section("review-blank", say(
        `Còn ô trống: ${open.length} tổ chức`,
        `With blanks: ${open.length}`), open.map(entry), blankNotice(sheet))
      : notice("good", paragraph(say("Không còn ô nào bỏ trống.", "No place is blank."))),
    done.length > 0 ? section("review-done", say(
      `Đã đánh dấu đủ: ${done.length} tổ chức`,
      `Fully marked: ${done.length}`), done.map(entry)) : null,
    make("nav", { class: "steering", "aria-label": say("Tiếp theo", "Next") },
      button(say("Sửa tiếp", "Go on marking"), () => app.go({ at: "unit", unit: sheet.firstOpenUnit }), { id: "edit" }),
      visit.status?.state === "voting"
        ? button(say("Bỏ phiếu…", "Cast…"), () => app.go({ at: "confirm" }), { class: "main", id: "to-confirm" })
        : make("p", { class: "hint steering-wait", id: "not-voting", role: "status" }, say(
          "Thư ký chưa mở bỏ phiếu. Nút bỏ phiếu sẽ hiện ở đây.",
          "Voting is not open yet. The button to cast will appear here."))));
}

/** How many of each, large. @param {Array<number|null>} marks @param {string} kind */
export function totals(marks, kind) {
  const row = (choice) => make("div", { class: `total total-${choice}` },
    make("dt", {}, choiceWords(choice, kind)), make("dd", {}, marks.filter((mark) => mark === choice).length));
  return make("dl", { class: "totals", id: "totals" }, [Choice.first, Choice.second, Choice.blank].map(row));
}

const blankNotice = (sheet) => notice("care", paragraph(say(
  `${boxes(sheet.count(Choice.blank))} đang bỏ trống. Được phép bỏ trống; ô ấy không tính là Đạt cũng không tính là Không đạt.`,
  `${boxes(sheet.count(Choice.blank))} left blank. That is allowed; a blank counts neither for nor against.`)));

const section = (id, heading, entries, ...before) => make("section", { "aria-labelledby": id },
  make("h2", { id }, heading), before, make("ol", { class: "reviews" }, entries));

/** One unit's marks: in a line where all are the same. @param {(() => void)|null} edit */
export function reviewEntry(name, index, marks, { criteria, kind }, edit) {
  const same = marks.every((mark) => mark === marks[0]);
  const line = (mark, words) => make("li", { class: `mark mark-${mark}` }, words,
    make("span", { class: "mark-words" }, choiceWords(mark, kind)));
  const lines = same && criteria.length > 1
    ? [line(marks[0], allCriteria(criteria.length))]
    : marks.map((mark, place) => line(mark, original(criteria[place].name)));
  return make("li", { class: "review", value: index + 1, "data-unit-index": index },
    make("div", { class: "review-head" },
      make("h3", {}, `${index + 1}. `, original(name)),
      edit && button(say("Sửa", "Change"), edit, { class: "small", "aria-label": say(
        `Sửa: ${name}`,
        `Change: ${name}`) })),
    make("ul", { class: "marks" }, lines));
}
