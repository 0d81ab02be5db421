/*
 * A step that somebody takes, to its end. An answer that was not heard says nothing of the step: the page looks where
 * the service stands and goes on from there. What is sent again is the same, byte for byte, and the service takes it
 * once.
 */

import { say } from "../common/dom.js";

const PAUSE = 2_000;
const LONGEST_PAUSE = 30_000;

const looking = () => say("Trang đang tự xem lại và làm tiếp; cứ để trang này mở.",
  "This page looks and goes on by itself; leave it open.");

/**
 * @template T
 * @param {object} step
 * @param {() => Promise<T>} step.send the same each time @param {() => Promise<boolean>} [step.isTaken] as the service
 *     has it
 * @param {(words: string) => void} step.told of what is not known, and in the end of nothing
 * @returns {Promise<T|null>} the answer; null where it was lost and the step is known to be taken
 * @throws {import("./staff-call.js").Refusal} what will not pass
 */
export async function takeStep({ send, isTaken = async () => false, told }) {
  for (;;) {
    try {
      return ended(await send(), told);
    } catch (refusal) {
      if (!refusal.mayPass) throw refusal;
      told(`${refusal.message} ${looking()}`);
      if (await isFoundTaken(isTaken, refusal)) return ended(null, told);
    }
  }
}

function ended(answer, told) {
  told("");
  return answer;
}

/** Looks until the service is heard. */
async function isFoundTaken(isTaken, { retryAfter }) {
  for (let seconds = retryAfter; ; ) {
    await pause(Math.min(LONGEST_PAUSE, Math.max(PAUSE, seconds * 1_000)));
    try {
      return await isTaken();
    } catch (refusal) {
      if (!refusal.mayPass) throw refusal;
      seconds = refusal.retryAfter;
    }
  }
}

/** Ends early when the line is back. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    addEventListener("online", end);
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    }
  });
}
