import { make, say } from "../common/dom.js";
import { refusalWords, slips, stepLine } from "./member-words.js";
import { actions, button, notice, paragraph, pause, progressBar } from "./stage-view.js";
import { wayWords } from "./way-words.js";

const RETRY = 4_000;

/** What others change: the secretary opens the issuing, marks somebody present, the operator makes room. */
const AWAITED = ["wrong-state", "voter-absent", "voter-excused", "storage-full", "not-issuing"];

/** Known without asking: the service would only refuse. */
const notIssuing = { code: "refused", reason: "not-issuing" };

const frame = () => ({
  name: "receiving", eyebrow: stepLine(3, say(
    "Nhận phiếu",
    "Take your ballot")), heading: say("Nhận phiếu", "Take your ballot"),
});

/** The third step: the member takes the ballot. */
export function showReceiving(visit, view, app) {
  const total = visit.manifest.contests.length;
  view.show(
    frame(),
    paragraph(say(
      `Đồng chí ${visit.voterName} nhận ${slips(total)} trắng, mỗi ô trên phiếu đánh giá một phiếu. Máy chủ ký phiếu mà không nhìn thấy, nên về sau không ai biết phiếu nào của ai.`,
      `${visit.voterName}, you take ${slips(total)}, one for each place on the form. The server signs them without seeing them, so that nobody can tell later which are yours.`)),
    wayWords(visit.manifest),
    paragraph(say(
      "Từ lúc này hãy dùng chính máy này cho đến khi xong, và đừng xóa dữ liệu của trình duyệt.",
      "From here on use this very device until the end, and do not clear the browser’s data.")),
    actions(button(say(
      "Nhận phiếu",
      "Take the ballot"), () => receive(visit, view, app), { class: "main wide", id: "receive" })));
}

/** Goes on with taking the ballot: begun now, or before a reload. */
export async function receive(visit, view, app) {
  const { signal } = view;
  const bar = progressBar(say("Đang nhận phiếu", "Taking the ballot"));
  const waiting = notice("care");
  waiting.hidden = true;
  waiting.id = "waiting";
  view.show(frame(), bar.element, waiting);
  view.announce(say("Đang nhận phiếu", "Taking the ballot"));
  await navigator.storage?.persist?.().catch(() => false);
  try {
    if (!visit.session) await visit.start((done, total) => bar.move((0.6 * done) / total, preparing(done, total)));
  } catch (error) {
    return app.fail(error);
  }
  // Whoever went back meanwhile is led on.
  if (signal.aborted) return app.route();
  app.settled();
  while (!signal.aborted) {
    try {
      if (visit.status?.state === "frozen") throw notIssuing;
      await visit.session.obtainTokens((done, total) => bar.move(0.6 + (0.4 * done) / total, checking(done, total)));
      return app.advanced();
    } catch (error) {
      if (signal.aborted || !(await canWait(error, visit, app))) return;
      wait(error, waiting, bar, view);
      await pause(RETRY, signal);
    }
  }
}

const preparing = (done, total) => say(`Đang chuẩn bị ${done} / ${total}`, `Preparing ${done} of ${total}`);
const checking = (done, total) => say(
  `Đang kiểm tra chữ ký ${done} / ${total}`,
  `Checking signature ${done} of ${total}`);

/** Whether to try again by itself; if not, the page says what is wrong. */
async function canWait(error, visit, app) {
  if (error.mayPass || (error.code === "refused" && AWAITED.includes(error.reason))) {
    // The round may have gone on without this member: then its page is another one.
    await visit.look().catch(() => {});
    return !app.route();
  }
  if (error.code === "not-frozen") return true;
  if (error.code === "wrong-moment") await app.advanced();
  else app.fail(error);
  return false;
}

function wait(error, waiting, bar, view) {
  const isEarly = ["wrong-state", "not-issuing"].includes(error.reason) || error.code === "not-frozen";
  const { heading, text } = isEarly ? notYet() : refusalWords(error);
  const said = `${heading}. ${text}`;
  bar.move(0.6, say("Đang chờ…", "Waiting…"));
  if (waiting.dataset.said !== said) {
    waiting.dataset.said = said;
    waiting.dataset.reason = error.reason ?? error.code;
    waiting.replaceChildren(paragraph(make("strong", {}, heading)), paragraph(text));
    waiting.hidden = false;
    view.announce(said);
  }
}

const notYet = () => ({
  heading: say("Thư ký chưa mở phát phiếu", "Ballots are not handed out yet"),
  text: say(
    "Đồng chí không phải làm gì. Giữ trang này mở: đến lúc phát phiếu, máy tự nhận.",
    "There is nothing to do. Keep this page open: your ballot comes by itself once they are."),
});
