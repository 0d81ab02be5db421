import { make, say } from "../common/dom.js";
import { counted, refusalWords, stepLine } from "./member-words.js";
import { milestones, relayName } from "./milestones.js";
import { actions, anotherMember, button, notice, paragraph, pause, progressBar, sealMark } from "./stage-view.js";
import { sizeField } from "./way-choice.js";

const RETRY = 4_000;

/** How often a relay is asked, in milliseconds, and how much of it is drawn by lot. */
const [PACE, SPREAD] = [6_000, 4_000];

const members = (count) => counted(count, "đồng chí", "member", "members");

/** The slips are sealed: hands them to the relay, however often the line breaks. */
export async function showHanding(visit, view, app) {
  const { signal } = view;
  const trouble = notice("care");
  trouble.id = "trouble";
  trouble.hidden = true;
  const bar = progressBar(say("Đang giao phiếu cho trạm", "Handing the ballot over"));
  bar.element.querySelector("progress").removeAttribute("value");
  view.show(
    { name: "handing", eyebrow: stepLine(5, say("Bỏ phiếu", "Cast")), heading: say(
      "Đang giao phiếu cho trạm…",
      "Handing the ballot to the relay…") },
    paragraph(relayName(visit)), bar.element,
    paragraph(make("strong", {}, say(
      "Chưa xong. Giữ trang này mở cho đến khi thấy dòng “Đã giao phiếu cho trạm”.",
      "Not done. Keep this page open until it says “Handed to the relay”."))),
    trouble);
  view.announce(say("Đang giao phiếu cho trạm", "Handing the ballot over"));
  const hurry = { now: () => {} };
  while (!signal.aborted) {
    try {
      await (await visit.session.passage()).handOver();
      return app.advanced();
    } catch (error) {
      if (signal.aborted) return;
      if (error.code === "wrong-moment") return app.advanced();
      if (!["connection", "refused", "answer"].includes(error.code)) return app.fail(error);
      // The box may have been sealed meanwhile: then the page goes on to look what is in it.
      await visit.look().catch(() => {});
      if (app.route()) return;
      tell(trouble, error, view, app, hurry);
      await pause(RETRY, signal, (wake) => { hurry.now = wake; });
    }
  }
}

function tell(trouble, error, view, app, hurry) {
  const { heading, text } = error.code === "connection" ? silent() : refusalWords(error);
  trouble.replaceChildren(
    paragraph(make("strong", { id: "trouble-words" }, heading)), paragraph(text),
    actions(button(say("Thử lại ngay", "Try again now"), () => hurry.now(), { id: "retry" }),
      button(say("Chọn đường khác", "Take another way"), () => app.go({ at: "elsewhere" }), { id: "elsewhere" })));
  trouble.hidden = false;
  view.announce(`${heading}. ${text}`);
}

const silent = () => ({
  heading: say("Chưa liên lạc được với trạm", "The relay does not answer"),
  text: say(
    "Máy chưa biết trạm đã nhận phiếu chưa. Không mất gì cả: máy đang tự thử lại. Giữ trang này mở.",
    "This device does not know yet whether the relay has the ballot. Nothing is lost: it keeps trying. Keep this page open."),
});

/** The relay has the ballot: final, and not yet in the box. */
export async function showHanded(visit, view, app) {
  const count = make("p", { id: "handed-count", role: "status" });
  const small = make("div", { id: "small-mix", hidden: true });
  view.show(
    { name: "handed", heading: say("Đã giao phiếu cho trạm", "Handed to the relay"), above: sealMark() },
    paragraph(make("strong", {}, say(
      "Đồng chí đã giao phiếu xong, như phiếu giấy đã bỏ: không sửa, không bỏ lại được.",
      "Your ballot is handed over for good, as paper is cast: it cannot be changed or cast again."))),
    milestones(1, say("khi kết thúc bỏ phiếu", "when voting ends")),
    paragraph(say("Phiếu còn niêm kín ở trạm ", "The slips lie sealed at the relay "), relayName(visit), say(
      " và CHƯA vào hòm. Khi kết thúc bỏ phiếu, trạm trộn phiếu của mọi người rồi mới gửi vào hòm.",
      " and are NOT in the box yet. When voting ends, it mixes everybody’s slips and only then sends them there.")),
    count, small,
    notice("", paragraph(say(
      "Đồng chí có thể tắt màn hình. Sau khi kết thúc bỏ phiếu, mở lại trang này trên chính máy này; đừng xóa dữ liệu của trình duyệt.",
      "You may switch the screen off. When voting has ended, open this page again on this very device; do not clear the browser’s data."))),
    details(visit, app, count), anotherMember(app));
  view.announce(say("Đã giao phiếu cho trạm", "Handed to the relay"));
  await follow(visit, view, app, { count, small });
}

