/* The count by several: each device checks the sealed box before it gives its share, and counts by itself. */

import { byId, make, say } from "../common/dom.js";
import { actions, button, notice, paragraph } from "../member/stage-view.js";
import { auditSealed, differences, sealedDocuments } from "../../ballot/seat-count.js";
import { showWarnings } from "../round/live-warnings.js";
import { showAudit, showAuditProgress, showLoading, showVerdict } from "./evidence.js";
import { faultWords, missing, waitingFor } from "./seat-words.js";

const WORDS = ["mở hòm", "open"];

/** @type {import("../../ballot/sealed-audit.js").SealedAudit|null} once in this page: a box does not change. */
let audited = null;

async function audit(seat) {
  byId("audit-place").hidden = false;
  if (!audited?.holds) {
    byId("audit-progress").hidden = false;
    audited = await auditSealed(await sealedDocuments(seat.manifest, showLoading), seat.manifest, showAuditProgress);
  }
  showAudit(audited);
  return audited;
}

const given = ({ members }) => members.filter(({ shared }) => shared).length;

/** The box is sealed: this device checks it, then its member gives the share. */
export async function showOpening(seat, view, page) {
  const { threshold } = seat.view;
  const next = make("div", { id: "release", hidden: true });
  view.show(
    { name: "open", heading: say("Mở hòm phiếu", "Open the box") },
    paragraph(say(
      `Cần ${threshold} thành viên cùng mở. Máy này tự kiểm tra hòm trước, rồi đồng chí mới đưa phần khóa.`,
      `It takes ${threshold} members. This device checks the box first; then you give your share.`)), next);
  const found = await checked(seat, next);
  if (!found?.holds || !found.seal) return;
  next.hidden = false;
  next.append(notice("good", paragraph(say(
    "Máy này đã kiểm tra: hòm nguyên vẹn. Từng điểm ghi ở dưới.",
    "This device has checked: the box is intact. Each point is listed below."))), releaseForm(seat, page, found));
}

/** A line that breaks is waited for elsewhere; what is left is said. */
async function checked(seat, place) {
  try {
    return await audit(seat);
  } catch (error) {
    byId("audit-progress").hidden = true;
    place.hidden = false;
    place.append(notice("wrong", paragraph(error.mayPass ? say(
      "Mất kết nối khi tải hòm phiếu; hãy tải lại trang.",
      "The line was lost while the box was loading; load the page again.") : faultWords(error, seat.view.members))));
    return null;
  }
}

function releaseForm(seat, page, found) {
  const words = make("input", { id: "open-words", required: true, maxlength: "30", autocomplete: "off",
    autocapitalize: "none", spellcheck: "false" });
  const said = make("p", { class: "notice wrong", role: "alert", id: "open-said", hidden: true });
  const release = make("button", { class: "main wide", id: "open-button" }, say("Đưa phần khóa", "Give the share"));
  const form = make("form", { class: "stack", id: "open-form" },
    make("label", { class: "field" }, make("span", {}, say("Gõ ", "Type "), make("kbd", {}, say(...WORDS)), say(
      " để xác nhận",
      " to confirm")), words), said, actions(release));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!WORDS.includes(words.value.trim().toLowerCase().normalize("NFC"))) {
      return refuse(said, say("Hãy gõ đúng câu xác nhận.", "Type the words of the confirmation."));
    }
    release.disabled = true;
    await give(seat, page, found, form).catch((error) => refuse(said, refusalWords(error, seat)));
    release.disabled = false;
  });
  showWarnings(form, seat.view.warnings);
  return form;
}

async function give(seat, page, found, form) {
  await seat.release(found, new FormData(form).getAll("acknowledge"));
  await page.again();
}

function refuse(said, words) {
  said.hidden = false;
  said.textContent = words;
}

function refusalWords(error, seat) {
  if (error.mayPass) return say("Chưa nghe được máy chủ; hãy bấm lại.", "No answer was heard; press again.");
  if (error.reason === "unacknowledged-warnings") {
    return say(
      "Có cảnh báo mới; hãy tải lại trang và đọc.",
      "There is a new warning; load the page again and read it.");
  }
  if (error.reason === "opening") {
    return say(
      "Phần khóa này không đúng với bản ghi việc tạo khóa. Những người khác vẫn mở hòm được.",
      "This share is not the one of the record of how the key was made. The others can still open the box.");
  }
  return faultWords(error, seat.view.members);
}

