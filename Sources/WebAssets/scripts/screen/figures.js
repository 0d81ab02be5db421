/* The figures of a round under way, put where the page has them. */

import { byId, isEnglish } from "../common/dom.js";

const digits = new Intl.NumberFormat(isEnglish ? "en" : "vi");

/** @param {Object} status the round's status, as its events carry it */
export function showStatus(status) {
  const { turnout, quorum, ballots, found, contests } = status;
  if (!turnout) return;
  const expected = turnout.issued * contests;
  const counts = { ...turnout, ballots, found, expected };
  for (const [name, value] of Object.entries(counts)) showCount(name, value);
  if (quorum && document.getElementById("quorum")) showQuorum(quorum);
  if (document.getElementById("cast-bar")) showBar(found ?? turnout.slips, found === null ? expected : turnout.issued);
}

function showBar(value, whole) {
  byId("cast-bar").max = Math.max(1, whole);
  byId("cast-bar").value = value;
}

function showCount(name, value) {
  const text = value === null ? "" : digits.format(value);
  for (const place of document.querySelectorAll(`[data-count="${name}"]`)) {
    if (place.textContent !== text) place.textContent = text;
  }
}

function showQuorum(quorum) {
  byId("quorum").dataset.holds = quorum.holds;
  byId("quorum-yes").hidden = !quorum.holds;
  byId("quorum-no").hidden = quorum.holds;
  byId("quorum-share").setAttribute("width", quorum.share);
  if (quorum.needed === undefined) return;
  byId("quorum-needed").textContent = quorum.needed;
  for (const line of document.querySelectorAll("[data-quorum-line]")) line.setAttribute("d", `M${quorum.line} 44v106`);
  byId("quorum-label").setAttribute("x", quorum.label);
}
