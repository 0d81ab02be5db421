/* The secretary makes the members' cards: codes are made here, keys are sent, sheets are printed, codes are erased. */

import { byId, make, say } from "../common/dom.js";
import { refused, staffCall, unheard } from "../round/staff-call.js";
import { takeStep } from "../round/taking-steps.js";
import { keyLines, makeCards } from "./card-codes.js";
import { sheets } from "./card-sheets.js";

const form = document.getElementById("cards-form");

// What stands in the memory of this page and nowhere else; printed before the page is left, or lost.
let made = [];

if (form) begin();

function begin() {
  const boxes = [...form.querySelectorAll("input[name=voter]")];
  const confirmation = byId("confirmation");
  const button = byId("make-cards");

  const chosen = () => boxes.filter((box) => box.checked);
  const replaced = () => chosen().filter((box) => box.dataset.hasKey === "yes");

  function refresh() {
    const [count, again] = [chosen().length, replaced().length];
    button.textContent = count === 0 ? say("Chọn người cần làm thẻ", "Choose whose cards to make")
      : say(`Tạo ${count} thẻ`, count === 1 ? "Make 1 card" : `Make ${count} cards`);
    button.disabled = count === 0;
    byId("replacing").hidden = again === 0;
    confirmation.required = again > 0;
    byId("replacing-words").textContent = say(
      `${again} đồng chí đã có thẻ. Thẻ cũ của những người này sẽ không dùng được nữa.`,
      `${again} of them have a card already, which will no longer be good.`);
  }

  function choose(which) {
    for (const box of boxes) box.checked = which(box);
    refresh();
  }

  byId("choose-missing").addEventListener("click", () => choose((box) => box.dataset.hasKey !== "yes"));
  byId("choose-all").addEventListener("click", () => choose(() => true));
  byId("choose-none").addEventListener("click", () => choose(() => false));
  form.addEventListener("change", refresh);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await makeAndSend(chosen(), replaced().length > 0 ? confirmation.value : null);
    } catch (error) {
      sayProblem(error);
    } finally {
      byId("making").hidden = true;
      refresh();
    }
  });
  byId("look").addEventListener("click", () => look(!byId("sheets").classList.contains("shown")));
  byId("print").addEventListener("click", () => window.print());
  byId("done").addEventListener("click", erase);
  window.addEventListener("beforeunload", (event) => {
    if (made.length > 0) event.preventDefault();
  });
  form.hidden = false;
  refresh();
}

async function makeAndSend(boxes, confirmation) {
  byId("problem-place").replaceChildren();
  const people = boxes.map((box) => ({ id: box.value, name: box.dataset.name, position: box.dataset.position }));
  const bar = byId("making-bar");
  byId("making-words").textContent = say("Đang tạo mã…", "Making codes…");
  [bar.max, bar.value] = [people.length, 0];
  byId("making").hidden = false;
  const cards = await makeCards(people, (done) => (bar.value = done));
  await send(cards, confirmation);
  made = [...made.filter((old) => !cards.some((card) => card.id === old.id)), ...cards];
  for (const box of boxes) markMade(box);
  byId("confirmation").value = "";
  show();
}

/** The keys go to the service; the codes do not. The cards are good once these very keys are known to be there. */
async function send(cards, confirmation) {
  const fields = new URLSearchParams({ form: form.elements.form.value, keys: keyLines(cards) });
  if (confirmation !== null) fields.set("confirmation", confirmation);
  await takeStep({
    send: () => sendKeys(fields), isTaken: () => areKept(cards),
    told: (words) => (byId("making-words").textContent = words),
  });
}

async function sendKeys(fields) {
  const answer = await fetch(location.pathname, { method: "POST", body: fields }).catch(() => null);
  // An answer that nobody reads would be cut off.
  const body = await answer?.json().catch(() => null);
  if (!body) throw unheard("POST");
  if (!answer.ok) throw refused(answer, body);
}

async function areKept(cards) {
  const { voters } = await staffCall("GET", `/rounds/${form.dataset.round}`);
  const kept = new Map(voters.map(({ id, credentialKey }) => [id, credentialKey]));
  return cards.every(({ id, publicKey }) => kept.get(id) === publicKey);
}

function sayProblem(problem) {
  const words = problem?.message ?? say("Máy chủ không trả lời được.", "The server could not answer.");
  const notice = make("div", { class: "notice wrong", tabindex: "-1", "data-code": problem?.code ?? "network" },
    make("p", {}, make("strong", {}, words)));
  byId("problem-place").replaceChildren(notice);
  notice.focus();
}

function markMade(box) {
  box.checked = false;
  box.dataset.hasKey = "yes";
  const tag = box.closest("label").querySelector(".tag");
  tag.className = "tag good";
  tag.textContent = say("Đã có", "Made");
}

function show() {
  const { title, authority, address } = form.dataset;
  byId("sheets").replaceChildren(...sheets({ title, authority, address: address || location.origin }, made));
  look(false);
  form.hidden = true;
  byId("cards-sum").hidden = true;
  byId("erased").hidden = true;
  byId("made").hidden = false;
  const heading = byId("made-title");
  heading.textContent = say(`Đã tạo ${made.length} thẻ, chưa in`, `${made.length} cards are made, not yet printed`);
  heading.focus();
}

/** Shows or hides on the screen what is printed. */
function look(isShown) {
  byId("sheets").classList.toggle("shown", isShown);
  byId("look").setAttribute("aria-pressed", String(isShown));
}

function erase() {
  made = [];
  byId("sheets").replaceChildren();
  byId("made").hidden = true;
  byId("erased").hidden = false;
  form.hidden = false;
  byId("erased-title").focus();
}