/** Given; the others' shares are wanted. */
export function showShared(seat, view) {
  const { threshold } = seat.view;
  const left = threshold - given(seat.view);
  view.show(
    { name: "shared", heading: say("Đồng chí đã đưa phần khóa", "You have given your share") },
    make("div", { class: "seal-mark", "aria-hidden": "true" }),
    make("p", { class: "waiting-line", id: "waiting" }, left > 0
      ? say(`Còn cần ${left} thành viên nữa thì hòm mở.`, `${left} more members are needed.`)
      : say("Đủ người; hòm đang được mở và đếm.", "Enough are there; the box is being opened and counted.")),
    left > 0 ? make("p", { class: "hint" }, waitingFor(missing(seat.view, "shared"))) : null);
}

/** The box is open: this device counts by itself, compares, and signs what it counted. */
export function showCount(seat, view, page) {
  const place = make("div", { id: "counted" });
  const start = button(say("Kiểm tra và đếm trên máy này", "Check and count on this device"), async () => {
    start.disabled = true;
    await count(seat, place, page).catch((error) =>
      place.replaceChildren(notice("wrong", paragraph(refusalWords(error, seat)))));
    start.disabled = false;
  }, { class: "main wide", id: "recount-button" });
  view.show(
    { name: "count", heading: say("Hòm đã mở", "The box is open") },
    paragraph(say(
      "Máy này tải hòm phiếu, tự mở và tự đếm bằng khóa do các phần ghép thành, so với máy chủ; trùng thì đồng chí ký biên bản.",
      "This device loads the box, opens and counts it with the key that the shares came to, and compares with the server; if they agree, you sign the minutes.")),
    actions(start), place);
}

async function count(seat, place, page) {
  const found = await audit(seat);
  if (!found.holds) return;
  const bar = make("progress", { "aria-label": say("Đang đếm", "Counting") });
  place.replaceChildren(bar);
  const counts = await seat.count(found, (done, total) => ([bar.max, bar.value] = [total, done]));
  const wrong = differences(counts.ours, counts.theirs);
  const verdict = make("p", { id: "count-verdict", class: "notice" });
  showVerdict(verdict, wrong.length === 0, wrong.length === 0 ? agreeing(counts.ours) : say(
    `Máy này đếm khác máy chủ ở ${wrong.length} nội dung. Không ký; hãy ghi vào biên bản.`,
    `This device counts otherwise in ${wrong.length} contests. Do not sign; note it in the minutes.`));
  place.replaceChildren(verdict);
  if (wrong.length > 0) return;
  byId("recount-button").hidden = true;
  place.append(signing(seat, found, counts, page));
}

function agreeing(tally) {
  const sum = (part) => tally.reduce((total, contest) => total + contest[part], 0);
  return say(
    `Máy này đếm trùng với máy chủ: ${sum("collected")} lá phiếu, ${sum("blank")} trắng, ${sum("invalid")} không hợp lệ.`,
    `This device counts as the server does: ${sum("collected")} slips, ${sum("blank")} blank, ${sum("invalid")} invalid.`);
}

function signing(seat, found, counts, page) {
  const said = make("p", { class: "notice wrong", role: "alert", hidden: true });
  const sign = button(say("Ký biên bản", "Sign the minutes"), async () => {
    sign.disabled = true;
    try {
      await seat.signMinutes(found, counts);
      await page.again();
    } catch (error) {
      refuse(said, refusalWords(error, seat));
      sign.disabled = false;
    }
  }, { class: "main wide", id: "sign-minutes" });
  return make("div", {}, said, actions(sign));
}

/** All is done; once the result is certified the device need not keep its part. */
export function showCounted(seat, view) {
  const isCertified = seat.view.state === "certified";
  const said = make("p", { class: "hint", role: "status", id: "forget-said" });
  const forget = button(say("Xóa phần khóa khỏi máy này", "Remove the part of the key from this device"), async () => {
    await seat.forget();
    forget.disabled = true;
    said.textContent = say("Đã xóa.", "Removed.");
  }, { id: "forget" });
  view.show(
    { name: "minuted", heading: say("Đồng chí đã ký biên bản", "You have signed the minutes") },
    make("div", { class: "seal-mark", "aria-hidden": "true" }),
    paragraph(say(
      "Chữ ký nằm trong hồ sơ công khai. Bản in vẫn ký tay như thường lệ.",
      "The signature is in the public record. The printed minutes are signed by hand as ever.")),
    isCertified ? actions(forget) : null, isCertified ? said : null);
}
