/* Presence, name by name: each tap is saved at once, and undone for all to see where it is refused. */

import { byId, say } from "../common/dom.js";
import { everySoOften } from "./public-status.js";
import { showQuorum } from "./quorum-gauge.js";
import { staffCall } from "./staff-call.js";
import { takeStep } from "./taking-steps.js";

const FEW = 8;
const PAUSE = 4_000;
const page = byId("presence");
const { round, open } = page.dataset;
const people = [...page.querySelectorAll(".person")];
const personOf = new Map(people.map((person) => [person.dataset.voter, person]));

/** By person, the last tap: an earlier one that is not known to be saved is not sent any more. */
const latest = new Map();
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
  const turn = Symbol(value);
  persons.forEach((person) => latest.set(person, turn));
  const ours = () => persons.filter((person) => latest.get(person) === turn);
  const showOurs = (words) => ours().forEach((person) => show(person, value, words));
  showOurs(say("đang lưu…", "saving…"));
  saving += 1;
  try {
    await takeStep({ send: () => save(ours(), value), isTaken: () => isSaved(ours(), value), told: showOurs });
    tell(persons.length > 1
      ? say(
        `Đã ghi ${persons.length} đồng chí có mặt.`,
        `${persons.length} marked present.`) : saidOf(persons[0], value));
  } catch (refusal) {
    const words = `${say("Chưa lưu", "Not saved")}: ${refusal.message}`;
    ours().forEach((person) => show(person, before.get(person), words, true));
    tell(words);
  } finally {
    saving -= 1;
  }
  await refresh();
}

async function save(persons, value) {
  const marks = persons.map(({ dataset }) => ({ voter: dataset.voter, mark: value }));
  if (marks.length > 0) await staffCall("PUT", `/rounds/${round}/presence`, { marks });
}

async function isSaved(persons, value) {
  const { members } = await live();
  const saved = new Map(members.map(({ id, mark: kept }) => [id, kept]));
  return persons.every(({ dataset }) => saved.get(dataset.voter) === value);
}

const live = () => staffCall("GET", `/desk/rounds/${round}/presence/live`);

function show(person, value, words, isRefused = false) {
  person.dataset.mark = value;
  for (const radio of person.querySelectorAll("input")) radio.checked = radio.value === value;
  const said = person.querySelector(".person-said");
  said.textContent = words;
  said.classList.toggle("refused", isRefused);
}

function saidOf(person, value) {
  const words = { present: say("có mặt", "present"), excused: say(
    "vắng có lý do",
    "excused"), absent: say("vắng", "absent") };
  return `${person.querySelector(".person-name").textContent}: ${words[value]}`;
}

/** What others marked meanwhile, who has tokens by now, and the quorum by the server's own rules. */
async function refresh() {
  if (saving > 0) return;
  const now = await live().catch(() => null);
  if (!now || saving > 0) return;
  now.members.forEach(follow);
  if (now.quorum) {
    showQuorum(now.quorum);
    byId("count-issued").textContent = now.quorum.issued;
  }
  for (const value of ["present", "excused", "absent"]) {
    byId(`count-${value}`).textContent = now.members.filter((member) => member.mark === value).length;
  }
  if (now.state !== page.dataset.state && !["frozen", "issuing", "voting"].includes(now.state)) location.reload();
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
