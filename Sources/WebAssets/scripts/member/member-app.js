import { byId, say } from "../common/dom.js";
import { codeFrom, codeOf, handOn, takeCode } from "./access-code-input.js";
import { afterwardsCode, isBallotCodeReachable } from "./ballot-code.js";
import { showCast, showCasting, showConfirm } from "./casting.js";
import { showComparing, showDifferent } from "./comparing.js";
import { showJoining } from "./joining.js";
import { MarkSheet } from "./mark-sheet.js";
import { showMarking } from "./marking.js";
import { showReview } from "./marks-review.js";
import { LASTING, alarmOf, showFault } from "./member-fault.js";
import { MemberVisit } from "./member-visit.js";
import { receive, showReceiving } from "./receiving.js";
import { watchRound } from "./round-watch.js";
import { StageView, button, paragraph, pause } from "./stage-view.js";

const STEPS = {
  joining: showJoining, comparing: showComparing, differs: showDifferent, receive: showReceiving, receiving: receive,
  marking: showMarking, review: showReview, confirm: showConfirm, casting: showCasting, cast: showCast,
};

/** Steps from which another way for the ballot may be taken. */
const ON_THE_WAY = ["handing", "handed", "sending", "unsent", "released"];

/** Steps that say what the round's state is: shown anew when it changes. */
const WATCHING = ["review", "confirm"];

/** Steps with places in them, each an entry in the browser's history. */
const WITH_PLACES = ["marking"];

/** The member's way through a round: which step is shown, from what the device keeps and where the round stands. */
class MemberApp {
  #visit;
  #view = new StageView();
  #key = null;
  #isFaulty = false;
  #refreshed = () => {};

  constructor(visit) {
    this.#visit = visit;
    window.addEventListener("popstate", () => this.route());
  }

  /** Where in the step the member is. @type {{at: string, unit?: number}|null} */
  get place() {
    return history.state?.at ? history.state : null;
  }

  /** Goes on to another place; the browser's back button leads back. */
  go(place) {
    history.pushState(place, "");
    this.route();
  }

  back() {
    history.back();
  }

  // MARK: Steps

  /** Opens what the device keeps and begins, or goes on. */
  async open(code) {
    for (let isReachable = false; ; isReachable = await isBallotCodeReachable()) {
      try {
        await this.#visit.open(() => code ?? this.#showEarly());
        byId("net").hidden = true;
        const alarm = await this.#visit.keptAlarm();
        if (alarm) return this.fail({ ...alarm, wasKept: true });
        if (code) await this.#takeScanned(code);
        this.route();
        watchRound(this.#visit, { changed: () => this.#lookAgain(), refresh: () => this.#refresh() });
        return;
      } catch (error) {
        if (!error.mayPass) return this.fail(error);
        if (isReachable && error.reason === "ballot-code") this.#reopen(code);
        this.#view.announce(say("Chưa kết nối được; đang thử lại.", "No connection; trying again."));
        byId("net").textContent = say(
          "Chưa kết nối được với máy chủ; máy đang tự thử lại.",
          "The server cannot be reached; trying again.");
        byId("net").hidden = false;
        await pause(3_000, this.#view.signal);
      }
    }
  }

  /**
   * The line is there, and yet the ballot's code did not come: Firefox before 155 remembers a module that once failed
   * for as long as the page is open. A new page does not, and is handed the code. Who is still typing is not
   * interrupted.
   */
  #reopen(scanned) {
    const typed = document.querySelector("#code")?.value ?? "";
    const code = codeFrom(typed) ?? scanned;
    if (typed && !code) return;
    reopenWith(code);
  }

  /** Whoever is new here can type the card's code while the manifest is still on its way. */
  #showEarly() {
    if (this.#key !== null) return;
    this.#key = this.#keyOf("joining");
    showJoining(this.#visit, this.#view, this);
  }

  /** A slip's link was opened: straight on to the comparison. */
  async #takeScanned(code) {
    const holder = await this.#visit.holderOf(code);
    if (!holder) {
      // Shown in the field, with what to do about it.
      if (!this.#visit.session) this.#visit.code = code;
      return;
    }
    this.#visit.take(code, holder);
    history.replaceState(this.#visit.session ? null : { at: "compare" }, "");
  }

  /** @returns {boolean} whether another step was shown */
  route() {
    if (this.#isFaulty) return true;
    const name = this.#step();
    const key = this.#keyOf(name);
    if (key === this.#key) return false;
    this.#key = key;
    this.#view.begin();
    this.#refreshed = () => {};
    if (["marking", "review", "confirm"].includes(name)) this.#provideSheet();
    const step = this.#visit.relayed?.STEPS[name] ?? STEPS[name];
    if (step) step(this.#visit, this.#view, this);
    else this.#showAfterwards(name);
    return true;
  }

  /** What comes when voting is over is fetched then: whoever looks into the box has to have a line. */
  async #showAfterwards(name) {
    const { signal } = this.#view;
    while (!signal.aborted) {
      try {
        const { STEPS: steps } = await afterwardsCode();
        return signal.aborted || steps[name](this.#visit, this.#view, this);
      } catch {
        await pause(3_000, signal);
        // A module that once failed may be remembered as long as the page is open.
        if (!signal.aborted && (await isBallotCodeReachable())) return this.again();
      }
    }
  }

  #step() {
    const { session, status, isSealed, isOver } = this.#visit;
    const stage = session?.stage ?? null;
    if (stage === "erased") return "erased";
    if (status?.state === "cancelled") return "cancelled";
    switch (stage) {
      case null: return this.#stepBefore();
      case "prepared": return isOver ? "late" : "receiving";
      case "issued": return isOver ? "late" : this.#stepOfMarking();
      case "found": return status?.state === "certified" ? "counted" : "found";
      default: return isSealed ? "finding" : this.#stepOnTheWay(stage);
    }
  }

  #stepBefore() {
    const { isOver, holder, sessions } = this.#visit;
    if (isOver && (holder || sessions.length === 0)) return "closed";
    if (!holder) return "joining";
    return { compare: "comparing", differs: "differs", receive: "receive" }[this.place?.at] ?? "joining";
  }

  #stepOfMarking() {
    return { review: "review", confirm: "confirm" }[this.place?.at] ?? "marking";
  }

  #stepOnTheWay(stage) {
    return ON_THE_WAY.includes(stage) && this.place?.at === "elsewhere" ? "elsewhere" : stage;
  }

  #keyOf(name) {
    const place = WITH_PLACES.includes(name) ? JSON.stringify(this.place) : "";
    const state = WATCHING.includes(name) ? this.#visit.status?.state : "";
    return `${name} ${this.#visit.session?.voter ?? ""} ${place} ${state}`;
  }

  #provideSheet() {
    this.#visit.sheet ??= new MarkSheet(this.#visit.session, (error) => this.#unkept(error));
  }

