/* The count once more, on the board's own device: nobody need believe the server's. */

import { inLanes } from "./lanes.js";
import { openSlip } from "./slip.js";

const LANES = 8;

/**
 * As tally.json has it.
 * @typedef {{contest: number, collected: number, first: number, second: number, blank: number, invalid: number}} Tally
 */

/**
 * @param {Uint8Array[][]} boxes checked @param {import("./keys.js").KeyPair} opening
 * @param {import("./manifest.js").Manifest} manifest @param {(done: number, total: number) => void} [onProgress]
 * @returns {Promise<Tally[]>}
 */
export async function countSlips(boxes, opening, manifest, onProgress) {
  const tallies = boxes.map((box, contest) =>
    ({ contest, collected: box.length, first: 0, second: 0, blank: 0, invalid: 0 }));
  const slips = boxes.flatMap((box, contest) => box.map((slip) => ({ slip, contest })));
  let done = 0;
  await inLanes(slips, LANES, async ({ slip, contest }) => {
    const choice = await openSlip(slip, opening, manifest);
    tallies[contest][choice === null ? "invalid" : ["blank", "first", "second"][choice]] += 1;
    onProgress?.(++done, slips.length);
  });
  return tallies;
}

/** The contests in which two tallies differ. */
export function differences(ours, theirs) {
  const parts = ["contest", "collected", "first", "second", "blank", "invalid"];
  if (ours.length !== theirs.length) return ours.map(({ contest }) => contest);
  const isOther = (tally, index) => parts.some((part) => tally[part] !== theirs[index][part]);
  return ours.filter(isOther).map(({ contest }) => contest);
}
