/* Some steps are only a look: the service cannot tell that it was taken, so this browser remembers. */

import { say } from "../common/dom.js";

/** @param {HTMLElement} guide @param {string} round */
export function rememberLooks(guide, round) {
  for (const step of guide.querySelectorAll("[data-looking]")) {
    const name = `trial/${round}/${step.dataset.step}`;
    if (localStorage.getItem(name)) tick(step);
    step.querySelector("[data-go]")?.addEventListener("click", () => {
      localStorage.setItem(name, "1");
      tick(step);
    });
  }
}

function tick(step) {
  step.classList.add("done");
  step.querySelector("[data-done-word]").textContent = say(" – đã xong", " – done");
}
