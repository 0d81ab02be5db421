import { concat, equal, u32 } from "./bytes.js";
import { decodeBase64URL, encodeBase64URL } from "./base64url.js";
import { readCasting } from "./manifest-casting.js";
import { BallotError, malformed } from "./error.js";
import { label, sha256 } from "./hash.js";
import { JSONReader, requireDistinct } from "./json-reader.js";
import { readTokenKey, tokenChallenge } from "./token.js";

/** The largest manifest that is looked at, in bytes. */
export const MAXIMUM_MANIFEST = 8 << 20;

const AUTHORITY_KINDS = [
  "grassroots-committee", "district-standing-committee", "bloc-standing-committee",
  "provincial-agencies-standing-committee",
];
const UNIT_KINDS = ["subordinate-cell", "sectional-cell", "grassroots-cell", "grassroots-organization"];
const ROUND_BASES = ["summoned", "present", "issued"];
const CONTEST_BASES = [...ROUND_BASES, "collected", "valid"];
const FORMATS = ["phieukin-round/1", "phieukin-round/2"];
const MEMBERS = [
  "format", "kind", "title", "year", "authority", "guidance", "rules", "criteria", "units", "voters", "issuer",
  "board", "service",
];

const MOST_BOARD_MEMBERS = 9;

/**
 * One criterion of one unit: its own token key, its own box.
 * @typedef {object} Contest
 * @property {number} index from 0
 * @property {number} unit place in the manifest's units
 * @property {number} criterion place in the manifest's criteria
 * @property {Uint8Array} id contestID, 32 bytes
 * @property {import("./token.js").TokenKey} tokenKey
 * @property {Uint8Array} challengeDigest H(TokenChallenge), 32 bytes
 */

/**
 * What a round fixes before the first token is issued; read from bytes whose hash is `roundID`, all rules checked.
 * @typedef {object} Manifest
 * @property {Uint8Array} bytes
 * @property {Uint8Array} roundID 32 bytes
 * @property {1|2} version of the protocol
 * @property {"recognition"|"annulment"} kind
 * @property {string} title
 * @property {number} year
 * @property {{name: string, parent: string, kind: string, place: string}} authority
 * @property {{id: string, sha256: Uint8Array}} guidance
 * @property {{attendance: Rule, turnout: Rule, approval: Rule}} rules
 * @property {Array<{id: string, name: string}>} criteria
 * @property {Array<{id: string, name: string, kind: string}>} units
 * @property {Array<{id: string, name: string, credentialKey: Uint8Array}>} voters
 * @property {string} issuerName
 * @property {{threshold: number, members: Array<{name: string, key: Uint8Array, dkgKey: Uint8Array|null}>,
 *     publicKey: Uint8Array, transcript: Uint8Array|null}} board
 * @property {{receiptKey: Uint8Array, logKey: Uint8Array}} service
 * @property {import("./manifest-casting.js").Casting|null} casting null in version 1
 * @property {import("./strict-json.js").JSONValue} details nothing is decided by it; null if there are none
 * @property {Contest[]} contests
 *
 * @typedef {{comparison: "moreThan"|"atLeast", fraction: [number, number], of: string}} Rule
 */

/** @param {string} text base64url, from the QR code of the room's screen @returns {Uint8Array} 32 bytes */
export function readRoundID(text) {
  const roundID = decodeBase64URL(text, "roundID");
  if (roundID.length !== 32) throw malformed("wrong-length", "roundID", "32 bytes");
  return roundID;
}

/**
 * Reads the manifest of a round; the hash is compared before anything is read.
 * @param {Uint8Array} bytes @param {Uint8Array} roundID
 * @returns {Promise<Manifest>}
 * @throws {BallotError} `round-mismatch`, an alarm; `malformed`.
 */
export async function readManifest(bytes, roundID) {
  if (!equal(await sha256(bytes), roundID)) {
    throw new BallotError("round-mismatch", `the manifest is not that of round ${encodeBase64URL(roundID)}`);
  }
  const { tokenKeys, ...members } = readMembers(JSONReader.parse(bytes, "manifest", MAXIMUM_MANIFEST));
  const keys = await readTokenKeys(tokenKeys, members.units.length * members.criteria.length);
  const contests = await Promise.all(keys.map((key, index) => contest(index, key, members, roundID)));
  return Object.freeze({ bytes, roundID, ...members, contests });
}

function readMembers(reader) {
  const version = FORMATS.indexOf(reader.member("format").choice(FORMATS)) + 1;
  const casting = version === 1 ? [] : ["casting"];
  reader.object([...MEMBERS, ...casting], ["details"]);
  const members = { version, ...readTerms(reader, version) };
  if (version > 1) requireDistinct(keysOf(members), "manifest, all keys");
  return members;
}

function readTerms(reader, version) {
  const kind = reader.member("kind").choice(["recognition", "annulment"]);
  const issuer = reader.member("issuer").object(["name", "tokenKeys"]);
  return {
    kind,
    title: reader.member("title").text(1000),
    year: reader.member("year").integer(1930, 9999),
    authority: readAuthority(reader.member("authority")),
    guidance: readGuidance(reader.member("guidance")),
    rules: readRules(reader.member("rules")),
    criteria: readCriteria(reader.member("criteria"), kind),
    units: reader.member("units").list(readUnit, "id"),
    voters: reader.member("voters").list(readVoter, "id", "credentialKey"),
    issuerName: readIssuerName(issuer.member("name")),
    tokenKeys: issuer.member("tokenKeys"),
    board: readBoard(reader.member("board"), version),
    service: readService(reader.member("service")),
    casting: version === 1 ? null : readCasting(reader.member("casting")),
    details: reader.optional("details")?.value ?? null,
  };
}

