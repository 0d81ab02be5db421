/*
 * The signer's form: how many drafts are chosen, all or none at one press. Without it the boxes are ticked one by one.
 */

import { say } from "../common/dom.js";

const form = document.querySelector("[data-sign]");

if (form) {
  const boxes = [...form.querySelectorAll('input[name="unit"]')];
  const bar = form.querySelector("[data-choose]");
  const count = form.querySelector("[data-count]");
  const button = form.querySelector("[data-sign-button]");

  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    count.textContent = say(`Đã chọn ${chosen} trên ${boxes.length}`, `${chosen} of ${boxes.length} chosen`);
    if (button) {
      button.textContent = chosen === boxes.length
        ? say(`Ký cả ${chosen} quyết định`, `Sign all ${chosen}`) : say(`Ký ${chosen} quyết định`, `Sign ${chosen}`);
      button.disabled = chosen === 0;
    }
  };
  const choose = (isChosen) => {
    for (const box of boxes) box.checked = isChosen;
    tell();
  };

  bar.hidden = boxes.length < 2;
  bar.querySelector("[data-all]").addEventListener("click", () => choose(true));
  bar.querySelector("[data-none]").addEventListener("click", () => choose(false));
  form.addEventListener("change", tell);
  // Signing takes a moment; a second press must not order it twice.
  form.addEventListener("submit", ({ submitter }) => {
    if (submitter !== button) return;
    setTimeout(() => { button.disabled = true; });
    button.textContent = say("Đang ký…", "Signing…");
  });
  addEventListener("pageshow", tell);
  tell();
}
