/* A table's file may be dropped on the form; chosen or dropped, it is checked at once, by the service's own rules. */

const form = document.querySelector("[data-table-form]");

if (form) {
  const zone = form.querySelector("[data-drop]");
  const file = zone.querySelector("input[type=file]");
  const check = form.querySelector("button[name=check]");
  zone.querySelector(".drop-hint").hidden = false;

  file.addEventListener("change", () => {
    if (file.files.length > 0) form.requestSubmit(check);
  });
  // Back from the preview: the browser remembers the file, which would go before what is typed.
  window.addEventListener("pageshow", () => (file.value = ""));

  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) zone.classList.remove("over");
  });
  form.addEventListener("drop", (event) => {
    zone.classList.remove("over");
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    form.requestSubmit(check);
  });
}

// A preview is what the page was asked for: there is where reading goes on.
document.getElementById("preview-title")?.focus();
