import { make, say } from "../common/dom.js";
import { stepLine } from "./member-words.js";
import { relayName } from "./milestones.js";
import { relayRefusal } from "./relay-refusal.js";
import { actions, button, notice, paragraph, pause, progressBar } from "./stage-view.js";

const RETRY = 4_000;

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
      tell(trouble, error, visit, app, hurry);
      view.announce(trouble.querySelector("#trouble-words").textContent);
      await pause(RETRY, signal, (wake) => { hurry.now = wake; });
    }
  }
}

function tell(trouble, error, visit, app, hurry) {
  const { heading, text } = relayRefusal(error);
  const known = visit.isOver ? late() : unknown();
  trouble.replaceChildren(
    paragraph(make("strong", { id: "trouble-words" }, heading)), paragraph(text, " ", known),
    actions(button(say("Thử lại ngay", "Try again now"), () => hurry.now(), { id: "retry" }),
      button(say("Chọn đường khác", "Take another way"), () => app.go({ at: "elsewhere" }), { id: "elsewhere" })));
  trouble.hidden = false;
}

const unknown = () => say(
  "Máy chưa biết trạm đã nhận phiếu chưa; máy đang tự thử lại. Giữ trang này mở.",
  "This device does not know whether the relay has the ballot; it keeps trying. Keep this page open.");

const late = () => say(
  "Đã kết thúc bỏ phiếu. Máy chưa biết trạm đã nhận phiếu chưa; phiếu không tới hòm trước lúc niêm phong thì không được tính. Hãy báo thư ký, giữ trang này mở cho máy tự thử lại, hoặc chọn đường khác.",
  "Voting has ended. This device does not know whether the relay has the ballot; slips that do not reach the box before it is sealed do not count. Tell the secretary, keep this page open while it tries again, or take another way.");
