/* A code that people compare, group by group. */

import { make } from "./dom.js";

/** In groups, and read out one character at a time. @param {HTMLElement} element @param {string} code */
export function fillCode(element, code) {
  const groups = code.split("-");
  element.replaceChildren(...groups.flatMap((group) => [make("span", { "aria-hidden": "true" }, group), " "]));
  // Read out one character at a time, as it is compared.
  element.append(make("span", { class: "unseen" }, groups.map((group) => [...group].join(" ")).join(", ")));
  element.removeAttribute("aria-busy");
}
