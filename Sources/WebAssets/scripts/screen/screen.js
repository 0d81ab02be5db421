/* The room's screen: keeps the figures as they are by now, and pages through the results. */

import { byId } from "../common/dom.js";
import { follow } from "./follow.js";
import { showStatus } from "./figures.js";
import { pageThrough } from "./pages.js";
import { followRelays } from "../round/relay-holdings.js";

const screen = byId("screen");

if (["certified", "cancelled"].includes(screen.dataset.state)) {
  const list = document.getElementById("outcomes");
  if (list) pageThrough(screen, list);
} else {
  follow(screen.dataset.round, {
    news(status) {
      byId("lost").hidden = true;
      // Another step shows other things: the server says what.
      if (status.state !== screen.dataset.state || isNewOfRelays(status)) location.reload();
      else showStatus(status);
    },
    lost() {
      byId("lost").hidden = false;
    },
  });
}

/** Whether a relay has said meanwhile how many ballots it sent. */
function isNewOfRelays({ state, relays }) {
  const heard = relays.filter(({ voters }) => voters !== undefined).length;
  return state === "closing" && heard !== document.querySelectorAll('#relays [data-heard="yes"]').length;
}

if (["voting", "closing"].includes(screen.dataset.state)) followRelays();

const full = byId("full");
if (document.fullscreenEnabled) {
  full.hidden = false;
  full.addEventListener("click", () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
  );
  document.addEventListener("fullscreenchange",
    () => full.setAttribute("aria-pressed", Boolean(document.fullscreenElement)));
}
