import { make, say } from "../common/dom.js";
import { eraseOffer } from "./erasing.js";
import { LATE_WORDS } from "./late-words.js";
import { reviewEntry, totals } from "./marks-review.js";
import { counted, original, slips, teach } from "./member-words.js";
import { actions, anotherMember, button, notice, paragraph, pause, progressBar, sealMark } from "./stage-view.js";

export * as ballot from "../../ballot/ending.js";

const RETRY = 5_000;

teach(LATE_WORDS);

/** The box is sealed: looks for every slip in it. */
async function showFinding(visit, view, app) {
  const { signal } = view;
  const { session } = visit;
  const trouble = notice("care");
  trouble.hidden = true;
  const bar = progressBar(say("Đang tải hòm phiếu", "Downloading the box"));
  view.show(
    { name: "finding", heading: say("Đang tìm phiếu của đồng chí trong hòm…", "Looking for your slips in the box…") },
    paragraph(say(
      "Hòm phiếu đã niêm phong. Máy này tải cả hòm về và tự tìm, nên không ai biết phiếu nào của đồng chí.",
      "The box is sealed. This device downloads all of it and looks by itself, so that nobody learns which slips are yours.")),
    bar.element, trouble);
  const move = (done, total) => {
    trouble.hidden = true;
    bar.move(total ? done / total : 0, loadedWords(done, total));
  };
  while (!signal.aborted) {
    try {
      await visit.relayed?.compared(visit);
      visit.foundBy = await session.find(move, visit.sealingSeenAt);
      return app.advanced();
    } catch (error) {
      if (signal.aborted) return;
      if (error.code === "slip-uncast" && (await visit.relayed?.lastAnswers(visit))) continue;
      const showMissing = session.way ? visit.relayed.showLost : showUncast;
      if (error.code === "slip-uncast") return showMissing(error, visit, view, app);
      if (error.code === "wrong-moment") return app.advanced();
      if (error.isAlarm || !["connection", "refused", "answer"].includes(error.code)) return app.fail(error);
      trouble.replaceChildren(paragraph(say(
        "Chưa tải xong hòm phiếu; máy tự tải tiếp từ chỗ đang dở.",
        "The box has not come whole yet; this device goes on from where it was.")));
      trouble.hidden = false;
      await pause(RETRY, signal);
    }
  }
}

/** How much of the box has come; all of it is there before anything is looked for. */
function loadedWords(done, total) {
  if (done === total) return say("Đang tìm phiếu của đồng chí…", "Looking for your slips…");
  const [come, whole] = [done, total].map((bytes) => bytes && megabytes.format(bytes / 1e6));
  return total ? say(`Đã tải ${come} / ${whole} MB`, `${come} of ${whole} MB`) : say(`Đã tải ${come} MB`, `${come} MB`);
}

