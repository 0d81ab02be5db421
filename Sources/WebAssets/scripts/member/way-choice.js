import { hostOf, isOnLoopback } from "../../ballot/relay-reference.js";
import { make, say } from "../common/dom.js";
import { counted, original, refusalWords } from "./member-words.js";
import { relayKeys } from "./relay-keys.js";
import { notice, paragraph } from "./stage-view.js";

const members = (count) => counted(count, "đồng chí", "member", "members");

/** More than half of all who may vote. @param {{voters: unknown[]}} manifest */
export const proposal = ({ voters }) => Math.floor(voters.length / 2) + 1;

/** What it costs to go without a relay. */
export const directCost = () => say(
  "Gửi thẳng thì máy chủ thấy những phiếu nào đi từ máy này. Ai quản lý máy chủ mà cố ý ghi lại thì có thể biết đồng chí đã đánh dấu thế nào khi hòm mở. Phiếu vẫn được tính như mọi phiếu khác.",
  "Sent straight, the server sees which slips come from this device. Whoever runs it and records that on purpose can learn how you marked once the box is open. The slips count as all others do.");

/** Through which relay the ballot shall go and in how great a mix, or straight: the member's own choice. */
export class WayChoice {
  #visit;
  #size;
  #said = make("p", { class: "hint", id: "relay-said", role: "status" });
  #cost;
  #mix;

  constructor(visit, view) {
    this.#visit = visit;
    const { manifest } = visit;
    this.#size = sizeField(proposal(manifest), manifest.voters.length);
    this.#cost = notice("care", paragraph(directCost()));
    this.#cost.id = "direct-cost";
    this.#mix = make("div", { id: "mix" }, mixWords(), this.#size.element, this.#said);
    const ways = [...manifest.casting.relays.map(relayWay), directWay()];
    this.element = make("fieldset", { class: "card ways", id: "ways" },
      make("legend", {}, say("Phiếu đi đường nào?", "Which way does the ballot go?")), ways,
      relayKeys(manifest.casting.relays), this.#mix, this.#cost);
    this.element.addEventListener("change", () => this.#show(view.signal));
    ways[0].querySelector("input").checked = true;
    this.#show(view.signal);
  }

  /** @returns {{relay: number, atLeast: number}|null} null for straight to the server */
  way() {
    const relay = this.#relay;
    return relay === null ? null : { relay, atLeast: this.#size.value() };
  }

  get #relay() {
    const { value } = this.element.querySelector("input[name=way]:checked");
    return value === "direct" ? null : Number(value);
  }

  #show(signal) {
    const relay = this.#relay;
    this.#cost.hidden = relay !== null;
    this.#mix.hidden = relay === null;
    if (relay !== null) this.#look(relay, signal);
  }

  /** Before anything is sealed: a relay that does not answer now would keep the ballot waiting. */
  async #look(relay, signal) {
    this.#said.textContent = say("Đang hỏi trạm…", "Asking the relay…");
    const words = await this.#visit.session.passage().then((way) => way.voters(relay)).then(
      (count) => say(`Trạm đang hoạt động; ${members(count)} đã giao phiếu.`,
        `The relay is there; ${members(count)} handed over.`),
      (error) => (error.isAlarm ? refusalWords(error).heading : noAnswer()));
    if (!signal.aborted && this.#relay === relay) this.#said.textContent = words;
  }
}

const choice = (value, ...words) => make("label", { class: "way" },
  make("input", { type: "radio", name: "way", value }), make("span", {}, words));

const relayWay = (relay, place) =>
  choice(place, say("Qua trạm chuyển phiếu ", "Through the relay "), original(relay.name, "strong"), hostWords(relay));

/** Where it is: of whose name that is the member knows more than any program. */
const hostWords = (relay) => make("span", { class: "relay-host" }, " ", make("code", {}, hostOf(relay.url)),
  isOnLoopback(relay.url) ? say(" (chạy thử, trên chính máy này)", " (a trial, on this very machine)") : null);

const directWay = () => choice("direct", say("Gửi thẳng tới máy chủ, không qua trạm", "Straight to the server"));

const mixWords = () => paragraph(say(
  "Giao cho trạm rồi thì không sửa được nữa, nhưng phiếu CHƯA vào hòm. Khi kết thúc bỏ phiếu, trạm trộn phiếu của mọi người rồi mới gửi vào hòm.",
  "Handed over is final, but NOT in the box yet. When voting ends, the relay mixes everybody’s slips and only then sends them there."));

/** How few may be mixed: a number with a good proposal. @param {number} proposed @param {number} most */
export function sizeField(proposed, most) {
  const input = make("input", { type: "number", id: "at-least", inputmode: "numeric", min: "1", max: most, step: "1",
    value: proposed, "aria-describedby": "at-least-help" });
  const element = make("label", { class: "field", for: "at-least" },
    make("span", {}, say(
      "Chỉ gửi khi trộn được ít nhất bao nhiêu người?",
      "Send it only in a mix of at least how many?")),
    input, make("span", { class: "hint", id: "at-least-help" }, say(
      "Càng đông càng kín. Đề nghị: quá nửa số người bỏ phiếu. Nếu ít hơn, trạm hỏi lại trước khi gửi.",
      "The more, the more secret. Proposed: more than half of all. If there are fewer, you are asked before it is sent.")));
  const value = () => Math.min(most, Math.max(1, Math.round(Number(input.value)) || proposed));
  return { element, value };
}

const noAnswer = () => say(
  "Chưa liên lạc được với trạm này. Vẫn có thể bỏ phiếu: máy sẽ tự thử lại, hoặc chọn đường khác.",
  "This relay does not answer. You can cast all the same: this device keeps trying, or choose another way.");
