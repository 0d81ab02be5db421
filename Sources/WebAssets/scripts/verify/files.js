/* A decision's file, dropped anywhere on the page or chosen, is sent at once. */

import { byId, say } from "../common/dom.js";

/** @param {HTMLFormElement} form with one file field */
export function takeFiles(form) {
  const field = byId("file");
  const page = document.documentElement;
  byId("drop-hint").hidden = false;

  field.addEventListener("change", () => field.files.length && send());
  form.addEventListener("submit", (event) => isFit(field.files[0]) || event.preventDefault());

  addEventListener("dragover", (event) => {
    event.preventDefault();
    page.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => event.relatedTarget || page.classList.remove("dropping"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    page.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    const one = new DataTransfer();
    one.items.add(event.dataTransfer.files[0]);
    field.files = one.files;
    send();
  });

  function send() {
    if (isFit(field.files[0])) form.requestSubmit();
  }

  /** The server refuses a larger file; it need not travel there to hear that. */
  function isFit(file) {
    const limit = Number(form.dataset.limit);
    const fault = byId("file-fault");
    fault.hidden = !file || file.size <= limit;
    if (!fault.hidden) {
      const size = Math.floor(limit / 1048576);
      fault.textContent = say(`Tệp lớn hơn ${size} MiB: không phải là quyết định do hệ thống này lập.`,
        `The file is larger than ${size} MiB: it is no decision of this service’s.`);
    }
    return fault.hidden;
  }
}
