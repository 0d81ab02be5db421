import { IndexedDBStore } from "../../ballot/store.js";
import { byId } from "../common/dom.js";
import { handOn, takeCode } from "./access-code-input.js";

/* The page that access slips lead to: finds the round that a scanned code is for, or lets the member choose. */

const LIVE = ["frozen", "issuing", "voting", "closing"];

/** The rounds whose page was opened on this device before. @returns {Promise<string[]>} */
async function roundsOpenedHere() {
  const prefix = "manifest/";
  try {
    const names = await (await IndexedDBStore.open()).names(prefix);
    return names.map((name) => name.slice(prefix.length));
  } catch {
    return [];
  }
}

/** The link to follow without asking: the only round that takes ballots, or the only such that was opened here. */
async function onlyRound() {
  const live = [...document.querySelectorAll("a[data-round-id]")].filter(({ dataset }) => LIVE.includes(dataset.state));
  if (live.length < 2) return live[0] ?? null;
  const opened = await roundsOpenedHere();
  const here = live.filter(({ dataset }) => opened.includes(dataset.roundId));
  return here.length === 1 ? here[0] : null;
}

async function lead(code) {
  const link = await onlyRound();
  if (link) {
    handOn(code);
    return window.location.replace(link.pathname);
  }
  byId("card-read").hidden = false;
  for (const door of document.querySelectorAll("a[data-round-id]")) {
    door.addEventListener("click", () => handOn(code));
  }
}

const code = takeCode();
if (code) lead(code);
