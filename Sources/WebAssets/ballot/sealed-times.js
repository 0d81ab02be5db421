/* What version 2 seals besides: the closing, the steps that led to it, and what the relays said that they mixed. */

import { readClosing } from "./closing.js";
import { concat, equal, u64 } from "./bytes.js";
import { sha256 } from "./hash.js";
import { JSONReader } from "./json-reader.js";
import { isSigned } from "./keys.js";
import { mixedMessage, statementsIn } from "./relay-statements.js";

/**
 * The closing, over the roll that lies here.
 * @param {Record<string, Uint8Array>} documents @param {import("./manifest.js").Manifest} manifest
 */
export async function closingOf({ closing: bytes, roll }, manifest) {
  const closing = await readClosing(bytes, manifest);
  const isOverRoll = equal(closing.rollHash, await sha256(roll));
  return { value: closing, faults: isOverRoll ? [] : ["the roll is not the one that voting ended with"] };
}

/**
 * steps.json {roundID, steps: [{state, at}]}: each state once, never back in time, the closing last and at its time.
 * @param {Uint8Array} bytes @param {import("./manifest.js").Manifest} manifest
 * @param {import("./closing.js").Closing|undefined} closing
 */
export function stepsOf(bytes, { roundID }, closing) {
  const reader = JSONReader.parse(bytes, "steps", 64 << 10).object(["roundID", "steps"]);
  const steps = reader.member("steps").list(readStep, "state");
  const faults = [];
  if (!equal(reader.member("roundID").bytes(), roundID)) faults.push("steps of another round");
  if (steps.some(({ at }, place) => at < (steps[place - 1]?.at ?? 0))) faults.push("steps go back in time");
  const last = steps.at(-1);
  if (last.state !== "closing") faults.push("steps do not end with the closing");
  else if (closing && last.at !== closing.closedAt) faults.push("the closing has another time");
  return { value: steps, faults };
}

function readStep(reader) {
  reader.object(["state", "at"]);
  return { state: reader.member("state").identifier(), at: reader.member("at").integer() };
}

/**
 * relays.jsonl: relays of the manifest, ascending, each signed over this closing. A relay that said nothing is no
 * fault: it is asked after, and acknowledged, before the sealing.
 * @param {Uint8Array} bytes @param {import("./manifest.js").Manifest} manifest
 * @param {import("./closing.js").Closing|undefined} closing
 * @returns {Promise<{value: number, faults: string[]}>} how many voters were mixed
 */
export async function relaysOf(bytes, { casting }, closing) {
  const statements = statementsIn(bytes);
  const faults = [];
  for (const [place, { relay, voters, signature }] of statements.entries()) {
    if (relay <= (statements[place - 1]?.relay ?? -1)) faults.push(`relay ${relay} stands twice or out of order`);
    const key = casting.relays[relay]?.key;
    const holds = key && closing && (await isSigned(key, signature, mixedMessage(closing.hash, relay, voters)));
    if (!holds) faults.push(`relay ${relay} did not sign that it mixed ${voters}`);
  }
  return { value: statements.reduce((sum, { voters }) => sum + voters, 0), faults };
}

/**
 * What a seal says after attendance and roll; nothing in version 1.
 * @param {Record<string, Uint8Array>} documents @param {import("./closing.js").Closing|undefined} closing
 * @param {import("./seal.js").Seal} seal
 */
export async function timesOf({ steps }, closing, { times }) {
  if (times === null) return { bytes: new Uint8Array(0), faults: [] };
  const bytes = concat(await sha256(steps), closing?.hash ?? [], u64(times.sealedAt));
  const isBefore = closing && times.sealedAt < closing.closedAt;
  return { bytes, faults: isBefore ? ["sealed before the voting ended"] : [] };
}
