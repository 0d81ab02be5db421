import { Choice } from "../../ballot/choice.js";
import { make, say } from "../common/dom.js";
import { boxWords, choiceBoxes, clearing, reminder } from "./mark-choice.js";
import { showTable } from "./marking-table.js";
import { allFirst, original } from "./member-words.js";
import { button } from "./stage-view.js";

/** Where the whole paper fits. */
const WIDE = window.matchMedia("(min-width: 64rem)");

/** The fourth step: the form, as the paper looks where there is room for it, unit by unit on a phone. */
export function showMarking(visit, view, app) {
  const show = () => (WIDE.matches ? showTable : showUnit)(visit, view, app);
  WIDE.addEventListener("change", show, { signal: view.signal });
  show();
}

function showUnit(visit, view, app) {
  const { sheet, manifest } = visit;
  const { units, criteria, kind } = manifest;
  const unit = app.place?.at === "unit" ? Math.min(app.place.unit, units.length - 1) : sheet.firstOpenUnit;
  const top = reminder(sheet);
  const contests = sheet.contestsOf(unit);
  const fields = criteria.map((criterion, index) => criterionField(criterion, {
    kind, name: `contest-${contests[index]}`, choice: sheet.marks[contests[index]],
    changed: (choice) => mark([contests[index]], choice),
  }));

  function mark(which, choice) {
    sheet.set(which, choice);
    top.update();
    showMarks();
  }
  function showMarks() {
    sheet.marksOf(unit).forEach((choice, index) => fields[index].show(choice));
  }
  function markAll() {
    mark(contests, Choice.first);
    view.announce(say(`Đã đánh dấu ${allFirst(criteria.length, kind)}.`, `${allFirst(criteria.length, kind)} marked.`));
  }

  view.show(
    {
      name: "marking", above: [top.element, position(unit, units.length)], heading: original(units[unit].name),
      title: `${unit + 1}/${units.length} ${units[unit].name}`,
    },
    criteria.length > 1 ? button(allFirst(criteria.length, kind), markAll, { class: "wide all-first", id: "all-first" })
      : null,
    make("form", { class: "unit-form", onsubmit: (event) => event.preventDefault() },
      fields.map(({ element }) => element)),
    steering(unit, units.length, app));
  app.onRefresh(() => {
    top.update();
    showMarks();
  });
}

function position(unit, count) {
  const words = say(`Tổ chức ${unit + 1} / ${count}`, `Organization ${unit + 1} of ${count}`);
  return make("div", { class: "position", id: "position" },
    make("span", {}, words), make("progress", { max: count, value: unit + 1, "aria-label": words }));
}

function criterionField(criterion, { kind, name, choice, changed }) {
  const clear = clearing(say("Bỏ trống", "Leave blank"), () => changed(Choice.blank), criterion.name);
  const { labels, show } = choiceBoxes({ name, choice, changed, label: boxWords(kind) });
  const showAll = (mark) => {
    show(mark);
    clear.classList.toggle("unneeded", mark === Choice.blank);
    clear.disabled = mark === Choice.blank;
  };
  const element = make("fieldset", { class: "criterion" },
    make("legend", {}, original(criterion.name)), make("div", { class: "pair" }, labels), clear);
  showAll(choice);
  return { element, show: showAll };
}

/** Back and on, at the thumb. */
function steering(unit, count, app) {
  const to = (next) => () => app.go({ at: "unit", unit: next });
  const review = () => app.go({ at: "review" });
  const isLast = unit + 1 === count;
  return make("nav", { class: "steering", "aria-label": say("Các tổ chức", "Organizations") },
    button(say("Trước", "Back"), to(unit - 1), { id: "previous", disabled: unit === 0 }),
    isLast ? null : button(say("Xem lại", "Review"), review, { id: "review", class: "quiet" }),
    isLast
      ? button(say("Xem lại phiếu", "Review the ballot"), review, { id: "review", class: "main" })
      : button(say("Sau", "Next"), to(unit + 1), { id: "next", class: "main" }));
}
