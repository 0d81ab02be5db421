/* The figures of a round under way, put where the page has them. */

import { byId, isEnglish } from "../common/dom.js";

const digits = new Intl.NumberFormat(isEnglish ? "en" : "vi");

/** @param {Object} status the round's status, as its events carry it */
export function showStatus(status) {
  const { turnout, quorum, ballots } = status;
  if (!turnout) return;
  for (const name of ["present", "summoned", "issued", "slips"]) showCount(name, turnout[name]);
  showCount("ballots", ballots);
  byId("ballots").hidden = ballots === null;
  if (quorum) showQuorum(quorum);
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
