/* The round's page follows what happens: counts as they come, and the next step once somebody else has taken one. */

import { byId, isEnglish } from "../common/dom.js";
import { showWarnings } from "./live-warnings.js";
import { everySoOften, publicStatus } from "./public-status.js";
import { followRelays } from "./relay-holdings.js";
import { staffCall } from "./staff-call.js";

const PAUSE = 2_500;
const page = byId("round");
const { round, roundId, state } = page.dataset;
const grouped = new Intl.NumberFormat(isEnglish ? "en-GB" : "vi-VN", { useGrouping: true });

if (["issuing", "voting", "closing"].includes(state)) everySoOften(PAUSE, followCounts);
if (["issuing", "voting", "closing"].includes(state)) everySoOften(PAUSE * 2, followWarnings);
if (["voting", "closing"].includes(state)) followRelays();
if (["draft", "frozen", "sealed", "opened"].includes(state)) everySoOften(PAUSE * 2, followSteps);

async function followCounts() {
  const status = await publicStatus(roundId);
  if (!status) return;
  if (status.state !== state || isNewOfRelays(status)) return showNextStep();
  const { turnout, contests } = status;
  const expected = turnout.issued * contests;
  for (const element of page.querySelectorAll("[data-count]")) {
    const count = element.dataset.count === "expected" ? expected : turnout[element.dataset.count];
    element.textContent = grouped.format(count);
  }
  showBox(turnout.slips, expected);
  const isReached = document.getElementById("quorum")?.dataset.holds === "true";
  if (isReached && turnout.issued === turnout.present && !page.dataset.allIssued) showNextStep();
  // The gauge's line moves with who is excused: only the server works it out.
  const present = document.getElementById("quorum-present");
  const summoned = document.getElementById("quorum-summoned");
  if (present && (present.textContent !== `${turnout.present}` ||
    summoned.textContent !== `${turnout.summoned}`)) showNextStep();
}

/** Whether a relay has said meanwhile how many ballots it sent. */
function isNewOfRelays({ relays }) {
  const heard = relays.filter(({ voters }) => voters !== undefined).length;
  return heard !== page.querySelectorAll('#relays [data-heard="yes"]').length && state === "closing";
}

/** Who has no ballot yet, what is not in the box: what the next step would cost now. */
async function followWarnings() {
  const form = page.querySelector('form[data-step="voting"], form[data-step="closing"], form[data-step="seal"]');
  const detail = form && (await staffCall("GET", `/rounds/${round}`).catch(() => null));
  if (detail?.state === state) showWarnings(form, detail.warnings);
}

function showBox(slips, expected) {
  const progress = document.getElementById("slips-progress");
  if (!progress) return;
  progress.max = Math.max(1, expected);
  progress.value = slips;
  byId("all-in").hidden = expected === 0 || slips < expected;
}

/** Other people's work: the board's key or signature, a step taken on another device. */
async function followSteps() {
  const detail = await staffCall("GET", `/rounds/${round}`).catch(() => null);
  if (!detail) return;
  const known = page.dataset.known ?? "";
  const now = [detail.state, detail.freezeSignatures, detail.board?.publicKey ?? ""].join();
  page.dataset.known = now;
  if (detail.state !== state || (known && known !== now)) showNextStep();
}

/** Not while somebody types: what was typed would be gone. */
function showNextStep() {
  const fields = [...page.querySelectorAll("input:not([type=hidden]):not([type=checkbox]), textarea")];
  const isTyping = fields.some((field) => field.value !== field.defaultValue) || page.querySelector("details[open]");
  if (!isTyping) location.reload();
}
