import { make, say } from "../common/dom.js";
import { isOverdue } from "./doubt.js";
import { original } from "./member-words.js";
import { relayRefusal } from "./relay-refusal.js";
import { actions, button, notice, paragraph, progressBar } from "./stage-view.js";
import { directCost } from "./way-choice.js";

/** Another way for a sealed ballot: with the relay's word that it lets go of it, or at the member's own risk. */
export function showElsewhere(visit, view, app) {
  view.show(
    { name: "elsewhere", heading: say("Chọn đường khác cho phiếu", "Another way for the ballot") },
    paragraph(say(
      "Phiếu đã niêm kín; nội dung giữ nguyên. Chỉ đường đi của phiếu thay đổi.",
      "The slips are sealed and stay as they are. Only their way changes.")),
    anotherWay(visit, view, app),
    actions(button(say("Thôi, giữ đường cũ", "No, keep to the first way"), () => app.back(), { id: "keep-way" })));
}

/** What may be done, and what it costs; of the relay's release first. */
export function anotherWay(visit, view, app) {
  const place = make("section", { class: "card", id: "another-way" });
  const show = visit.session.stage === "released" ? choices : askFirst;
  place.append(...show(visit, view, app, place));
  return place;
}

function askFirst(visit, view, app, place) {
  const ask = async () => {
    place.replaceChildren(progressBar(say("Đang hỏi trạm", "Asking the relay")).element);
    try {
      await (await visit.session.passage()).release();
      await app.advanced();
    } catch (error) {
      if (view.signal.aborted) return;
      if (error.code === "wrong-moment") return app.advanced();
      if (!["connection", "refused", "answer"].includes(error.code)) return app.fail(error);
      place.replaceChildren(...(error.reason === "sent" ? alreadySent : withoutRelease)(error, visit, app));
    }
  };
  return [
    paragraph(say(
      "Trước hết trạm phải ký rằng sẽ không bao giờ gửi phiếu này, để phiếu không tới hòm hai lần.",
      "First the relay has to sign that it will never send this ballot, so that it does not come to the box twice.")),
    actions(button(say("Xin trạm trả lại phiếu", "Ask the relay for the ballot back"), ask,
      { class: "main", id: "release" })),
  ];
}

/** It is in the mix: another way is worth its price only where the mix does not come on. */
const alreadySent = (_error, visit, app) => [
  notice("care", paragraph(say(
    "Trạm đã trộn phiếu của đồng chí để gửi vào hòm, không trả lại được nữa. Khi hòm được niêm phong, trang này tự tìm phiếu trong hòm.",
    "The relay has mixed your ballot to send it to the box, and cannot give it back. When the box is sealed, this page looks for it there."))),
  actions(button(say("Quay lại, đợi", "Back, and wait"), () => app.advanced(), { class: "main", id: "go-back" })),
  ...(isOverdue(visit) ? [twice(), ...choices(visit, null, app, null, true)] : []),
];

/** The relay does not answer, or refuses: then it may still send the ballot some day. */
function withoutRelease(error, visit, app) {
  const { heading, text } = relayRefusal(error);
  return [
    notice("care", paragraph(make("strong", {}, heading)), paragraph(text)), twice(),
    ...choices(visit, null, app, null, true),
  ];
}

const twice = () => notice("wrong", paragraph(make("strong", {}, say(
  "Nếu bây giờ đi đường khác, phiếu có thể tới hòm hai lần.",
  "If you take another way now, your slips may come to the box twice."))),
paragraph(say(
  "Phiếu vẫn chỉ được tính một lần. Nhưng ai xem được máy chủ sẽ thấy những phiếu tới hai lần, và biết đó là phiếu của người đã đi hai đường. Hãy đợi trạm nếu có thể.",
  "They count once all the same. But whoever sees the server sees which slips came twice, and knows that they are of somebody who went twice. Wait for the relay if you can.")));

/** Other relays, and straight to the server. */
function choices(visit, _view, app, _place, unreleased = false) {
  const { session, manifest } = visit;
  const { relay: first, atLeast } = session.way;
  const go = (way) => async () => {
    try {
      await (await session.passage()).goElsewhere(way, { unreleased });
    } catch (error) {
      if (error.code !== "wrong-moment") return app.fail(error);
    }
    await app.advanced();
  };
  const others = manifest.casting.relays.map(({ name }, relay) => ({ name, relay }))
    .filter(({ relay }) => relay !== first);
  const handOn = ({ name, relay }) => make("button", { type: "button", class: "main", id: `relay-${relay}`,
    onclick: go({ relay, atLeast }) }, say("Giao cho trạm ", "Hand it to the relay "), original(name));
  return [
    others.length > 0 ? actions(...others.map(handOn)) : null,
    paragraph(directCost()),
    actions(button(unreleased ? say("Tôi hiểu, vẫn gửi thẳng", "I understand: send it straight")
      : say("Gửi thẳng tới máy chủ", "Send it straight to the server"), go(null), { id: "go-direct" })),
  ].filter(Boolean);
}