const megabytes = new Intl.NumberFormat(say("vi-VN", "en-GB"), { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The network was gone when the box was sealed. */
function showUncast({ contests }, visit, view, app) {
  const total = visit.manifest.contests.length;
  const missing = contests.length;
  view.show(
    { name: "uncast", heading: say("Có phiếu chưa kịp vào hòm", "Some slips did not reach the box in time") },
    notice("wrong", paragraph(make("strong", {}, missing === total
      ? say(
        "Không phiếu nào của đồng chí tới hòm trước khi niêm phong.",
        "None of your slips reached the box before it was sealed.")
      : say(
        `${missing} / ${total} phiếu chưa tới hòm trước khi niêm phong nên không được tính. ${total - missing} phiếu khác đã ở trong hòm và được tính.`,
        `${missing} of ${total} slips did not reach the box before it was sealed and do not count. The other ${total - missing} are in it and count.`)))),
    paragraph(say(
      "Máy chưa từng nhận giấy biên nhận của những phiếu ấy. Hãy báo ban kiểm phiếu để ghi vào biên bản.",
      "This device never had receipts for them. Tell the counting board, so that the minutes say so.")),
    eraseOffer(visit, view, app, true));
}

/** All slips are in the sealed box. */
function showFound(visit, view, app) {
  const { total } = visit.session.castCount;
  view.show(
    { name: "found", heading: say(
      "Phiếu của đồng chí có đủ trong hòm",
      "All your slips are in the box"), above: sealMark() },
    paragraph(make("strong", {}, say(
      `Máy đã tìm thấy đủ ${total} / ${total} phiếu trong hòm đã niêm phong.`,
      `This device found all ${total} of ${total} slips in the sealed box.`)),
      " ", say("Không phiếu nào bị thay, không phiếu nào bị mất.", "None was changed, none was lost.")),
    howFar(visit, 3),
    foundBy(visit),
    notice("", paragraph(say(
      "Khi kết quả được công bố, trang này cho đồng chí xem từng phiếu được tính thế nào, rồi xóa mọi bí mật khỏi máy. Cứ để trang mở, hoặc mở lại sau trên chính máy này.",
      "Once the results are published, this page can show what each slip was counted as, and then erases every secret from this device. Leave it open, or open it again later on this very device."))),
    make("p", { class: "hint waiting-line", id: "awaiting" }, say(
      "Đang chờ công bố kết quả…",
      "Waiting for the results…")),
    anotherMember(app));
  view.announce(say("Phiếu của đồng chí có đủ trong hòm", "All your slips are in the box"));
}

/** Of a ballot that went through a relay. */
const howFar = ({ session, relayed }, reached) => (session.way ? relayed.milestones(reached) : null);

const foundBy = ({ foundBy: count, status }) => (count ? make("p", { class: "hint" }, say(
  `Đến lúc này ${count} đồng chí${status?.turnout ? ` trong ${status.turnout.issued} người đã nhận phiếu` : ""} đã thấy đủ phiếu của mình.`,
  `So far ${counted(count, "", "member", "members")}${status?.turnout ? ` of ${status.turnout.issued} with a ballot` : ""} found theirs.`)) : null);

/** The results are out: what each slip was counted as, and then the end of all secrets. */
function showPublished(visit, view, app) {
  view.show(
    { name: "counted", heading: say("Kết quả đã công bố", "The results are published") },
    paragraph(say(
      "Phiếu của đồng chí có đủ trong hòm và đã được đếm.",
      "All your slips were in the box and have been counted."),
      " ", resultsLink(visit)),
    howFar(visit, 4),
    make("section", { class: "card", "aria-labelledby": "own" },
      make("h2", { id: "own" }, say("Phiếu của tôi được tính thế nào?", "What were my slips counted as?")),
      paragraph(say(
        "Chỉ xem khi không có ai bên cạnh. Máy tự mở phiếu tại đây, không hỏi ai.",
        "Look only when nobody is beside you. This device opens the slips by itself and asks nobody.")),
      make("div", { id: "own-marks" }, actions(button(say(
        "Xem phiếu của tôi",
        "Show my slips"), () => showOwn(visit, view, app), { id: "show-own" })))),
    eraseOffer(visit, view, app),
    anotherMember(app));
}

async function showOwn(visit, view, app) {
  const { manifest, session } = visit;
  const place = document.getElementById("own-marks");
  place.replaceChildren(make("progress", { "aria-label": say("Đang mở phiếu", "Opening the slips") }));
  let choices;
  try {
    choices = await session.counted();
  } catch (error) {
    return error.code === "connection" ? app.retry(place, error, () => showOwn(visit, view, app)) : app.fail(error);
  }
  if (view.signal.aborted) return;
  const { length } = manifest.criteria;
  place.replaceChildren(make("div", {},
    totals(choices, manifest.kind),
    choices.includes(null) ? notice("wrong", paragraph(say(
      "Có phiếu bị tính là không hợp lệ; hãy báo ban kiểm phiếu.",
      "Some slips were counted as invalid; tell the counting board."))) : null,
    make("ol", { class: "reviews" }, manifest.units.map(({ name }, unit) =>
      reviewEntry(name, unit, choices.slice(unit * length, (unit + 1) * length), manifest, null))),
    trackingCodes(visit)));
  view.announce(say("Đã mở phiếu của đồng chí", "Your slips are shown"));
}

/** Where each slip lies in the record: only for whoever asks, since it shows the vote. */
function trackingCodes({ session, manifest }) {
  const list = make("div", { class: "tracking" });
  const details = make("details", { id: "tracking" },
    make("summary", {}, say("Mã tra cứu của từng phiếu", "Tracking codes")),
    paragraph(say(
      "Ai có mã này thì biết đồng chí đã đánh dấu thế nào. Đừng chụp lại, đừng đưa cho ai.",
      "Whoever has these codes learns how you marked. Do not photograph them or pass them on.")),
    list);
  details.addEventListener("toggle", async () => {
    if (!details.open || list.hasChildNodes()) return;
    const codes = await session.trackingCodes();
    const { length } = manifest.criteria;
    list.append(...manifest.units.map(({ name }, unit) => make("section", {},
      make("h3", {}, `${unit + 1}. `, original(name)),
      make("ul", {}, manifest.criteria.map((criterion, place) =>
        make("li", {}, original(criterion.name), " ", make("code", {}, codes[unit * length + place])))))));
  });
  return details;
}

/** Nothing is left to do. */
function showErased(visit, view, app) {
  view.show(
    { name: "erased", heading: say("Đã xóa khỏi máy này", "Erased from this device") },
    paragraph(say(
      "Máy này không còn giữ gì về phiếu của đồng chí. Không ai, kể cả trên máy này, xem lại được.",
      "This device no longer holds anything about your ballot. Nobody can look it up, not even here.")),
    paragraph(resultsLink(visit)),
    actions(button(say(
      "Dùng thẻ khác trên máy này",
      "Use another card on this device"), () => app.anotherCard(), { id: "another-card" })));
}

/** The box was sealed before anything was sent from here. */
function showLate(visit, view, app) {
  const hadBallot = visit.session.stage === "issued";
  view.show(
    { name: "late", heading: visit.isSealed ? say("Hòm phiếu đã niêm phong", "The box is sealed")
      : say("Đã kết thúc bỏ phiếu", "Voting has ended") },
    notice("wrong", paragraph(make("strong", {}, hadBallot
      ? say(
        "Đồng chí đã nhận phiếu nhưng chưa bỏ; phiếu không vào hòm và không được tính.",
        "You had taken a ballot but not cast it; it is not in the box and does not count.")
      : say(
        "Đồng chí chưa nhận phiếu trước khi kết thúc bỏ phiếu.",
        "You had not taken your ballot when voting ended.")))),
    paragraph(say(
      "Không thể bỏ thêm phiếu vào đợt này. Nếu thấy không đúng, hãy báo ban kiểm phiếu ngay.",
      "No more slips can be cast in this round. If that is not right, tell the counting board at once.")),
    eraseOffer(visit, view, app, true));
}

/** Whoever comes when it is over, with nothing on this device. */
function showClosed(visit, view, app) {
  view.show(
    { name: "closed", heading: say("Đợt này không nhận phiếu nữa", "This round takes no more ballots") },
    paragraph(original(visit.manifest.title)),
    paragraph(say(
      "Đã kết thúc bỏ phiếu, và máy này không giữ phiếu nào của đồng chí. Nếu đồng chí đã bỏ phiếu trên máy khác, hãy mở trang này trên chính máy ấy.",
      "Voting has ended, and this device holds no ballot of yours. If you voted on another device, open this page there.")),
    paragraph(resultsLink(visit)),
    actions(button(say(
      "Dùng thẻ khác",
      "Use another card"), () => app.anotherCard(), { id: "another-card", hidden: visit.sessions.length === 0 })));
}

/** The round was ended before its box was sealed. */
function showCancelled(visit, view, app) {
  view.show(
    { name: "cancelled", heading: say("Đợt bỏ phiếu này đã bị hủy", "This round was cancelled") },
    paragraph(original(visit.manifest.title)),
    paragraph(make("strong", {}, say(
      "Không phiếu nào của đợt này được đếm, kể cả phiếu đã bỏ.",
      "No slip of this round is counted, not even those that were cast.")),
      " ", say(
        "Thư ký sẽ cho biết đợt mới; khi đó quét lại màn hình phòng họp.",
        "The secretary will announce a new round; scan the room’s screen again then.")),
    paragraph(resultsLink(visit)),
    visit.session ? eraseOffer(visit, view, app, true) : null,
    make("p", {}, make("a", { href: "/v/" }, say("Xem các đợt bỏ phiếu", "See the rounds"))));
}

const resultsLink = ({ name }) => make("a", { href: `/rounds/${name}` }, say(
  "Xem trang công khai của đợt này",
  "See the round’s public page"));

/** The steps of a round that takes no more ballots. */
export const STEPS = {
  finding: showFinding, found: showFound, counted: showPublished, erased: showErased, late: showLate,
  closed: showClosed, cancelled: showCancelled,
};
