import { make, say } from "../common/dom.js";
import { counted } from "./member-words.js";
import { actions, button, notice, paragraph } from "./stage-view.js";
import { sizeField } from "./way-choice.js";

const members = (count) => counted(count, "đồng chí", "member", "members");

/** Voting has closed, and too few handed over for what somebody asked: shown as long as the relay says so. */
export class SmallMix {
  element = make("div", { id: "small-mix", hidden: true });

  #visit;
  #view;
  #app;
  #said = make("strong");
  #left = make("span", { id: "time-left" });

  constructor(visit, view, app) {
    this.#visit = visit;
    this.#view = view;
    this.#app = app;
  }

  /** @param {{voters: number, seconds?: number}} heard for how long the relay still waits, as it says itself */
  show({ voters, seconds }) {
    const { atLeast } = this.#visit.session.way;
    const words = (atLeast === 1 ? nothingToDo : atLeast > voters ? ourSmallMix : othersSmallMix)(voters, atLeast);
    this.#left.textContent = waits(seconds);
    if (this.#said.textContent !== words) this.#fill(words, voters, atLeast);
    if (this.element.hidden) this.#view.announce(words);
    this.element.hidden = false;
  }

  hide() {
    this.element.hidden = true;
  }

  #fill(words, voters, atLeast) {
    this.#said.textContent = words;
    const said = paragraph(this.#said, " ", this.#left);
    // Whoever goes in any mix has nothing to lower.
    if (atLeast === 1) return this.element.replaceChildren(notice("", said));
    const least = sizeField(Math.max(1, Math.min(voters, atLeast - 1)), atLeast);
    const accept = button(say("Chấp nhận trộn với số này", "Accept a mix of this many"),
      () => this.#lower(least.value()), { class: "main", id: "lower" });
    this.element.replaceChildren(notice("wrong", said, least.element, actions(accept)));
  }

  async #lower(atLeast) {
    try {
      await (await this.#visit.session.passage()).lower(atLeast);
    } catch (error) {
      if (error.code !== "connection" && !error.mayPass) return this.#app.fail(error);
    }
    await this.#app.advanced();
  }
}

const nothingToDo = () => say(
  "Đã kết thúc bỏ phiếu. Trạm đang đợi, vì có người yêu cầu trộn đông hơn. Đồng chí không phải làm gì.",
  "Voting has ended. The relay is waiting, since somebody asked for a greater mix. There is nothing to do.");

const ourSmallMix = (voters, atLeast) => say(
  `Đã kết thúc bỏ phiếu. Mới có ${members(voters)} giao phiếu cho trạm, ít hơn ${atLeast} mà đồng chí yêu cầu. Nếu cứ như vậy và đồng chí không hạ xuống, trạm KHÔNG gửi phiếu của đồng chí vào hòm.`,
  `Voting has ended. Only ${members(voters)} handed over to this relay, fewer than the ${atLeast} that you asked for. If it stays so and you do not accept fewer, the relay does NOT send your ballot to the box.`);

const othersSmallMix = (voters, atLeast) => say(
  `Đã kết thúc bỏ phiếu. Trạm đang đợi người khác, họ yêu cầu trộn đông hơn. Đồng chí yêu cầu ít nhất ${atLeast}; có thể hạ xuống để chắc chắn hơn.`,
  `Voting has ended. The relay waits for others, who asked for a greater mix. You asked for at least ${atLeast}; accept fewer to be on the safe side.`);

function waits(seconds) {
  if (seconds === undefined) return say("Trạm chỉ đợi một lúc ngắn.", "The relay waits a short while only.");
  if (seconds === 0) return say("Trạm sắp trộn.", "The relay is about to mix.");
  return say(
    `Trạm còn đợi khoảng ${seconds} giây.`,
    `The relay waits for about ${seconds} more ${seconds === 1 ? "second" : "seconds"}.`);
}
