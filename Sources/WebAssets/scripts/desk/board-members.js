/* The secretary names a board of several, prints its invitations and sees who has come. */

import { fewOpenWords } from "../common/board-words.js";
import { byId, make, say } from "../common/dom.js";
import { everySoOften } from "../round/public-status.js";
import { staffCall } from "../round/staff-call.js";
import { takeStep } from "../round/taking-steps.js";
import { invitationSheet } from "./invitation-sheets.js";

const PAUSE = 3_000;
const MOST = 9;

const { round, title, authority, address, state } = byId("plan").dataset;
const plan = { round, title, authority, address: address || location.origin };
const isDraft = state === "draft";

let isChanging = false;
let made = [];

const path = (rest = "members") => `/rounds/${round}/board/${rest}`;
const detail = () => staffCall("GET", `/rounds/${round}`);
const named = () => byId("plan-names").value.split("\n").map((name) => name.trim().replace(/\s+/g, " "))
  .filter(Boolean);

if (isDraft) {
  byId("plan-names").addEventListener("input", proposeThreshold);
  byId("plan-threshold").addEventListener("change", sayThreshold);
  byId("plan-form").addEventListener("submit", (event) => attempted(event, makePlan));
  byId("plan-again").addEventListener("click", (event) => attempted(event, makeKeyAnew));
  byId("plan-change").addEventListener("click", change);
  byId("to-one").addEventListener("click", (event) => attempted(event, backToOne));
  proposeThreshold();
}
byId("print-invitations").addEventListener("click", () => window.print());
byId("look").addEventListener("click", () => look(!byId("sheets").classList.contains("shown")));
byId("invitations-done").addEventListener("click", erase);
window.addEventListener("beforeunload", (event) => {
  if (made.length > 0) event.preventDefault();
});
await show().catch(sayProblem);
everySoOften(PAUSE, () => show().catch(() => {}));

/** @param {Event} event @param {(acknowledge: string[]) => Promise<void>} work @param {string[]} [acknowledge] */
async function attempted(event, work, acknowledge = []) {
  event.preventDefault();
  byId("problem-place").replaceChildren();
  try {
    await work(acknowledge);
    await show();
  } catch (problem) {
    if (problem.warnings?.length) askFirst(problem.warnings, work);
    else sayProblem(problem);
  }
}

function sayProblem(problem) {
  byId("problem-place").replaceChildren(make("div", { class: "notice wrong", "data-code": problem.code ?? "" },
    make("p", {}, problem.message)));
}

/** What would be given up is said, and done only once that is meant. */
function askFirst(warnings, work) {
  const names = warnings.map(({ warning }) => warning);
  const go = make("button", { type: "button", id: "do-it-all-the-same",
    onclick: (event) => attempted(event, work, names) }, say("Đã biết, vẫn làm", "I know, go on"));
  byId("problem-place").replaceChildren(make("div", { class: "notice care", "data-warning": names.join(" ") },
    warnings.map(({ messages }) => make("p", {}, make("strong", {}, say(messages.vi, messages.en)))),
    make("p", { class: "actions" }, go)));
  go.focus();
}

/** More than half, unless the secretary has chosen something else that is still possible. */
function proposeThreshold() {
  const count = Math.min(MOST, Math.max(2, named().length));
  const field = byId("plan-threshold");
  const isProposed = field.value === field.dataset.proposed;
  const proposed = String(Math.max(2, Math.floor(count / 2) + 1));
  const choices = Array.from({ length: count - 1 }, (_, index) => String(index + 2));
  const chosen = isProposed || !choices.includes(field.value) ? proposed : field.value;
  field.replaceChildren(...choices.map((choice) => make("option", { value: choice }, choice)));
  [field.value, field.dataset.proposed] = [chosen, proposed];
  byId("plan-hint").textContent = say(
    `Đề nghị ${proposed} trên ${count}: quá nửa. Ít hơn thì ít người thông đồng là mở được; nhiều hơn thì vắng vài người là không mở được.`,
    `Proposed: ${proposed} of ${count}, more than half. With fewer, few could conspire; with more, a few away keep the box shut.`);
  sayThreshold();
}

function sayThreshold() {
  const [field, said] = [byId("plan-threshold"), byId("plan-few")];
  sayOrHide(said, fewOpenWords({ threshold: Number(field.value), members: Array.from({ length: field.length + 1 }) }));
}

/** @param {HTMLElement} place @param {string|null} words */
function sayOrHide(place, words) {
  place.hidden = words === null;
  place.textContent = words ?? "";
}

