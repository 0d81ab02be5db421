import { make, say } from "../common/dom.js";
import { Doubt } from "./doubt.js";
import { follow } from "./following.js";
import { counted } from "./member-words.js";
import { milestones, relayName } from "./milestones.js";
import { SmallMix } from "./small-mix.js";
import { actions, anotherMember, button, notice, paragraph, sealMark } from "./stage-view.js";

const members = (count) => counted(count, "đồng chí", "member", "members");

/** The relay has the ballot: final, and not yet in the box. */
export async function showHanded(visit, view, app) {
  const count = make("p", { id: "handed-count", role: "status" });
  const [small, doubt] = [new SmallMix(visit, view, app), new Doubt(visit, view, app)];
  const steps = milestones(1, say("khi kết thúc bỏ phiếu", "when voting ends"));
  const usual = make("div", { id: "usual" }, asUsual(visit));
  const inBox = make("span", { id: "in-box" });
  // What the relay said once need not be so any more.
  const settle = (isHeard) => {
    inBox.textContent = isHeard ? say("Phiếu CHƯA vào hòm.", "It is NOT in the box yet.") : unknown();
    usual.hidden = !doubt.element.hidden || (visit.isOver && !isHeard);
    if (visit.isOver) steps.querySelector(".now span").textContent = say("chưa biết", "not known yet");
  };
  view.show(
    { name: "handed", heading: say("Đã giao phiếu cho trạm", "Handed to the relay"), above: sealMark() },
    paragraph(make("strong", {}, say(
      "Trạm đã nhận phiếu của đồng chí: không sửa, không giao phiếu khác được nữa. ",
      "The relay has taken your ballot: it cannot be changed or replaced. ")), inBox),
    steps, count, doubt.element, small.element, usual, details(doubt, app), anotherMember(app));
  view.announce(say("Đã giao phiếu cho trạm", "Handed to the relay"));
  await follow(visit, view, app, {
    heard(said) {
      count.textContent = say(
        `Đến lúc này ${members(said.voters)} đã giao phiếu cho trạm này.`,
        `So far ${members(said.voters)} handed over to this relay.`);
      if (said.state === "lowering") small.show(said);
      else small.hide();
      doubt.heard(said.state);
      settle(true);
    },
    unheard(times) {
      count.textContent = noAnswer();
      if (doubt.unheard(times)) small.hide();
      settle(false);
    },
  });
}

const unknown = () => say(
  "Chưa biết lúc này phiếu đã vào hòm chưa.",
  "Whether it is in the box by now is not known.");

/** What holds as long as nothing is in doubt. */
const asUsual = (visit) => [
  paragraph(say("Phiếu còn niêm kín ở trạm ", "The slips lie sealed at the relay "), relayName(visit), say(
    ". Khi kết thúc bỏ phiếu, trạm trộn phiếu của mọi người rồi mới gửi vào hòm.",
    ". When voting ends, it mixes everybody’s slips and only then sends them to the box.")),
  notice("", paragraph(say(
    "Đồng chí có thể tắt màn hình. Sau khi kết thúc bỏ phiếu, mở lại trang này trên chính máy này; đừng xóa dữ liệu của trình duyệt.",
    "You may switch the screen off. When voting has ended, open this page again on this very device; do not clear the browser’s data."))),
];

/** For whoever sees that the page does not know what the room knows. */
const details = (doubt, app) => make("details", { id: "handed-more" },
  make("summary", {}, say(
    "Trang này không thấy đã kết thúc bỏ phiếu?",
    "Does this page not see that voting has ended?")),
  paragraph(say(
    "Để giữ kín, máy này không hỏi máy chủ cho đến khi kết thúc bỏ phiếu; chỉ hỏi trạm. Nếu thư ký đã báo kết thúc, hãy bấm:",
    "For secrecy this device asks the server nothing until voting ends; it asks the relay alone. If the secretary has said that it is over, press:")),
  actions(doubt.closedButton("has-closed"),
    button(say("Chọn đường khác", "Take another way"), () => app.go({ at: "elsewhere" }), { id: "elsewhere" })));

/** The ballot is in the relay's mix; the service has not answered for it, so that nobody has said it is in the box. */
export async function showSending(visit, view, app) {
  const said = make("p", { id: "sending-said", role: "status" });
  const doubt = new Doubt(visit, view, app);
  const heading = say("Trạm đang gửi phiếu vào hòm", "The relay is sending your ballot to the box");
  view.show(
    { name: "sending", heading },
    paragraph(make("strong", {}, say("CHƯA biết phiếu đã vào hòm chưa.", "It is NOT known yet to be in the box."))),
    milestones(1, say("đang gửi, chưa biết", "being sent, not known yet")),
    mixWords(visit), said, doubt.element,
    notice("", paragraph(say(
      "Máy tự hỏi trạm. Khi hòm được niêm phong, trang này tự tìm từng phiếu trong hòm và nói chắc là có hay không. Đừng xóa dữ liệu của trình duyệt.",
      "This device keeps asking the relay. When the box is sealed, this page looks for each slip in it and says for certain whether it is there. Do not clear the browser’s data."))),
    anotherMember(app));
  view.announce(heading);
  await follow(visit, view, app, {
    heard({ state }) {
      said.textContent = say("Trạm chưa báo là xong.", "The relay has not said that it is done.");
      doubt.heard(state);
    },
    unheard(times) {
      said.textContent = noAnswer();
      doubt.unheard(times);
    },
  });
}

const mixWords = (visit) => paragraph(say("Trạm ", "The relay "), relayName(visit), " ",
  mixOf(visit.session.way.voters), say(
    " Phiếu đang gửi thì không lấy lại được.",
    " What is being sent cannot be taken back."));

const mixOf = (voters) => (voters === 1
  ? say(
    "báo đang gửi phiếu của một mình đồng chí, không trộn được với ai.",
    "says that it is sending your slips alone, mixed with nobody’s.")
  : say(
    `báo đã trộn phiếu của ${members(voters)}, kể cả đồng chí, và đang gửi.`,
    `says that it mixed the slips of ${members(voters)}, yours among them, and is sending them.`));

const noAnswer = () => say(
  "Chưa liên lạc được với trạm; máy đang tự thử lại.",
  "The relay does not answer; this device keeps trying.");
