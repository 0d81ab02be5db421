/** Codes that mean that somebody cheats: the voter must stop and tell the counting board. */
const ALARMS = new Set([
  "round-mismatch", "dishonest-key", "dishonest-token", "bad-receipt", "seal-note", "box-root", "slip-lost",
  "board-key", "ceremony", "transcript", "closing", "not-issued", "roll", "other-line", "statement",
  "small-mix", "relay-host",
]);

/** What did not come whole in time, too many requests, and what a proxy or a busy service says in an answer's place. */
const PASSING = [408, 429, 502, 503, 504];

/** Whether the same may be asked again soon: the one list of all scripts. @param {number} status of HTTP */
export const isPassing = (status) => PASSING.includes(status);

/**
 * Everything that the ballot code refuses. `code` is stable, pages put it into the reader's words; `message` is for
 * developers and never holds a secret.
 */
export class BallotError extends Error {
  /**
   * @param {string} code one of README.md's table.
   * @param {string} message what was wrong and where.
   * @param {object} [facts] what else is known.
   * @param {string} [facts.reason] which check failed, or the service's own code.
   * @param {string} [facts.place] a path into the document, such as "manifest.units[3].id".
   * @param {number} [facts.contest] from 0.
   * @param {number[]} [facts.contests] from 0.
   * @param {number} [facts.member] of the board, from 0: the one whom the evidence names.
   * @param {number} [facts.status] of HTTP.
   * @param {number} [facts.retryAfter] seconds.
   * @param {Array<{contest: number, slip: Uint8Array, receipt: Uint8Array}>} [facts.evidence] of a loss.
   * @param {string|null} [facts.line] of the roll, that has the voter's name and not this device's key.
   * @param {Uint8Array} [facts.issued] the service's word on this device's key.
   * @param {number} [facts.sealedAt] @param {number} [facts.clock] seconds since 1970.
   * @param {unknown} [facts.cause]
   */
  constructor(code, message, { cause, ...facts } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "BallotError";
    this.code = code;
    Object.assign(this, facts);
  }

  /** Whether the same may be asked again soon: the line is gone, or the service is busy. */
  get mayPass() {
    return this.code === "connection" || isPassing(this.status);
  }

  /** Whether nothing more may be sent before people have looked into it. */
  get isAlarm() {
    return ALARMS.has(this.code);
  }
}

/**
 * A document that a strict reader refuses.
 * @param {string} reason such as "repeated-member"; the same words as the service's.
 * @param {string} place
 * @param {string} [detail] what would have been right.
 */
export function malformed(reason, place, detail = "") {
  const fault = detail ? `${reason} (${detail})` : reason;
  return new BallotError("malformed", `${place}: ${fault}`, { reason, place });
}
