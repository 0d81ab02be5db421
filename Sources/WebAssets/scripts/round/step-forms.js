/* The forms by which a round goes on. Without this script the browser sends them. */

import { staffCall } from "./staff-call.js";
import { takeForm } from "./taking-forms.js";

const STATES = ["draft", "frozen", "issuing", "voting", "closing", "sealed", "opened", "certified", "cancelled"];
const REACHED = {
  issuing: "issuing", voting: "voting", closing: "closing", seal: "sealed", certify: "certified", cancel: "cancelled",
};

const { round } = document.querySelector("[data-round]").dataset;

for (const form of document.querySelectorAll("form[data-step]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { step } = form.dataset;
    const after = `/desk/rounds/${round}${step === "freeze" ? "/freeze" : ""}`;
    takeForm(form, event.submitter, { isTaken: () => isTaken(step), after });
  });
}

async function isTaken(step) {
  if (step === "freeze") {
    const { state, total } = await staffCall("GET", `/rounds/${round}/freeze`);
    return state !== "draft" || total > 0;
  }
  const { state } = await staffCall("GET", `/rounds/${round}`);
  const isOver = state === "cancelled" && step !== "cancel";
  return !isOver && STATES.indexOf(state) >= STATES.indexOf(REACHED[step]);
}
