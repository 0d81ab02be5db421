/*
 * What shows that a member broke an attempt at making the board's key: what that member signed, so that everybody who
 * looks at it names the same one. Silence names nobody, nor does anything unsigned.
 */

import { hasBrokenCommitment, hasCommittedTwice, hasDealtBadly, judgeAccusation } from "./board-ceremony.js";
import { readAccusation, readCommitment, readMessage } from "./ceremony-documents.js";

/**
 * {kind, …}, not believed yet.
 * @typedef {{kind: "two-commitments"|"against-commitment"|"bad-message"|"accusation"} & Record<string, any>} Evidence
 *
 * @typedef {{member: number, reason: string, accuser?: number, accused?: number}} Finding who broke it and how; both
 *     sides where an accusation led to it
 */

const PARTS = {
  "two-commitments": { commitment: readCommitment, other: readCommitment },
  "against-commitment": { commitment: readCommitment, message: readMessage },
  "bad-message": { message: readMessage },
  accusation: { accusation: readAccusation, message: readMessage },
};

/** @param {import("./json-reader.js").JSONReader} reader @returns {Evidence} @throws {BallotError} `malformed`. */
export function readEvidence(reader) {
  const kind = reader.member("kind").choice(Object.keys(PARTS));
  reader.object(["kind", ...Object.keys(PARTS[kind])]);
  const parts = Object.entries(PARTS[kind]).map(([name, read]) => [name, read(reader.member(name))]);
  return { kind, ...Object.fromEntries(parts) };
}

const FINDERS = {
  "two-commitments": async (ceremony, { commitment, other }) =>
    commitment.member === other.member &&
    (await hasCommittedTwice(ceremony, commitment.member, commitment, other)) &&
    { member: commitment.member, reason: "two-commitments" },
  "against-commitment": async (ceremony, { commitment, message }) =>
    commitment.member === message.member &&
    (await hasBrokenCommitment(ceremony, message.member, commitment, message)) &&
    { member: message.member, reason: "against-commitment" },
  "bad-message": async (ceremony, { message }) => (await hasDealtBadly(ceremony, message.member, message)) &&
    { member: message.member, reason: "bad-message" },
  accusation: async (ceremony, { accusation, message }) => {
    const { accuser, accused } = accusation;
    return accused === message.member &&
      { ...(await judgeAccusation(ceremony, accusation, message)), accuser, accused };
  },
};

/**
 * Whom it names, if anybody.
 * @param {import("./board-ceremony.js").Ceremony} ceremony @param {Evidence} evidence
 * @returns {Promise<Finding|null>}
 */
export async function findingOf(ceremony, evidence) {
  try {
    return (await FINDERS[evidence.kind](ceremony, evidence)) || null;
  } catch (error) {
    // Unsigned, or of a place that this ceremony has not.
    if (error.code === "ceremony" || error.code === "malformed") return null;
    throw error;
  }
}
