/*
 * What relays hold while people vote, asked of each of them: how many members handed over. It is a number of people and
 * never of slips, and nothing of it is in the box before the relay has mixed and sent: every line says so.
 */

import { decodeBase64URL } from "../../ballot/base64url.js";
import { RelayClient } from "../../ballot/relay-client.js";
import { isEnglish, make, say } from "../common/dom.js";
import { everySoOften } from "./public-status.js";

const PAUSE = 5_000;

/** One attempt a turn: the next turn comes soon. */
const TRANSPORT = { pauses: [], timeout: 8_000 };

const digits = new Intl.NumberFormat(isEnglish ? "en-GB" : "vi-VN", { useGrouping: true });

/** Follows the relays that the page's list says are to be asked: `#relays`, each with its address. */
export function followRelays() {
  const list = document.getElementById("relays");
  for (const line of list?.querySelectorAll("[data-url]") ?? []) {
    const relay = new RelayClient({ url: line.dataset.url }, decodeBase64URL(list.dataset.roundId), TRANSPORT);
    const holding = new Holding(list.dataset.state === "closing");
    const place = line.querySelector("[data-standing]");
    everySoOften(PAUSE, async () => show(place, await holding.look(relay)))();
  }
}

function show(place, words) {
  const shown = make("span", {}, words);
  if (place.textContent !== shown.textContent) place.replaceChildren(...shown.childNodes);
}

/** One relay as it was heard last. */
export class Holding {
  #isClosing;
  #last = null;

  /** @param {boolean} isClosing whether voting has ended */
  constructor(isClosing) {
    this.#isClosing = isClosing;
  }

  /** Asks once. @param {RelayClient} relay @returns {Promise<Array<string|Node>>} what there is to say of it now */
  async look(relay) {
    try {
      this.#last = await relay.status();
      return this.#words(this.#last);
    } catch (error) {
      if (error.code === "refused" && error.status === 404) return [say(
        "trạm trả lời rằng không biết đợt này",
        "the relay answers that it knows no such round")];
      return this.#unheard();
    }
  }

  #words({ voters, state }) {
    if (state === "sending") return [say("đã trộn, đang gửi vào hòm", "has mixed, is sending into the box")];
    if (state === "sent") return [say("đã trộn và gửi, đang báo máy chủ", "has mixed and sent, is telling the server")];
    if (state === "ended") return [say(
      "máy chủ không nhận phiếu của trạm này nữa", "the server takes no ballots of this relay any more")];
    return [...handed(voters), " · ", ...this.#meanwhile(state)];
  }

  #meanwhile(state) {
    if (!this.#isClosing) return [notYet()];
    const doing = state === "lowering"
      ? say(
        "đang đợi ai chịu trộn với ít người hơn, nhiều nhất vài phút",
        "waits a few minutes for whoever accepts a smaller mix")
      : say("sắp trộn và gửi", "is about to mix and send");
    return [doing, " · ", notYet()];
  }

  #unheard() {
    const now = say("chưa hỏi được trạm này", "this relay does not answer now");
    if (!this.#last) return [now];
    return [now, " · ", say("lần cuối hỏi được: ", "when last heard: "), ...handed(this.#last.voters)];
  }
}

const handed = (voters) => [
  make("b", { "data-handed": voters }, digits.format(voters)),
  voters === 1 ? say(" đồng chí đã giao phiếu", " member handed over")
    : say(" đồng chí đã giao phiếu", " members handed over")];

const notYet = () => say("chưa vào hòm", "not in the box yet");
