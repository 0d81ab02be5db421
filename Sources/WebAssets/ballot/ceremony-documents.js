/*
 * What members of a board of several and the service say to each other while the key is made (protocol page, "A board
 * of several"), as JSON. A member is its place, from 0, in every document.
 */

import { encodeBase64URL } from "./base64url.js";
import { malformed } from "./error.js";

const MOST_MEMBERS = 9;

/** Longer than any msg1 of nine members. */
const LONGEST_MESSAGE = 1 << 12;

/** @param {import("./json-reader.js").JSONReader} reader @returns {number} */
const placeIn = (reader, name = "member") => reader.member(name).integer(0, MOST_MEMBERS - 1);

/** @returns {{threshold: number, participants: import("./board-ceremony.js").Participant[]}} */
export function readCeremony(reader) {
  reader.object(["threshold", "members"]);
  const participants = reader.member("members").list(readParticipant);
  return { threshold: reader.member("threshold").integer(2, MOST_MEMBERS), participants };
}

function readParticipant(reader) {
  reader.object(["key", "dkgKey", "random"]);
  const [key, dkgKey] = ["key", "dkgKey"].map((name) => reader.member(name).point());
  return { key, dkgKey, random: reader.member("random").bytes(32) };
}

/** @returns {import("./board-ceremony.js").SignedCommitment & {member: number}} */
export function readCommitment(reader) {
  reader.object(["member", "commitment", "signature"]);
  const [commitment, signature] = [reader.member("commitment").bytes(32), reader.member("signature").bytes(64)];
  return { member: placeIn(reader), commitment, signature };
}

/** @returns {import("./board-ceremony.js").SignedMessage & {member: number}} */
export function readMessage(reader) {
  reader.object(["member", "message", "signature"]);
  const [message, signature] = [reader.member("message").bytes(), reader.member("signature").bytes(64)];
  if (message.length > LONGEST_MESSAGE) throw malformed("too-large", `${reader.place}.message`);
  return { member: placeIn(reader), message, signature };
}

/** @returns {import("./board-ceremony.js").Accusation} */
export function readAccusation(reader) {
  reader.object(["member", "accused", "dkgKey", "signature"]);
  const [secret, signature] = [reader.member("dkgKey").bytes(32), reader.member("signature").bytes(64)];
  return { accuser: placeIn(reader), accused: placeIn(reader, "accused"), secret, signature };
}

/**
 * One of each member, in their order.
 * @template T @param {import("./json-reader.js").JSONReader} reader @param {(reader: JSONReader) => T} read
 * @returns {T[]}
 */
export function readOfEach(reader, read) {
  const all = reader.list(read);
  if (all.some(({ member }, place) => member !== place)) throw malformed("wrong-value", reader.place, "in order");
  return all;
}

/** A document as it is sent: byte strings as base64url. @param {Record<string, number|Uint8Array|string>} fields */
export const documentOf = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) =>
  [name, value instanceof Uint8Array ? encodeBase64URL(value) : value]));

/** @param {import("./board-ceremony.js").Accusation} accusation */
export const accusationDocument = ({ accuser, accused, secret, signature }) =>
  documentOf({ member: accuser, accused, dkgKey: secret, signature });
