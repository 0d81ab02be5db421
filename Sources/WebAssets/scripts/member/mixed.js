import { make, say } from "../common/dom.js";
import { eraseOffer } from "./erasing.js";
import { affected } from "./member-fault.js";
import { counted } from "./member-words.js";
import { milestones, relayName } from "./milestones.js";
import { anotherMember, notice, paragraph, pause, sealMark } from "./stage-view.js";

const PACE = 8_000;

const members = (count) => counted(count, "đồng chí", "member", "members");

/** Every slip is in the box, each with its receipt, mixed with others'. */
export async function showRelayCast(visit, view, app) {
  const { total } = visit.session.castCount;
  view.show(
    { name: "cast", heading: say("Phiếu của đồng chí đã vào hòm", "Your ballot is in the box"), above: sealMark() },
    paragraph(make("strong", {}, say(
      `Cả ${total} / ${total} phiếu đã vào hòm, phiếu nào cũng có giấy biên nhận.`,
      `All ${total} of ${total} slips are in the box, each with its receipt.`))),
    milestones(2, say("khi hòm được niêm phong", "when the box is sealed")),
    mixedWith(visit), comeBack(), awaiting(), anotherMember(app));
  view.announce(say("Phiếu của đồng chí đã vào hòm", "Your ballot is in the box"));
  await watchStatement(visit, view, app);
}

/** The relay has sent the slips, and some came back without a receipt: only the sealed box tells. */
export async function showMixed(visit, view, app) {
  const { castCount: { done, total }, unreceipted } = visit.session;
  view.show(
    { name: "mixed", heading: say("Chưa biết chắc phiếu đã vào hòm", "Not sure yet that your ballot is in the box") },
    notice("care", paragraph(make("strong", {}, visit.session.way.state === "lost"
      ? say(
        "Trạm đã trộn phiếu này để gửi vào hòm, nhưng mất các giấy biên nhận.",
        "The relay mixed these slips to send them to the box, and lost the receipts.")
      : say(
        `Trạm đã gửi phiếu đi; ${total - done} / ${total} phiếu không có giấy biên nhận đúng.`,
        `The relay sent the slips; ${total - done} of ${total} have no good receipt.`))),
      paragraph(say(
        "Máy không gửi lại gì cả. Khi hòm được niêm phong, trang này tự tìm từng phiếu trong hòm và báo đủ hay thiếu.",
        "This device sends nothing again. When the box is sealed, it looks for each slip and says whether all are there."))),
    milestones(1, say("chưa chắc, chờ niêm phong", "not sure: wait for the sealing")),
    mixedWith(visit), affected(unreceipted, visit.manifest), awaiting(), anotherMember(app));
  await watchStatement(visit, view, app);
}

function mixedWith(visit) {
  const { voters } = visit.session.way;
  if (voters === null) return null;
  const element = paragraph(say("Trạm ", "The relay "), relayName(visit), voters === 1
    ? say(
      " chỉ có phiếu của một mình đồng chí, không trộn được với ai: máy chủ có thể đoán đó là phiếu của ai.",
      " had nobody’s slips but yours to send, so that nothing was mixed: the server may guess whose they are.")
    : say(
      ` đã trộn phiếu của ${members(voters)}, kể cả đồng chí.`,
      ` mixed the slips of ${members(voters)}, yours among them.`));
  element.id = "mixed-with";
  return element;
}

const comeBack = () => notice("", paragraph(say(
  "Còn một việc: khi hòm được niêm phong, trang này tự tìm phiếu của đồng chí trong hòm. Cứ để trang mở, hoặc mở lại sau trên chính máy này; đừng xóa dữ liệu của trình duyệt.",
  "One thing left: when the box is sealed, this page looks for your slips in it by itself. Leave it open, or open it again later on this very device; do not clear the browser’s data.")));

const awaiting = () => make("p", { class: "hint waiting-line", id: "awaiting" }, say(
  "Đang chờ niêm phong hòm phiếu…",
  "Waiting for the box to be sealed…"));

/** Until the relay has signed for all to see of how many it mixed, and it is what it told this device. */
async function watchStatement(visit, view, app) {
  const { signal } = view;
  while (!signal.aborted) {
    try {
      if (await compared(visit)) return;
    } catch (error) {
      if (!signal.aborted) app.fail(error);
      return;
    }
    await pause(PACE, signal);
  }
}

/**
 * @returns {Promise<boolean>} whether the relay has made its statement, or there is none to make
 * @throws {BallotError} an alarm, and nothing else: whatever does not come now may come later
 */
export async function compared({ session }) {
  if (!session.way) return true;
  try {
    return await (await session.passage()).compare();
  } catch (error) {
    if (error.isAlarm) throw error;
    return false;
  }
}

/** Before slips are said to be lost: what the relay has to say. @returns {Promise<boolean>} whether it is news */
export async function lastAnswers({ session }) {
  if (!["handing", "handed", "sending"].includes(session.stage)) return false;
  const { stage } = session;
  await session.passage().then((way) => way.ask()).catch(() => {});
  return session.stage !== stage;
}

/** The sealed box does not hold slips that went through a relay, and no receipt says that it should. */
export function showLost({ contests }, visit, view, app) {
  const { length: total } = visit.manifest.contests;
  view.show(
    { name: "uncast", heading: say("Có phiếu không vào hòm", "Some slips are not in the box") },
    notice("wrong", paragraph(make("strong", {}, say(
      `${contests.length} / ${total} phiếu không có trong hòm đã niêm phong nên không được tính.`,
      `${contests.length} of ${total} slips are not in the sealed box and do not count.`)),
      " ", say(...endedWords(visit.session.way)))),
    affected(contests, visit.manifest),
    paragraph(say(
      "Hãy báo ban kiểm phiếu để ghi vào biên bản.",
      "Tell the counting board, so that the minutes say so.")),
    eraseOffer(visit, view, app, true));
}

/** A smaller mix that was accepted, or a relay that asked for them again, takes nothing back. */
const endedWords = ({ state, wasTaken }) => (state === "made" && wasTaken ? HANDED : ENDED[state] ?? HANDED);

/** What is known of slips that are not in the box, by how far their way had come. */
const ENDED = {
  made: ["Máy này chưa từng nghe trạm nói đã nhận phiếu.", "This device never heard that the relay had taken them."],
  unsent: ["Trạm báo là không gửi phiếu này.", "The relay said that it did not send them."],
  ended: ["Trạm báo là đợt đã xong mà chưa gửi phiếu này.",
    "The relay said that the round was over before it sent them."],
  released: ["Trạm đã trả lại phiếu, và phiếu không đi đường nào khác.",
    "The relay gave them back, and they went no other way."],
};

const HANDED = ["Đã giao cho trạm mà không tới hòm, và không có giấy biên nhận.",
  "They were handed to the relay, did not reach the box, and have no receipt."];