  /** Another tab has cast meanwhile, or the browser keeps nothing. */
  #unkept(error) {
    if (error.code === "wrong-moment") this.advanced();
    else this.fail(error);
  }

  // MARK: What steps tell

  /** The card's code was typed: on to the comparison, or to where this device was with that card. */
  joined(code, holder) {
    this.#visit.take(code, holder);
    this.#visit.sheet = null;
    if (this.#visit.session) this.route();
    else this.go({ at: "compare" });
  }

  /** A session has begun within the step that is shown. */
  settled() {
    history.replaceState(null, "");
    this.#key = this.#keyOf(this.#step());
    this.#visit.sheet = null;
  }

  /** The device has come further, here or in another tab. */
  async advanced() {
    await this.#takeOver();
    const isBehind = ["review", "confirm"].includes(this.place?.at) && this.#visit.session?.stage !== "issued";
    if (isBehind || this.place?.at === "elsewhere") history.replaceState(null, "");
    this.#key = null;
    this.route();
  }

  /** Another member on this device, or another card. */
  anotherCard() {
    this.#visit.leave();
    this.#visit.sheet = null;
    this.#isFaulty = false;
    history.replaceState(null, "");
    this.#key = null;
    this.route();
  }

  /** What a step does when another tab kept something. @param {() => void} act */
  onRefresh(act) {
    this.#refreshed = act;
  }

  /** Says what went wrong, and stays there. */
  fail(error) {
    this.#isFaulty = true;
    this.#key = null;
    if (LASTING.includes(error.code) && !error.wasKept) this.#visit.keepAlarm(alarmOf(error)).catch(() => {});
    this.#view.begin();
    showFault(error, this.#visit, this.#view, this);
  }

  /** Once more from what the device keeps. */
  again() {
    window.location.reload();
  }

  /** People have looked into an alarm. */
  async resolved() {
    await this.#visit.dropAlarm();
    this.again();
  }

  /** Something small failed within a step. */
  retry(place, _error, act) {
    place.replaceChildren(
      paragraph(say(
        "Chưa kết nối được.",
        "No connection.")), button(say("Thử lại", "Try again"), act, { id: "retry" }));
  }

  // MARK: What comes from outside

  #lookAgain() {
    this.route();
  }

  async #refresh() {
    if (this.#isFaulty) return;
    await this.#takeOver();
    if (!this.route()) this.#refreshed();
  }

  async #takeOver() {
    const { sheet } = this.#visit;
    const changes = sheet?.changes;
    try {
      if (!(await this.#visit.refresh())) this.fail({ code: "damaged" });
      else if (this.#visit.session?.stage === "issued") sheet?.adopt(this.#visit.session, changes);
    } catch (error) {
      this.fail(error);
    }
  }

  /** The code of a card goes along when the page changes its language. */
  carryCode(link) {
    link.addEventListener("click", () => {
      if (this.#visit.code) handOn(this.#visit.code);
    });
  }
}

/** @param {string|null} code */
function reopenWith(code) {
  if (code) handOn(code);
  window.location.reload();
}

const code = takeCode();
const page = byId("round").dataset;
const app = new MemberApp(new MemberVisit(page.roundId, page.title));
for (const link of document.querySelectorAll(".language a")) app.carryCode(link);
// A card's link opened in this very tab only changes the fragment.
window.addEventListener("hashchange", () => {
  const { hash, pathname, search } = window.location;
  const another = codeOf(hash);
  if (!another) return;
  history.replaceState(history.state, "", pathname + search);
  reopenWith(another);
});
app.open(code);
