/*
 * The forms by which a round goes on. Without this script the browser sends them; with it the page does, so that an
 * answer that is lost leaves nobody before the browser's own page of faults, not knowing whether the box is sealed.
 */

import { make } from "../common/dom.js";
import { staffCall, unheard } from "./staff-call.js";
import { takeStep } from "./taking-steps.js";

const STATES = ["draft", "frozen", "issuing", "voting", "sealed", "opened", "certified", "cancelled"];
const REACHED = { issuing: "issuing", voting: "voting", seal: "sealed", certify: "certified", cancel: "cancelled" };

const { round } = document.querySelector("[data-round]").dataset;

for (const form of document.querySelectorAll("form[data-step]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(form);
  });
}

async function take(form) {
  const { step } = form.dataset;
  const buttons = [...form.querySelectorAll("button")];
  const fields = new URLSearchParams(new FormData(form));
  for (const button of buttons) button.disabled = true;
  try {
    const isRefused = await takeStep({
      send: () => send(form, fields), isTaken: () => isTaken(step), told: (words) => tell(form, words),
    });
    // Sent once more by the browser, the answer is the page that says why.
    if (isRefused) return form.submit();
    location.assign(`/desk/rounds/${round}${step === "freeze" ? "/freeze" : ""}`);
  } catch (refusal) {
    for (const button of buttons) button.disabled = false;
    tell(form, refusal.message);
  }
}

/** @returns {Promise<boolean>} whether the service answers with a page of its own, instead of leading on to another */
async function send(form, body) {
  const options = { method: "POST", body, redirect: "manual" };
  const response = await fetch(form.action, options).catch(() => null);
  if (response?.type === "opaqueredirect") return false;
  if (!response || [502, 504].includes(response.status)) throw unheard("POST");
  return true;
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

/** Says in the form what is not known yet; nothing where there is nothing to say. */
function tell(form, words) {
  const place = form.querySelector(".step-said") ??
    form.appendChild(make("p", { class: "notice care step-said", role: "status" }));
  place.hidden = words === "";
  place.textContent = words;
}
