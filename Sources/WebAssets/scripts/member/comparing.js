import { fillCode } from "../common/code-groups.js";
import { make, say } from "../common/dom.js";
import { counted, original, stepLine } from "./member-words.js";
import { actions, button, notice, paragraph } from "./stage-view.js";

/** The second step: the same round on this device as on the room's screen, by the code that people compare. */
export async function showComparing(visit, view, app) {
  const { manifest, holder } = visit;
  const code = make("p", { class: "round-code", id: "round-code", "aria-busy": "true" }, "···· ···· ···· ···· ····");
  view.show(
    { name: "comparing", eyebrow: stepLine(2, say("So với màn hình", "Compare with the screen")), heading: say(
      "Có giống trên màn hình không?",
      "Is it the same on the screen?") },
    make("div", { class: "card round-card" },
      make("p", { class: "round-authority" }, original(manifest.authority.name)),
      make("p", { class: "round-title" }, original(manifest.title)),
      make("p", { class: "hint" }, extent(manifest)),
      make("h2", { id: "round-code-label" }, say("Mã đối chiếu", "Round code")),
      code),
    paragraph(say(
      "Nhìn lên màn hình phòng họp và so từng nhóm bốn ký tự. Phải giống hết, không khác một chữ.",
      "Look at the room’s screen and compare group by group. Every character must be the same.")),
    actions(
      button(say(
        "Đúng như trên màn hình",
        "The same as on the screen"), () => app.go({ at: "receive" }), { class: "main wide", id: "same" }),
      button(say("Không giống", "Not the same"), () => app.go({ at: "differs" }), { class: "wide", id: "different" })),
    make("p", { class: "hint" }, say(`Thẻ của đồng chí ${holder.name}. `, `The card of ${holder.name}. `),
      button(say(
        "Không phải tôi",
        "That is not me"), () => app.anotherCard(), { class: "quiet small", id: "not-me" })));
  fillCode(code, await visit.roundCode());
}

const extent = ({ units, contests }) => say(
  `${units.length} tổ chức đảng, ${contests.length} ô đánh dấu`,
  `${counted(units.length, "", "organization", "organizations")}, ${counted(contests.length, "", "mark to make", "marks to make")}`);

/** What to do when the codes are not the same. */
export function showDifferent(visit, view, app) {
  view.show(
    { name: "differs", heading: say("Dừng lại, chưa nhận phiếu", "Stop: do not take a ballot") },
    notice("wrong", paragraph(make("strong", {}, say(
      "Mã trên máy khác mã trên màn hình, nên đây không phải đợt bỏ phiếu của phòng họp này.",
      "The code here is not the one on the screen, so this is not the round of this meeting.")))),
    make("ol", {},
      make("li", {}, say("Báo thư ký và đưa máy cho thư ký xem.", "Tell the secretary, and show this device.")),
      make("li", {}, say(
        "Quét lại mã vuông trên màn hình phòng họp bằng máy ảnh của điện thoại.",
        "Scan the QR code on the room’s screen once more with the phone’s camera.")),
      make("li", {}, say(
        "Chỉ nhận phiếu khi hai mã giống hệt nhau.",
        "Take a ballot only when both codes are exactly the same."))),
    paragraph(say("Chưa có gì được gửi đi từ máy này.", "Nothing has been sent from this device.")),
    actions(
      button(say("So lại lần nữa", "Compare once more"), () => app.back(), { id: "compare-again" }),
      make("a", { class: "button", href: "/v/" }, say("Chọn đợt khác", "Choose another round"))));
}
