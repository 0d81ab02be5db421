/* Presence, name by name: each tap is saved at once, and undone for all to see where it is refused. */

import { byId, say } from "../common/dom.js";
import { everySoOften } from "./public-status.js";
import { showQuorum } from "./quorum-gauge.js";
import { staffCall } from "./staff-call.js";

const FEW = 8;
const PAUSE = 4_000;
const page = byId("presence");
const { round, open } = page.dataset;
const people = [...page.querySelectorAll(".person")];
const personOf = new Map(people.map((person) => [person.dataset.voter, person]));
let saving = 0;

if (people.length > 0) begin();

function begin() {
  if (people.length > FEW) {
    byId("finder").hidden = false;
    byId("find").addEventListener("input", filter);
  }
  if (!open) return;
  byId("save").hidden = true;
  byId("people").addEventListener("change", ({ target }) => mark([target.closest(".person")], target.value));
  byId("presence-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.id === "all-present") markAll();
  });
  everySoOften(PAUSE, refresh);
}

function markAll() {
  const rest = people.filter(({ dataset }) => dataset.mark === "absent");
  if (rest.length > 0) mark(rest, "present");
  else tell(say("Mọi đồng chí đã có mặt hoặc vắng có lý do.", "Everybody is present or excused."));
}

/** Shows the new mark, saves it, and takes it back if the service refuses. */
async function mark(persons, value) {
  const before = new Map(persons.map((person) => [person, person.dataset.mark]));
  persons.forEach((person) => show(person, value, say("đang lưu…", "saving…")));
  saving += 1;
  try {
    const marks = persons.map(({ dataset }) => ({ voter: dataset.voter, mark: value }));
    await staffCall("PUT", `/rounds/${round}/presence`, { marks });
    persons.forEach((person) => show(person, value, ""));
    tell(persons.length > 1 ? say(`Đã ghi ${persons.length} đồng chí có mặt.`, `${persons.length} marked present.`) : saidOf(persons[0], value));
  } catch (refusal) {
    persons.forEach((person) => show(person, before.get(person), `${say("Chưa lưu", "Not saved")}: ${refusal.message}`, true));
    tell(`${say("Chưa lưu", "Not saved")}: ${refusal.message}`);
  } finally {
    saving -= 1;
  }
  await refresh();
}

function show(person, value, words, isRefused = false) {
  person.dataset.mark = value;
  for (const radio of person.querySelectorAll("input")) radio.checked = radio.value === value;
  const said = person.querySelector(".person-said");
  said.textContent = words;
  said.classList.toggle("refused", isRefused);
}

function saidOf(person, value) {
  const words = { present: say("có mặt", "present"), excused: say("vắng có lý do", "excused"), absent: say("vắng", "absent") };
  return `${person.querySelector(".person-name").textContent}: ${words[value]}`;
}

/** What others marked meanwhile, who has tokens by now, and the quorum by the server's own rules. */
async function refresh() {
  if (saving > 0) return;
  const live = await staffCall("GET", `/desk/rounds/${round}/presence/live`).catch(() => null);
  if (!live || saving > 0) return;
  live.members.forEach(follow);
  if (live.quorum) {
    showQuorum(live.quorum);
    byId("count-issued").textContent = live.quorum.issued;
  }
  for (const mark of ["present", "excused", "absent"]) {
    byId(`count-${mark}`).textContent = live.members.filter((member) => member.mark === mark).length;
  }
  if (live.state !== page.dataset.state && !["frozen", "issuing", "voting"].includes(live.state)) location.reload();
}

function follow({ id, mark: value, issued, mayExcuse, mayMiss }) {
  const person = personOf.get(id);
  const said = person.querySelector(".person-said");
  if (person.dataset.mark !== value) show(person, value, "");
  const radios = Object.fromEntries([...person.querySelectorAll("input")].map((radio) => [radio.value, radio]));
  radios.excused.disabled = !mayExcuse;
  radios.absent.disabled = !mayMiss;
  if (!issued || said.dataset.issued) return;
  said.dataset.issued = "yes";
  said.textContent = say("Đã nhận phiếu: không đổi được", "Holds ballots: fixed");
}

/** Marks and vowels without their signs, so that "duc" finds "Đức". */
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

function filter() {
  const words = plain(byId("find").value).split(/\s+/);
  let found = 0;
  for (const person of people) {
    const name = plain(person.dataset.name);
    person.hidden = !words.every((word) => name.includes(word));
    found += person.hidden ? 0 : 1;
  }
  byId("none-found").hidden = found > 0;
  tell(say(`${found} đồng chí`, `${found} members`));
}

function tell(words) {
  byId("presence-said").textContent = words;
}