async function makePlan(acknowledge) {
  const { invitations } = await staffCall("PUT", path(), {
    threshold: Number(byId("plan-threshold").value), names: named(), acknowledge });
  isChanging = false;
  showInvitations(invitations);
}

async function backToOne(acknowledge) {
  const query = new URLSearchParams(acknowledge.map((name) => ["acknowledge", name]));
  await staffCall("DELETE", `${path()}?${query}`);
  isChanging = false;
}

function change() {
  isChanging = true;
  byId("planning").hidden = false;
  byId("plan-names").focus();
}

async function makeKeyAnew(acknowledge) {
  const { boardPlan: { attempt } } = await detail();
  await takeStep({
    send: () => staffCall("POST", path("attempt"), { attempt: attempt + 1, acknowledge }), told: () => {},
    isTaken: async () => (await detail()).boardPlan.attempt > attempt,
  });
}

async function renew(place) {
  const invitation = await staffCall("POST", path(`members/${place}/invitation`), {});
  showInvitations([invitation]);
}

function showInvitations(invitations) {
  made = [...made.filter(({ place }) => !invitations.some((one) => one.place === place)), ...invitations];
  if (invitations.length > 1) made = invitations;
  byId("sheets").replaceChildren(...made.map((invitation) => invitationSheet(plan, invitation)));
  byId("invitations").hidden = false;
  look(false);
  byId("invitations-title").focus();
}

/** Shows or hides on the screen what is printed. */
function look(isShown) {
  byId("sheets").classList.toggle("shown", isShown);
  byId("look").setAttribute("aria-pressed", String(isShown));
}

function erase() {
  made = [];
  byId("sheets").replaceChildren();
  byId("invitations").hidden = true;
}

async function show() {
  const { boardPlan: standing } = await detail();
  byId("standing").hidden = !standing;
  if (isDraft) {
    byId("planning").hidden = Boolean(standing) && !isChanging;
    byId("single").hidden = Boolean(standing) && !isChanging;
    byId("back-to-one").hidden = !standing;
  }
  if (standing) showStanding(standing);
}

function showStanding({ threshold, members, finding }) {
  const certified = members.filter((member) => member.certified).length;
  byId("standing-words").textContent = certified === members.length
    ? say(
      `Khóa chung đã tạo xong. Mở hòm cần ${threshold} trên ${members.length} người.`,
      `The key is made. It takes ${threshold} of ${members.length} members to open the box.`)
    : say(
      `Mở hòm cần ${threshold} trên ${members.length} người. Các máy tự tạo khóa khi mọi người đã vào.`,
      `It takes ${threshold} of ${members.length} members to open the box. The devices make the key once all have come.`);
  sayOrHide(byId("standing-few"), fewOpenWords({ threshold, members }));
  byId("standing-finding").hidden = !finding;
  byId("standing-finding").textContent = finding ? `${say(finding.messages.vi, finding.messages.en)} ${say(
    "Mọi máy của ban đều thấy bằng chứng. Nên đổi máy đó, rồi tạo khóa lại từ đầu.",
    "All devices of the board see the evidence. Better change that device, then make the key anew.")}` : "";
  byId("plan-actions").querySelectorAll("button").forEach((button) => (button.hidden = !isDraft));
  const lines = members.map(line);
  const now = byId("plan-members");
  if (now.textContent !== lines.map(({ textContent }) => textContent).join("")) now.replaceChildren(...lines);
}

const DEEDS = [
  ["minuted", say("Đã ký biên bản", "Signed the minutes")], ["shared", say("Đã đưa phần khóa", "Gave the share")],
  ["frozen", say("Đã ký đợt", "Signed the round")], ["proved", say("Đã cất tờ khóa", "Has put the sheet by")],
  ["certified", say("Đã xác nhận khóa", "Confirmed the key")], ["registered", say("Đã vào", "Has come")],
];

function line(member, place) {
  const [, words] = DEEDS.find(([deed]) => member[deed]) ?? ["", say("Chưa vào", "Not yet here")];
  return make("li", { "data-member": place },
    make("strong", { lang: "vi" }, member.name),
    make("span", { class: member.registered ? "tag good" : "tag" }, words),
    make("button", {
      type: "button", class: "small", "aria-label": say(
        `Cấp thư mời mới cho ${member.name}`,
        `New invitation for ${member.name}`),
      onclick: (event) => attempted(event, () => renew(place)),
    }, say("Thư mời mới", "New invitation")));
}
