import { Choice } from "../../ballot/choice.js";
import { make, say } from "../common/dom.js";
import { choiceBoxes, clearing, reminder } from "./mark-choice.js";
import { allFirst, choiceWords, original, stepLine } from "./member-words.js";
import { button } from "./stage-view.js";

/** Mẫu 03-PĐG as it lies on a desk. */
export function showTable(visit, view, app) {
  const { sheet, manifest } = visit;
  const top = reminder(sheet);
  const rows = manifest.units.map((unit, index) => tableRow(unit, index, sheet, manifest, () => top.update()));
  view.show(
    { name: "marking", eyebrow: stepLine(4, say(
      "Đánh dấu phiếu",
      "Mark your ballot")), heading: say("Phiếu đánh giá", "The ballot form"), isWide: true, above: top.element },
    make("div", { class: "sheet" },
      letterhead(manifest),
      make("form", { onsubmit: (event) => event.preventDefault() },
        make("table", { class: "form-table", "aria-label": say("Phiếu đánh giá", "The ballot form") },
          tableHead(manifest), make("tbody", {}, rows.map(({ element }) => element)))),
      instructions(manifest)),
    make("nav", { class: "steering", "aria-label": say("Tiếp theo", "Next") },
      make("p", { class: "hint" }, say(
        "Mỗi dấu được lưu ngay trên máy này.",
        "Every mark is kept on this device at once.")),
      button(say(
        "Xem lại phiếu",
        "Review the ballot"), () => app.go({ at: "review" }), { class: "main", id: "review" })));
  if (app.place?.at === "unit") lead(rows[app.place.unit]);
  app.onRefresh(() => {
    top.update();
    for (const row of rows) row.show();
  });
}

function lead(row) {
  row?.element.scrollIntoView({ block: "center" });
  row?.element.querySelector("input")?.focus({ preventScroll: true });
}

/** What a unit is recognised as. */
const TITLES = { cell: "“chi bộ bốn tốt”", "grassroots-organization": "“đảng bộ cơ sở bốn tốt”" };

/** What stands above the table on paper; without name and signature, as there. */
function letterhead({ authority, kind, year, units }) {
  const titles = [...new Set(units.map((unit) => TITLES[unit.kind] ?? TITLES.cell))].join(", ");
  const subject = kind === "recognition" ? `công nhận ${titles} năm ${year}`
    : `hủy bỏ kết quả công nhận ${titles} năm ${year}`;
  return make("header", { class: "letterhead", lang: "vi" },
    make("p", { class: "letterhead-body" }, authority.parent, make("br"), make("strong", {}, authority.name),
      make("br"), "*"),
    make("p", { class: "letterhead-party" }, "Mẫu 03-PĐG", make("br"), make("strong", {}, "ĐẢNG CỘNG SẢN VIỆT NAM")),
    make("p", { class: "letterhead-title" }, make("strong", {}, "PHIẾU ĐÁNH GIÁ"), make("br"), subject));
}

function tableHead({ criteria, kind }) {
  const pair = [Choice.first, Choice.second].map((choice) => make("th", { scope: "col" }, choiceWords(choice, kind)));
  return make("thead", {},
    make("tr", {},
      make("th", { rowspan: "2", scope: "col" }, "TT"),
      make("th", { rowspan: "2", scope: "col" }, say("Tên tổ chức đảng", "Party organization")),
      criteria.map((criterion) => make("th", { colspan: "2", scope: "colgroup" }, original(criterion.name))),
      make("td", { rowspan: "2", class: "aside" })),
    make("tr", {}, criteria.map(() => pair.map((cell) => cell.cloneNode(true)))));
}

function tableRow(unit, index, sheet, { criteria, kind }, changed) {
  const contests = sheet.contestsOf(index);
  const mark = (which, choice) => {
    sheet.set(which, choice);
    show();
    changed();
  };
  const pairs = criteria.map((criterion, place) => choiceBoxes({
    name: `contest-${contests[place]}`, choice: sheet.marks[contests[place]],
    changed: (choice) => mark([contests[place]], choice),
    label: (choice) => [make("span", { class: "unseen" },
      `${unit.name}, ${criterion.name}: ${choiceWords(choice, kind)}`)],
  }));
  const all = button(allFirst(criteria.length, kind), () => mark(contests, Choice.first),
    { class: "small", "aria-label": `${allFirst(criteria.length, kind)}: ${unit.name}` });
  const clear = clearing(say("Bỏ trống", "Leave blank"), () => mark(contests, Choice.blank), unit.name);
  const element = make("tr", { "data-unit": unit.id },
    make("td", { class: "order" }, index + 1),
    make("th", { scope: "row" }, original(unit.name)),
    pairs.flatMap(({ labels }) => labels.map((label) => make("td", { class: "box" }, label))),
    make("td", { class: "aside" }, criteria.length > 1 ? all : null, clear));
  function show() {
    sheet.marksOf(index).forEach((choice, place) => pairs[place].show(choice));
    element.classList.toggle("complete", sheet.isComplete(index));
  }
  show();
  return { element, show };
}

const instructions = ({ kind }) => make("p", { class: "instructions" }, make("strong", {}, say(
  "Cách đánh dấu: ",
  "How to mark: ")), say(
  `bấm vào một trong hai ô “${choiceWords(Choice.first, kind)}” hoặc “${choiceWords(Choice.second, kind)}”. Bấm lần nữa vào ô đã chọn, hoặc phím Delete, để bỏ trống. Ô bỏ trống không tính cho tiêu chí ấy; các tiêu chí khác vẫn có giá trị. Phiếu không ghi tên, không ký tên.`,
  `choose one of the two boxes “${choiceWords(Choice.first, kind)}” or “${choiceWords(Choice.second, kind)}”. Choose the same box again, or press Delete, to leave the place blank. A blank does not count for its criterion; the others stay valid. The form bears no name and no signature.`));
