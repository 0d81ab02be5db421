import { make, say } from "../common/dom.js";
import { anotherWay } from "./elsewhere.js";
import { counted } from "./member-words.js";
import { milestones, relayName } from "./milestones.js";
import { notice, paragraph } from "./stage-view.js";

const members = (count) => counted(count, "đồng chí", "member", "members");

/** The relay did not send the ballot: another way may be taken until the box is sealed. */
export async function showUnsent(visit, view, app) {
  const { atLeast, voters, state } = visit.session.way;
  view.show(
    { name: "unsent", heading: say("Phiếu CHƯA vào hòm: trạm không gửi", "NOT in the box: the relay did not send it") },
    notice("wrong", paragraph(make("strong", {}, state === "ended"
      ? say("Trạm báo đợt bỏ phiếu đã xong.", "The relay says that the round is over.")
      : voters === null
        ? say("Trạm đã trộn xong mà không có phiếu này.", "The relay has mixed, and these slips were not there.")
        : say(
          `Trạm chỉ trộn được phiếu của ${members(voters)}; đồng chí yêu cầu trộn với ít nhất ${atLeast}.`,
          `The relay could mix the slips of ${members(voters)} only; you asked for a mix of at least ${atLeast}.`))),
      paragraph(say(
        "Đồng chí còn kịp chọn đường khác cho đến khi hòm được niêm phong.",
        "You can still take another way until the box is sealed."))),
    milestones(0, say("trạm không gửi", "not sent by the relay")), anotherWay(visit, view, app));
  view.announce(say("Phiếu chưa vào hòm: trạm không gửi", "Not in the box: the relay did not send it"));
  if (state !== "ended") return;
  // Whether it is, the server says.
  visit.hasClosed = true;
  await visit.look().catch(() => {});
  if (!view.signal.aborted) app.route();
}

/** The relay has signed that it will never send the ballot. */
export function showReleased(visit, view, app) {
  view.show(
    { name: "released", heading: say("Trạm đã trả lại phiếu", "The relay gave the ballot back") },
    paragraph(say("Trạm ", "The relay "), relayName(visit), say(
      " đã ký rằng sẽ không bao giờ gửi phiếu này. Phiếu CHƯA vào hòm: hãy chọn đường khác.",
      " signed that it will never send this ballot. It is NOT in the box: choose another way.")),
    milestones(0, say("đã trả lại", "given back")), anotherWay(visit, view, app));
}