/** For whoever sees that the page does not know what the room knows. */
const details = (visit, app, said) => make("details", { id: "handed-more" },
  make("summary", {}, say(
    "Trang này không thấy đã kết thúc bỏ phiếu?",
    "Does this page not see that voting has ended?")),
  paragraph(say(
    "Để giữ kín, máy này không hỏi máy chủ cho đến khi kết thúc bỏ phiếu; chỉ hỏi trạm. Nếu thư ký đã báo kết thúc, hãy bấm:",
    "For secrecy this device asks the server nothing until voting ends; it asks the relay alone. If the secretary has said that it is over, press:")),
  actions(
    button(say("Thư ký đã báo kết thúc", "The secretary has ended it"), async () => {
      visit.hasClosed = true;
      await visit.look().catch(() => {});
      if (!app.route() && !visit.hasClosed) said.textContent = say("Vẫn đang bỏ phiếu.", "Voting is still going on.");
    }, { id: "has-closed" }),
    button(say("Chọn đường khác", "Take another way"), () => app.go({ at: "elsewhere" }), { id: "elsewhere" })));

/** Asks the relay, and nobody else, until it says what became of the ballot. */
async function follow(visit, view, app, places) {
  const { signal } = view;
  for (let first = true; !signal.aborted; first = false) {
    if (!first) await pause(PACE + Math.random() * SPREAD, signal);
    if (signal.aborted || document.hidden) continue;
    try {
      const heard = await (await visit.session.passage()).ask();
      if (signal.aborted) return;
      if (heard.state !== "held" && heard.state !== "unknown") visit.hasClosed = true;
      if (visit.session.stage !== "handed") return app.advanced();
      places.count.textContent = say(
        `Đến lúc này ${members(heard.voters)} đã giao phiếu cho trạm này.`,
        `So far ${members(heard.voters)} handed over to this relay.`);
      if (heard.state === "lowering") showSmall(heard.voters, visit, view, app, places.small);
    } catch (error) {
      if (signal.aborted) return;
      if (error.code === "wrong-moment") return app.advanced();
      if (!["connection", "refused", "answer"].includes(error.code)) return app.fail(error);
      places.count.textContent = say(
        "Chưa liên lạc được với trạm; máy đang tự thử lại.",
        "The relay does not answer; this device keeps trying.");
    }
  }
}

/** Voting has closed, and too few handed over for what somebody asked. */
function showSmall(voters, visit, view, app, place) {
  if (!place.hidden) return;
  const { atLeast } = visit.session.way;
  if (atLeast === 1) return showOthers(view, place);
  const least = sizeField(Math.max(1, Math.min(voters, atLeast - 1)), atLeast);
  const isOurs = atLeast > voters;
  const said = (isOurs ? ourSmallMix : othersSmallMix)(voters, atLeast);
  const lower = async () => {
    try {
      await (await visit.session.passage()).lower(least.value());
    } catch (error) {
      if (error.code !== "connection" && !error.mayPass) return app.fail(error);
    }
    await app.advanced();
  };
  const accept = say("Chấp nhận trộn với số này", "Accept a mix of this many");
  place.append(notice("wrong", paragraph(make("strong", {}, said)), least.element,
    actions(button(accept, lower, { class: "main", id: "lower" }))));
  place.hidden = false;
  view.announce(said);
}

/** Whoever goes in any mix has nothing to lower. */
function showOthers(view, place) {
  const said = say(
    "Đã kết thúc bỏ phiếu. Trạm đợi khoảng hai phút, vì có người yêu cầu trộn đông hơn. Đồng chí không phải làm gì.",
    "Voting has ended. The relay waits about two minutes, since somebody asked for a greater mix. There is nothing to do.");
  place.append(notice("", paragraph(said)));
  place.hidden = false;
  view.announce(said);
}

const ourSmallMix = (voters, atLeast) => say(
  `Đã kết thúc bỏ phiếu. Chỉ có ${members(voters)} giao phiếu cho trạm, ít hơn ${atLeast} mà đồng chí yêu cầu. Nếu không hạ xuống, phiếu của đồng chí KHÔNG được gửi vào hòm. Trạm đợi khoảng hai phút.`,
  `Voting has ended. Only ${members(voters)} handed over to this relay, fewer than the ${atLeast} that you asked for. Unless you accept fewer, your ballot is NOT sent to the box. The relay waits about two minutes.`);

const othersSmallMix = (voters, atLeast) => say(
  `Đã kết thúc bỏ phiếu. Trạm đang đợi người khác, họ yêu cầu trộn đông hơn. Đồng chí yêu cầu ít nhất ${atLeast}; có thể hạ xuống để chắc chắn được gửi.`,
  `Voting has ended. The relay waits for others, who asked for a greater mix. You asked for at least ${atLeast}; accept fewer to be sure that yours is sent.`);
