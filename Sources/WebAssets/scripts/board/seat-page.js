/*
 * A seat of a board of several: what there is for its member to do now. The device asks every two seconds where the
 * board stands and does its part by itself; what needs a person is a screen of its own.
 */

import { byId, say } from "../common/dom.js";
import { seldom } from "../common/seldom.js";
import { fragment } from "../member/card-address.js";
import { BoardSeat, readSeatCode } from "../../ballot/seat.js";
import { StageView, pause } from "../member/stage-view.js";
import { showAlarm, showEntering, showVoid } from "./seat-entering.js";
import { showElsewhere, showKeyless, showMade, showMaking, showStart, showStopped } from "./seat-making.js";
import { showCancelled, showSigned, showSigning, showWaiting } from "./seat-signing.js";
import { people } from "./seat-words.js";

const PAUSE = 2_000;

/** What comes once the box is sealed. */
const counting = () => seldom("seat-opening.js", () => import("./seat-opening.js"));

/** One of its screens. @param {string} name */
const later = (name) => async (...given) => void (await counting())[name](...given);

const SCREENS = {
  start: showStart, elsewhere: showElsewhere, gathering: showMaking, making: showMaking, stopped: showStopped,
  made: showMade, keyless: showKeyless, sign: showSigning, signed: showSigned, waiting: showWaiting,
  open: later("showOpening"), shared: later("showShared"), count: later("showCount"), minuted: later("showCounted"),
  cancelled: showCancelled,
};

/** What goes on by itself goes on behind other windows too. */
const BY_ITSELF = ["gathering", "making", "stopped"];

/** Screens on which somebody is at work: what the others do meanwhile changes only the list below. */
const OWN = ["start", "keyless", "sign", "open", "count"];

class SeatPage {
  view = new StageView();
  seat;
  #shown = "";
  #isStopped = false;
  #turn = Promise.resolve();

  /** Asks and shows what has changed, one turn after another. */
  follow() {
    return (this.#turn = this.#turn.then(() => this.#ask()));
  }

  async #ask() {
    if (this.#isStopped || !this.seat?.hasCode) return;
    try {
      await this.seat.follow();
      byId("net").hidden = true;
      await this.#show();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #show() {
    const { seat } = this;
    byId("people-place").hidden = false;
    const list = people(seat.view);
    if (byId("seat-people").innerHTML !== list.map(({ outerHTML }) => outerHTML).join("")) {
      byId("seat-people").replaceChildren(...list);
    }
    const { members, state, attempt, warnings } = seat.view;
    const others = OWN.includes(seat.stage) ? null : { members, warnings };
    const shown = JSON.stringify([seat.stage, state, attempt, seat.finding, others]);
    if (shown === this.#shown) return;
    byId("audit-place").hidden = true;
    this.view.begin();
    await SCREENS[seat.stage](seat, this.view, this);
    this.#shown = shown;
  }

  /** Shows the present screen once more, after something was done on it. */
  again() {
    this.#shown = "";
    return this.follow();
  }

  #fail(error) {
    if (error.mayPass) return this.#sayNet();
    if (error.status === 401) return this.#stop(() => showVoid(this));
    this.#stop(() => showAlarm(error, this));
  }

  #sayNet() {
    byId("net").hidden = false;
    byId("net").textContent = say(
      "Chưa nghe được máy chủ. Máy tự thử lại; không mất gì cả.",
      "The server is not heard. The device tries again by itself; nothing is lost.");
  }

  #stop(show) {
    this.#isStopped = true;
    this.view.begin();
    show();
  }

  /** After a code was taken, or when somebody wants to try again. */
  goOn() {
    this.#isStopped = false;
    return this.again();
  }

  async begin() {
    try {
      this.seat = await BoardSeat.open(byId("round").dataset.round);
      const code = fragment && readSeatCode(fragment);
      if (code) await this.enter(code);
      else if (!this.seat.hasCode) showEntering(this);
    } catch (error) {
      this.#fail(error);
    }
    for (const { signal } = new AbortController(); ; ) {
      if (!document.hidden || BY_ITSELF.includes(this.seat?.stage)) await this.follow();
      await pause(PAUSE, signal, (wake) => (this.#wake = wake));
    }
  }

  #wake = () => {};

  /** The page is looked at again. */
  wake() {
    this.#wake();
  }

  /** @param {string} code */
  async enter(code) {
    await this.seat.enter(code);
    await this.goOn();
  }
}

const page = new SeatPage();
document.addEventListener("visibilitychange", () => page.wake());
// Another invitation for the page that is open already.
addEventListener("hashchange", () => location.reload());
page.begin();
