import { make, say } from "../common/dom.js";
import { QUESTIONS } from "./doubt-words.js";
import { actions, button, notice, paragraph } from "./stage-view.js";

/** How often in a row a relay does not answer before its silence is taken for more than a bad line. */
const SILENT = 5;

/** How long after the end of voting, in milliseconds, a relay has mixed and sent, if nothing is in its way. */
const LONG = 6 * 60_000;

/** However late this page is opened, the relay is first listened to for so long. */
const LISTENED = 60_000;

/**
 * Whether a relay should have sent long ago: as this page saw it, or by its clock, which may be wrong.
 * @param {import("./member-visit.js").MemberVisit} visit
 */
export function isOverdue({ closedAt, closedSeenAt }) {
  if (closedAt === null) return false;
  const seen = Date.now() - closedSeenAt;
  return seen >= LONG || (seen >= LISTENED && Date.now() - closedAt * 1_000 >= LONG);
}

/**
 * The question to the member where a relay does not say what became of the ballot: what is known, what is not, and what
 * each choice costs. The device decides nothing by itself.
 */
export class Doubt {
  element = make("div", { id: "doubt", hidden: true });

  #visit;
  #view;
  #app;
  #shown = null;

  constructor(visit, view, app) {
    this.#visit = visit;
    this.#view = view;
    this.#app = app;
  }

  /** The relay answers. @param {string} state what it says of the ballot */
  heard(state) {
    this.#ask(isOverdue(this.#visit) && OVERDUE.includes(state) ? state : null);
  }

  /** It does not. @param {number} times in a row @returns {boolean} whether that is asked about */
  unheard(times) {
    if (times >= SILENT) this.#ask(this.#visit.isOver ? this.#silence : "unfinished");
    return !this.element.hidden;
  }

  get #silence() {
    return this.#visit.session.stage === "sending" ? "sending-silent" : "silent";
  }

  #ask(question) {
    if (question === this.#shown) return;
    this.#shown = question;
    this.element.hidden = question === null;
    if (question === null) return;
    const words = QUESTIONS[question];
    this.element.dataset.question = question;
    this.element.replaceChildren(notice("care",
      paragraph(make("strong", {}, say(...words.heading))),
      line(say("Đã biết: ", "Known: "), say(...words.known), this.#closedWords()),
      line(say("Chưa biết: ", "Not known: "), say(...words.unknown)),
      make("ul", {},
        make("li", {}, make("strong", {}, say("Đợi. ", "Wait. ")), say(...words.wait)),
        make("li", {}, make("strong", {}, say("Đi đường khác. ", "Take another way. ")), say(...words.elsewhere))),
      actions(question === "unfinished" ? this.closedButton("doubt-closed") : null,
        button(say("Tôi đợi", "I wait"), () => this.#wait(), { id: "doubt-wait" }), this.#elsewhere())));
    this.#view.announce(say(...words.heading));
  }

  #closedWords() {
    const { closedAt } = this.#visit;
    if (closedAt === null) return "";
    const time = new Intl.DateTimeFormat(say("vi-VN", "en-GB"), { hour: "2-digit", minute: "2-digit" });
    const text = time.format(closedAt * 1_000);
    return say(` Máy chủ báo kết thúc bỏ phiếu lúc ${text}.`, ` The server says that voting ended at ${text}.`);
  }

  /** Asked once; it is asked again where something else becomes known. */
  #wait() {
    this.element.replaceChildren(notice("", paragraph(say(
      "Đồng chí chọn đợi. Máy vẫn tự hỏi trạm; giữ trang này mở.",
      "You chose to wait. This device keeps asking the relay; keep this page open.")), actions(this.#elsewhere())));
  }

  #elsewhere() {
    const go = () => this.#app.go({ at: "elsewhere" });
    return button(say("Chọn đường khác", "Take another way"), go, { id: "doubt-elsewhere" });
  }

  /** By the member's word that voting is over the server is asked whether it is. @param {string} id */
  closedButton(id) {
    const answer = make("span", { class: "hint", role: "status" });
    const ask = async () => {
      this.#visit.hasClosed = true;
      const isHeard = await this.#visit.look().then(() => true, () => false);
      if (this.#app.route()) return;
      answer.textContent = isHeard ? closedAnswer(this.#visit.isOver) : say(
        "Chưa hỏi được máy chủ; máy tự hỏi lại.",
        "The server does not answer; it is asked again.");
      if (this.#visit.isOver && this.#shown === "unfinished") this.#ask(this.#silence);
    };
    return make("span", { class: "asked" },
      button(say("Thư ký đã báo kết thúc", "The secretary has ended it"), ask, { id }), answer);
  }
}

const closedAnswer = (isOver) => (isOver
  ? say("Máy chủ xác nhận: đã kết thúc bỏ phiếu.", "The server confirms: voting has ended.")
  : say("Máy chủ trả lời: vẫn đang bỏ phiếu.", "The server says: voting is still going on."));

const line = (name, ...words) => paragraph(make("strong", {}, name), words);

/** What a relay may say for too long. */
const OVERDUE = ["held", "sending"];
