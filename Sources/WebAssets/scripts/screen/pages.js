/* Pages through the results by itself; stops for whoever wants to read. */

import { byId, say } from "../common/dom.js";

/** How many organizations can be read from the back of a room at once. */
const PER_PAGE = 4;

/** How long a page stands, in milliseconds. */
const PACE = 14000;

/**
 * @param {HTMLElement} screen
 * @param {HTMLElement} list of which all items are there; those of other pages are hidden on the screen, not on paper
 */
export function pageThrough(screen, list) {
  const items = [...list.children];
  const count = Math.ceil(items.length / PER_PAGE);
  screen.classList.add("paged");
  if (count < 2) return;

  let page = 0;
  let timer = null;
  const pause = byId("pause");

  function show(next) {
    page = (next + count) % count;
    items.forEach((item, place) => item.classList.toggle("off", Math.floor(place / PER_PAGE) !== page));
    byId("page").textContent = say(`Trang ${page + 1} / ${count}`, `Page ${page + 1} of ${count}`);
  }

  function run(isRunning) {
    clearInterval(timer);
    timer = isRunning ? setInterval(() => show(page + 1), PACE) : null;
    pause.setAttribute("aria-pressed", String(!isRunning));
    // While pages turn by themselves, nobody wants to hear of each.
    byId("page").setAttribute("aria-live", isRunning ? "off" : "polite");
  }

  /** Whoever turns pages reads at a pace of their own. */
  function turn(step) {
    run(false);
    show(page + step);
  }

  byId("before").addEventListener("click", () => turn(-1));
  byId("after").addEventListener("click", () => turn(1));
  pause.addEventListener("click", () => run(timer === null));
  addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -1, PageDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    turn(step);
  });

  byId("pager").hidden = false;
  show(0);
  run(!matchMedia("(prefers-reduced-motion: reduce)").matches);
}
