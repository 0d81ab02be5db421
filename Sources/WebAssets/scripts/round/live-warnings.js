/* What a step will cost changes while the page is open: the warnings before it follow, as the service has them. */

import { make, say } from "../common/dom.js";

/**
 * @param {HTMLFormElement} form of the step @param {Array<{warning: string, messages: {vi: string, en: string}}>}
 * warnings
 */
export function showWarnings(form, warnings) {
  const shown = [...form.querySelectorAll("[data-warning]")];
  const textOf = ({ messages }) => say(messages.vi, messages.en);
  const isSame = shown.length === warnings.length && shown.every((element, place) =>
    element.dataset.warning === warnings[place].warning &&
    element.querySelector("strong").textContent === textOf(warnings[place]));
  if (isSame) return;
  for (const element of shown) element.remove();
  // What is acknowledged was another cost: it is asked for again.
  form.querySelector("label.field").before(...warnings.map((warning) => element(warning.warning, textOf(warning))));
}

const element = (name, text) => make("div", { class: "notice care", "data-warning": name },
  make("p", {}, make("strong", {}, text)),
  make("label", { class: "choice" },
    make("input", { type: "checkbox", name: "acknowledge", value: name, required: true }), " ",
    make("span", {}, say("Đã biết, vẫn tiếp tục", "I know, go on"))));
