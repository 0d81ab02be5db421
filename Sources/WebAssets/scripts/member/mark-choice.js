import { Choice } from "../../ballot/choice.js";
import { make, say } from "../common/dom.js";
import { boxes, choiceWords } from "./member-words.js";
import { button } from "./stage-view.js";

/* What both forms, by unit and as the paper, are made of. */

/** Says on every screen before the casting that nothing is cast yet, and how much is left. */
export function reminder(sheet) {
  const left = make("span", { id: "left", role: "status" });
  const element = make("div", { class: "reminder", id: "reminder" },
    make("strong", {}, say("Đánh dấu chưa phải là bỏ phiếu.", "Marking is not casting.")), " ", left);
  const update = () => {
    const blank = sheet.count(Choice.blank);
    left.textContent = blank === 0
      ? say("Đã đủ", "All marked") : say(`Còn ${boxes(blank)} trống`, `${blank} still blank`);
  };
  update();
  return { element, update };
}

/**
 * The two boxes of one place, as radio buttons: choosing one takes the other back. A second tap on the same box, or
 * Delete, leaves the place blank again.
 * @param {{name: string, kind: string, choice: number, label: (choice: number) => Array<Node|string>,
 *     changed: (choice: number) => void}} place
 * @returns {{labels: HTMLElement[], show: (choice: number) => void}}
 */
export function choiceBoxes({ name, label, choice, changed }) {
  const inputs = [Choice.first, Choice.second].map((value) =>
    make("input", { type: "radio", name, value, checked: choice === value }));
  let current = choice;
  const show = (mark) => {
    current = mark;
    for (const input of inputs) input.checked = Number(input.value) === mark;
  };
  const set = (mark) => {
    show(mark);
    changed(mark);
  };
  for (const input of inputs) {
    const value = Number(input.value);
    // A click on the box that is chosen already changes nothing by itself.
    input.addEventListener("click", () => current === value && set(Choice.blank));
    input.addEventListener("change", () => set(value));
    input.addEventListener("keydown", (event) => {
      if (!["Delete", "Backspace"].includes(event.key)) return;
      event.preventDefault();
      set(Choice.blank);
    });
  }
  const labels = inputs.map((input) => make("label", { class: `choice-box choice-${input.value}` }, input,
    label(Number(input.value))));
  return { labels, show };
}

/** The words on a box. */
export const boxWords = (kind) => (choice) => [make("span", { class: "box-words" }, choiceWords(choice, kind))];

/** "Bỏ trống": takes a mark back. */
export const clearing = (label, act, of) =>
  button(label, act, { class: "quiet small clear", "aria-label": `${label}: ${of}` });
