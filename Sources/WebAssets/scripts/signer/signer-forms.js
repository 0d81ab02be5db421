/*
 * The signer's forms: decisions are issued, prepared, handed in, sealed, stamped, annulled. Without this script the
 * browser sends them. Nothing is made twice by sending twice: a unit has one decision, a paper waits for one signature.
 */

import { staffCall, unheard } from "../round/staff-call.js";
import { takeForm } from "../round/taking-forms.js";

/** Whether the service has what a form asked for, by the step that it names. What is not here is only sent again. */
export const IS_TAKEN = {
  issue: async (form) => {
    const [unit] = new FormData(form).getAll("unit");
    const { decisions } = await staffCall("GET", `/api/v1/decisions?unit=${encodeURIComponent(unit)}`);
    return decisions.some(({ roundID }) => roundID === form.dataset.roundId);
  },
  prepare: async ({ dataset: { round } }) => {
    const known = [...document.querySelectorAll("[data-paper]")].map(({ dataset: { paper } }) => paper);
    return (await waiting(round)).some((paper) => !known.includes(paper));
  },
  "hand-in": isGone,
  withdraw: isGone,
  annul: async ({ dataset: { digest } }) =>
    (await staffCall("GET", `/api/v1/decisions/${digest}`)).annulment !== null,
  seal: hasGrown,
  archive: hasGrown,
};

async function isGone({ dataset: { round, paper } }) {
  return !(await waiting(round)).includes(paper);
}

/** Seals and stamps are added to a paper's end; how long it was stands on the page. */
async function hasGrown({ dataset: { digest, length } }) {
  const request = { method: "HEAD", cache: "no-store" };
  const response = await fetch(`/api/v1/decisions/${digest}/document`, request).catch(() => null);
  if (!response?.ok) throw unheard("GET");
  return Number(response.headers.get("Content-Length")) > Number(length);
}

/** The papers of a round that wait for a signature. @returns {Promise<string[]>} their ids */
async function waiting(round) {
  const { papers } = await staffCall("GET", `/rounds/${round}/preparations`);
  return papers.map(({ id }) => String(id));
}

for (const form of document.querySelectorAll("form[data-signer-step]")) {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    // A preview is only looked at, beside this page.
    if (button?.formTarget) return;
    event.preventDefault();
    const { signerStep, round } = { ...form.dataset, ...button?.dataset };
    const isTaken = IS_TAKEN[signerStep];
    takeForm(form, button, {
      isTaken: isTaken && (() => isTaken(form)),
      after: round ? `/desk/rounds/${round}/decisions` : location.pathname,
    });
  });
}
