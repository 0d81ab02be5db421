/*
 * A form by which somebody takes a step, sent by the page in the browser's place: an answer that is lost then leaves
 * nobody before the browser's own page of faults, not knowing what became of it.
 */

import { isPassing } from "../../ballot/error.js";
import { make } from "../common/dom.js";
import { unheard } from "./staff-call.js";
import { takeStep } from "./taking-steps.js";

/** What a form's page says that there is nothing left to take: somebody, perhaps these very hands, took it before. */
const TAKEN_BEFORE = [404, 409];

/**
 * Sends a form until an answer is heard, and leads on to what came of it.
 * @param {HTMLFormElement} form
 * @param {HTMLElement|null} button that it was sent by, which may send it elsewhere than the form says
 * @param {object} step
 * @param {() => Promise<boolean>} [step.isTaken] as the service has it
 * @param {string} step.after the page that shows what came of it, where the answer was lost
 */
export async function takeForm(form, button, { isTaken, after }) {
  const buttons = [...form.querySelectorAll("button")].filter(({ disabled }) => !disabled);
  const address = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const fields = new FormData(form);
  const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
  let wasLost = false;
  const told = (words) => {
    wasLost ||= words !== "";
    tell(form, words);
  };
  for (const one of buttons) one.disabled = true;
  try {
    const answer = await takeStep({ send: () => send(address, body), isTaken, told });
    if (!answer) location.assign(after);
    else if (answer.redirected) location.assign(answer.url);
    else if (wasLost && TAKEN_BEFORE.includes(answer.status)) location.assign(after);
    else sendAgain(form, address);
  } catch (refusal) {
    for (const one of buttons) one.disabled = false;
    form.dispatchEvent(new Event("change"));
    tell(form, refusal.message);
  }
}

async function send(address, body) {
  const response = await fetch(address, { method: "POST", body }).catch(() => null);
  if (!response || (isOfAProxy(response.status) && !isOurs(response))) throw unheard("POST");
  return response;
}

const isOfAProxy = (status) => isPassing(status) || status > 504;

/** Not what a proxy says in the service's place: each page of ours has our policy. */
const isOurs = ({ headers }) => headers.get("Content-Security-Policy")?.includes("trusted-types") === true;

/** By the browser: its answer is the page that says why it is refused, with all that was typed. */
function sendAgain(form, address) {
  form.action = address;
  form.submit();
}

/** Says in the form what is not known yet; nothing where there is nothing to say. */
function tell(form, words) {
  const place = form.querySelector(".step-said") ??
    form.appendChild(make("p", { class: "notice care step-said", role: "status" }));
  place.hidden = words === "";
  place.textContent = words;
}
