/* The password again, where the service asks for it before something that cannot be undone: without leaving the page,
 * whose memory may hold a key. */

import { make, say } from "./dom.js";

/**
 * Asks until it is right, or until the person gives up.
 * @returns {Promise<boolean>} whether it was given
 */
export async function passwordAgain() {
  const { dialog, form, problem } = show();
  try {
    for (;;) {
      const password = await typed(dialog, form);
      if (password === null) return false;
      const fault = await confirm(password);
      if (!fault) return true;
      problem.textContent = fault;
      form.reset();
    }
  } finally {
    dialog.close();
    dialog.remove();
  }
}

function show() {
  const field = make("input", {
    type: "password", name: "password", required: true, maxlength: 256, autocomplete: "current-password",
  });
  const problem = make("p", { role: "alert" });
  const form = make("form", { class: "stack", method: "dialog" },
    make("h2", {}, say("Nhập lại mật khẩu", "Your password again")),
    make("p", {}, say(
      "Việc này không làm lại được; đồng chí đăng nhập đã lâu.", "This cannot be undone, and you signed in a while ago.")),
    make("label", { class: "field" }, make("span", {}, say("Mật khẩu", "Password")), field), problem,
    make("div", { class: "actions" },
      make("button", { class: "main" }, say("Xác nhận", "Confirm")),
      make("button", { value: "cancel", formnovalidate: true }, say("Thôi", "Cancel"))));
  const dialog = make("dialog", { id: "password-again" }, form);
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, form, problem };
}

/** What was typed; null where the dialog was closed. */
function typed(dialog, form) {
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(null), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      resolve(event.submitter?.value === "cancel" ? null : form.elements.password.value);
    }, { once: true });
  });
}

/** Null where it was right; else what the service says. */
async function confirm(password) {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify({ password }) };
  const response = await fetch("/api/v1/staff/session/confirmation", request).catch(() => null);
  if (response?.ok) return null;
  const { vi, en } = (await response?.json().catch(() => null))?.messages ?? {};
  return say(vi, en) ?? say("Máy chủ không trả lời được.", "The server could not answer.");
}
