/* Members who vote by themselves: the very code of a member's phone, with marks drawn by lot. */

import { Choice, loadManifest, VoterClient, VotingSession } from "../../ballot/ballot.js";
import { trialStore } from "./trial-codes.js";

/** Where the round has a relay, or a board of several; once the box is sealed. */
const later = {
  relayed: () => {
    return import("../../ballot/relayed-ballot.js");
  },
  ending: () => {
    return import("../../ballot/ending.js");
  },
};

/** Of a hundred marks, how many are “Đạt”, and how many blank; the rest are “Không đạt”. */
const USUAL = { met: 86, blank: 5 };

/** One criterion of the last unit, so that there is something that fails. */
const DOUBTFUL = { met: 30, blank: 10 };
const DOUBTFUL_CRITERION = 1;

/**
 * Every member present who has no ballot yet votes, one after another; a device that was interrupted goes on.
 * @param {Uint8Array} roundID
 * @param {Array<{id: string, isIssued: boolean}>} voters those present
 * @param {Record<string, string>} codes by voter
 * @param {(done: number, total: number) => void} onProgress in slips
 * @returns {Promise<number>} how many voted
 */
export async function voteForAll(roundID, voters, codes, onProgress) {
  const store = await trialStore();
  const client = new VoterClient(roundID, undefined, later);
  const manifest = await loadManifest(client, store);
  const begun = (await VotingSession.resume(manifest, client, store)).filter(({ stage }) => stage !== "erased");
  const unfinished = new Set(begun.filter(({ castCount }) => castCount.done < castCount.total).map(({ voter }) =>
    voter));
  // Who has a ballot and no device here holds it in another tab.
  const waiting = voters.filter(({ id, isIssued }) => codes[id] && (unfinished.has(id) || !isIssued));
  const total = waiting.length * manifest.contests.length;
  for (const [place, { id }] of waiting.entries()) {
    const session = await VotingSession.start(manifest, codes[id], client, store);
    await vote(session, manifest, (done) => onProgress(place * manifest.contests.length + done, total));
  }
  return waiting.length;
}

async function vote(session, manifest, onProgress) {
  await session.obtainTokens();
  if (session.stage === "issued") await session.mark(marks(manifest));
  await session.castAll(onProgress);
}

const marks = ({ contests, units }) =>
  contests.map(({ unit, criterion }) => {
    const isDoubtful = unit === units.length - 1 && criterion === DOUBTFUL_CRITERION;
    return draw(isDoubtful ? DOUBTFUL : USUAL);
  });

function draw({ met, blank }) {
  const lot = crypto.getRandomValues(new Uint32Array(1))[0] % 100;
  if (lot < met) return Choice.first;
  return lot < met + blank ? Choice.blank : Choice.second;
}

/**
 * After the sealing: each of these devices looks for its slips, says so, and forgets its secrets.
 * @param {Uint8Array} roundID @returns {Promise<number>} how many have found theirs, now or before
 */
export async function findAll(roundID) {
  const store = await trialStore();
  const client = new VoterClient(roundID, undefined, later);
  const manifest = await loadManifest(client, store);
  const sessions = await VotingSession.resume(manifest, client, store);
  let count = 0;
  for (const session of sessions) {
    if (session.stage === "cast") await session.find();
    if (session.stage === "found") await session.erase();
    if (session.stage === "erased") count += 1;
  }
  return count;
}
