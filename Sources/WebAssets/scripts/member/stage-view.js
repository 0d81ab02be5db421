import { byId, make, say } from "../common/dom.js";

/** The part of the page that changes from step to step, and what a screen reader is told meanwhile. */
export class StageView {
  #place = byId("step");
  #said = byId("announce");
  #ending = new AbortController();
  #isFirst = true;

  /** Aborted when another step takes the page over. */
  get signal() {
    return this.#ending.signal;
  }

  /** Ends the step that is shown: whatever it still waits for. */
  begin() {
    this.#ending.abort();
    this.#ending = new AbortController();
  }

  /**
   * Shows a step: its heading gets the focus, so that a screen reader goes on from there.
   * @param {{name: string, eyebrow?: string|Node|null, heading: string|Node, title?: string, isWide?: boolean,
   *     above?: Node|null}} frame
   * @param {...(Node|string|null|Array)} content
   */
  show({ name, eyebrow = null, heading, title = heading, isWide = false, above = null }, ...content) {
    const top = make("h1", { tabindex: "-1" }, heading);
    const before = eyebrow && make("p", { class: "eyebrow" }, eyebrow);
    const whole = make("div", { class: `stage stage-${name}${isWide ? " stage-wide" : ""}`, "data-stage": name }, above,
      before, top, content);
    this.#place.replaceChildren(whole);
    this.#place.removeAttribute("aria-busy");
    document.title = `${title} – phieukin`;
    window.scrollTo(0, 0);
    // On a page just opened the reader begins at its top anyway.
    if (!this.#isFirst) top.focus({ preventScroll: true });
    this.#isFirst = false;
  }

  /** Tells a screen reader, once, without moving anybody. @param {string} text */
  announce(text) {
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }
}

/** @param {string} label @param {() => void} act @param {object} [attributes] */
export const button = (label, act, attributes = {}) =>
  make("button", { type: "button", onclick: act, ...attributes }, label);

/** @param {"good"|"wrong"|"care"|""} kind @param {...(Node|string)} content */
export const notice = (kind, ...content) => make("div", { class: `notice ${kind}` }, content);

/** @param {...(Node|string)} content */
export const paragraph = (...content) => make("p", {}, content);

/** @param {...(Node|null)} buttons */
export const actions = (...buttons) => make("div", { class: "actions" }, buttons);

/** The tick over what is done for good. */
export const sealMark = () => make("div", { class: "seal-mark", "aria-hidden": "true" });

/**
 * The way for another member to this device; what it keeps for the first stays. @param {{anotherCard: () => void}} app
 */
export const anotherMember = (app) => make("p", { class: "another" },
  button(say(
    "Đồng chí khác dùng máy này",
    "Another member uses this device"), () => app.anotherCard(), { class: "quiet small", id: "another-card" }));

/** A bar that fills, with its words below. @param {string} label */
export function progressBar(label) {
  const bar = make("progress", { max: "1", value: "0", "aria-label": label });
  const words = make("p", { class: "progress-words" });
  const element = make("div", { class: "progress" }, bar, words);
  /** @param {number} share from 0 to 1 @param {string} text */
  const move = (share, text) => {
    bar.value = share;
    words.textContent = text;
  };
  return { element, move };
}

/**
 * Waits; ends early when the step ends, when the network comes back or when `wake` is called.
 * @param {number} milliseconds @param {AbortSignal} signal @param {(wake: () => void) => void} [offer]
 */
export function pause(milliseconds, signal, offer) {
  return new Promise((resolve) => {
    const done = new AbortController();
    const end = () => {
      clearTimeout(timer);
      done.abort();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end, { signal: done.signal });
    window.addEventListener("online", end, { signal: done.signal });
    offer?.(end);
    if (signal.aborted) end();
  });
}
