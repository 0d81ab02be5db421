import { Choice } from "../../ballot/choice.js";
import { make, say } from "../common/dom.js";
import { reminder } from "./mark-choice.js";
import { totals } from "./marks-review.js";
import { boxes, slips, stepLine } from "./member-words.js";
import { actions, anotherMember, button, notice, paragraph, pause, progressBar, sealMark } from "./stage-view.js";

const RETRY = 4_000;

/**
 * The last question before the box.
 * @param {{element: Node, way: () => {relay: number, atLeast: number}|null}} [choice] of the way, in a round with
 *     relays
 */
export function showConfirm(visit, view, app, choice = null) {
  const { sheet, manifest } = visit;
  const blank = sheet.count(Choice.blank);
  const isOpen = visit.status?.state === "voting";
  const act = () => seal(visit, view, app, choice?.way() ?? null);
  const deed = () => (choice?.way() ? say("Giao phiếu cho trạm", "Hand the ballot to the relay")
    : say("Bỏ phiếu", "Cast the ballot"));
  const cast = button(deed(), act, { class: "main wide", id: "cast", disabled: !isOpen });
  choice?.element.addEventListener("change", () => { cast.textContent = deed(); });
  view.show(
    { name: "confirm", eyebrow: stepLine(5, say("Bỏ phiếu", "Cast")), heading: say(
      "Bỏ phiếu bây giờ?",
      "Cast your ballot now?"), above: reminder(sheet).element },
    totals(sheet.marks, manifest.kind),
    blank > 0 ? notice("care", paragraph(say(
      `${boxes(blank)} còn bỏ trống sẽ được bỏ là phiếu trắng.`,
      `${boxes(blank)} left blank will be cast as blank.`))) : null,
    notice("", paragraph(make("strong", {}, say(
      "Bỏ rồi là xong, như phiếu giấy đã buông khỏi tay.",
      "Cast is final, as paper is that has left your hand.")), " ",
      say(
        "Không sửa được, không rút lại được, không bỏ lại lần thứ hai.",
        "It cannot be changed, taken back or cast again."))),
    choice?.element ?? null,
    isOpen ? null : notice("care", paragraph(say(
      "Thư ký chưa mở bỏ phiếu; hãy chờ.",
      "Voting is not open yet; please wait."))),
    actions(cast, button(say(
      "Chưa, xem lại",
      "Not yet, review"), () => app.go({ at: "review" }), { class: "wide", id: "not-yet" })));
}

/**
 * Seals the marks into slips, once and for good; from then on they only have to be sent. That needs no line: where it
 * is gone, the slips lie ready and go out when it is back, whatever became of the page meanwhile.
 */
async function seal(visit, view, app, way) {
  const bar = progressBar(say("Đang niêm kín phiếu", "Sealing the slips"));
  view.show(castingFrame(), bar.element);
  view.announce(say("Đang niêm kín phiếu", "Sealing the slips"));
  const wasVoting = visit.status?.state === "voting";
  const progress = (done, total) =>
    bar.move(done / total, say(`Đang niêm kín ${done} / ${total}`, `Sealing ${done} of ${total}`));
  try {
    await visit.sheet.settled();
    await visit.session.mark([...visit.sheet.marks], progress, { wasVoting, way });
  } catch (error) {
    if (error.code === "not-voting") await visit.look().catch(() => {});
    else if (error.code !== "wrong-moment") return app.fail(error);
  }
  await app.advanced();
}

const castingFrame = () => ({
  name: "casting", eyebrow: stepLine(5, say("Bỏ phiếu", "Cast")), heading: say(
    "Đang bỏ phiếu…",
    "Casting your ballot…"),
});

/** Sends what is not in the box yet, until all of it is: after a lost answer, a reload, a network gone for a while. */
export async function showCasting(visit, view, app) {
  const { signal } = view;
  const bar = progressBar(say("Phiếu đã vào hòm", "Slips in the box"));
  const trouble = notice("care");
  trouble.id = "trouble";
  trouble.hidden = true;
  view.show(castingFrame(), bar.element,
    paragraph(make("strong", {}, say(
      "Giữ trang này mở cho đến khi thấy dòng “Phiếu của đồng chí đã vào hòm”.",
      "Keep this page open until it says “Your ballot is in the box”."))),
    trouble);
  view.announce(say("Đang gửi phiếu vào hòm", "Sending the slips"));
  const { session } = visit;
  const move = () => {
    const { done, total } = session.castCount;
    bar.move(done / total, say(`${done} / ${total} phiếu đã vào hòm`, `${done} of ${total} slips are in the box`));
  };
  const hurry = { now: () => {} };
  window.addEventListener("offline", () => tellTrouble(trouble, session, view, hurry), { signal });
  move();
  while (!signal.aborted) {
    try {
      await session.castAll(() => {
        move();
        trouble.hidden = true;
      });
      return app.advanced();
    } catch (error) {
      if (signal.aborted) return;
      if (error.isAlarm || ["storage", "damaged"].includes(error.code)) return app.fail(error);
      if (error.code === "wrong-moment") return app.advanced();
      // The box may have been sealed meanwhile: then the page goes on to look what is in it.
      await visit.look().catch(() => {});
      if (app.route()) return;
      if (error.reason === "slip-differs") return app.fail(error);
      move();
      tellTrouble(trouble, session, view, hurry);
      await pause(RETRY, signal, (wake) => { hurry.now = wake; });
    }
  }
}

function tellTrouble(trouble, session, view, hurry) {
  const { done, total } = session.castCount;
  const said = say(
    `Chưa xong: còn ${slips(total - done)} chưa tới hòm. Máy đang tự thử lại; giữ trang này mở.`,
    `Not done: ${slips(total - done)} ${total - done === 1 ? "has" : "have"} not reached the box. This device is trying again; keep this page open.`);
  const text = make("strong", { id: "trouble-words" }, said);
  trouble.replaceChildren(paragraph(text), button(say(
    "Thử lại ngay",
    "Try again now"), () => hurry.now(), { id: "retry" }));
  trouble.hidden = false;
  view.announce(said);
}

/** Every slip is in the box, each with its receipt. */
export function showCast(visit, view, app) {
  const { total } = visit.session.castCount;
  view.show(
    { name: "cast", heading: say("Phiếu của đồng chí đã vào hòm", "Your ballot is in the box"), above: sealMark() },
    paragraph(make("strong", {}, say(
      `Cả ${total} / ${total} phiếu đã vào hòm, phiếu nào cũng có giấy biên nhận.`,
      `All ${total} of ${total} slips are in the box, each with its receipt.`))),
    paragraph(say(
      "Như phiếu giấy đã vào hòm, không sửa hay bỏ lại được nữa.",
      "As paper in the box, it can no longer be changed or cast again.")),
    notice("", paragraph(make("strong", {}, say(
      "Còn một việc: quay lại khi hòm được niêm phong.",
      "One thing left: come back when the box is sealed."))),
      paragraph(say(
        "Lúc đó trang này tự tìm phiếu của đồng chí trong hòm và báo kết quả. Cứ để trang mở, hoặc mở lại sau trên chính máy này; đừng xóa dữ liệu của trình duyệt.",
        "This page then looks for your slips in the box by itself and tells you. Leave it open, or open it again later on this very device; do not clear the browser’s data."))),
    make("p", { class: "hint waiting-line", id: "awaiting" }, say(
      "Đang chờ niêm phong hòm phiếu…",
      "Waiting for the box to be sealed…")),
    anotherMember(app));
  view.announce(say("Phiếu của đồng chí đã vào hòm", "Your ballot is in the box"));
}