function readAuthority(reader) {
  reader.object(["name", "parent", "kind", "place"]);
  const [name, parent, place] = ["name", "parent", "place"].map((member) => reader.member(member).text());
  return { name, parent, kind: reader.member("kind").choice(AUTHORITY_KINDS), place };
}

function readGuidance(reader) {
  reader.object(["id", "sha256"]);
  return { id: reader.member("id").identifier(), sha256: reader.member("sha256").bytes(32) };
}

function readRules(reader) {
  reader.object(["attendance", "turnout", "approval"]);
  return {
    attendance: readRule(reader.member("attendance"), ROUND_BASES),
    turnout: readRule(reader.member("turnout"), CONTEST_BASES),
    approval: readRule(reader.member("approval"), CONTEST_BASES),
  };
}

function readRule(reader, bases) {
  reader.object(["of"], ["moreThan", "atLeast"]);
  const stated = ["moreThan", "atLeast"].filter((name) => reader.optional(name) !== null);
  if (stated.length !== 1) throw malformed("wrong-value", reader.place, "exactly one of atLeast, moreThan");
  const [comparison] = stated;
  return { comparison, fraction: readFraction(reader.member(comparison)), of: reader.member("of").choice(bases) };
}

function readFraction(reader) {
  const parts = reader.array();
  if (parts.length !== 2) throw malformed("wrong-length", reader.place, "2 elements");
  const denominator = parts[1].integer(1, 1_000_000);
  return [parts[0].integer(0, denominator), denominator];
}

function readCriteria(reader, kind) {
  const criteria = reader.list(readCriterion, "id");
  if (kind === "annulment" && criteria.length !== 1) {
    throw malformed("wrong-value", reader.place, "an annulment round has one criterion");
  }
  return criteria;
}

function readCriterion(reader) {
  reader.object(["id", "name"]);
  return { id: reader.member("id").identifier(), name: reader.member("name").text() };
}

function readUnit(reader) {
  reader.object(["id", "name", "kind"]);
  const [id, name] = [reader.member("id").identifier(), reader.member("name").text()];
  return { id, name, kind: reader.member("kind").choice(UNIT_KINDS) };
}

function readVoter(reader) {
  reader.object(["id", "name", "credentialKey"]);
  const [id, name] = [reader.member("id").identifier(), reader.member("name").text()];
  return { id, name, credentialKey: reader.member("credentialKey").point() };
}

/** It goes into token challenges and into notes, whose rules are narrower than those of a text. */
function readIssuerName(reader) {
  if (!/^[!-*,-~]{1,255}$/.test(reader.string())) {
    throw malformed("wrong-value", reader.place, "printable ASCII without spaces and plus signs");
  }
  return reader.value;
}

function readBoard(reader, version) {
  reader.object(["threshold", "members", "publicKey"], ["transcript"]);
  const members = reader.member("members").list((member) => readBoardMember(member, version), "key");
  const board = {
    threshold: reader.member("threshold").integer(1, members.length),
    members,
    publicKey: reader.member("publicKey").point(),
    transcript: reader.optional("transcript")?.bytes(32) ?? null,
  };
  if (version > 1) requireBoard(board, reader.place);
  return board;
}

function readBoardMember(reader, version) {
  reader.object(["name", "key"], version === 1 ? [] : ["dkgKey"]);
  const dkgKey = reader.optional("dkgKey")?.point() ?? null;
  return { name: reader.member("name").text(), key: reader.member("key").point(), dkgKey };
}

/** A board of one holds its key itself; a board of several has made it together, and no one of them can open. */
function requireBoard({ threshold, members, transcript }, place) {
  const isAlone = members.length === 1;
  if (members.length > MOST_BOARD_MEMBERS) throw malformed("wrong-length", place, `at most ${MOST_BOARD_MEMBERS}`);
  if (!isAlone && threshold < 2) throw malformed("wrong-value", place, "a threshold of 2 or more");
  if ([transcript, ...members.map(({ dkgKey }) => dkgKey)].some((value) => (value === null) !== isAlone)) {
    throw malformed("wrong-value", place, "each dkgKey and the transcript on a board of several, and on no other");
  }
}

function readService(reader) {
  reader.object(["receiptKey", "logKey"]);
  return { receiptKey: reader.member("receiptKey").point(), logKey: reader.member("logKey").bytes(32) };
}

/**
 * All points of P-256 that a manifest of version 2 names: a signature says by its key whose it is.
 * @param {Pick<Manifest, "service"|"board"|"casting"|"voters">} manifest
 */
export const keysOf = ({ service, board, casting, voters }) => [
  service.receiptKey, board.publicKey, casting.gatewayKey, ...casting.relays.map(({ key }) => key),
  ...board.members.flatMap(({ key, dkgKey }) => (dkgKey ? [key, dkgKey] : [key])),
  ...voters.map(({ credentialKey }) => credentialKey),
];

async function readTokenKeys(reader, count) {
  const elements = reader.array();
  if (elements.length !== count) throw malformed("wrong-length", reader.place, `${count} keys`);
  const keys = await Promise.all(elements.map((element) => readTokenKey(element.bytes(), element.place)));
  requireDistinct(keys.map((key) => key.modulus), reader.place);
  return keys;
}

async function contest(index, tokenKey, { version, criteria, issuerName }, roundID) {
  const id = await sha256(label("contest", version), roundID, u32(index));
  return {
    index,
    unit: Math.floor(index / criteria.length),
    criterion: index % criteria.length,
    id,
    tokenKey,
    challengeDigest: await sha256(tokenChallenge(issuerName, id)),
  };
}
