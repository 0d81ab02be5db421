import { ByteReader } from "./byte-reader.js";
import { equal } from "./bytes.js";
import { publicOutcome, readTranscript, uncertified, unproven } from "./cocktail-transcript.js";
import { BallotError } from "./error.js";
import { sha256 } from "./hash.js";
import { compressed, isSame, readPoint } from "./p256.js";

const SIGNATURE_LENGTH = 65;
const EXTENSION_LENGTH = 32;

/**
 * Checks how a board of several made its key (protocol page, "The board"): board-transcript.bin, u32 length || T || n
 * signatures. Voters' devices do before they ask for tokens, members before they sign the freeze, and the audit.
 * @param {Uint8Array} bytes @param {import("./manifest.js").Manifest["board"]} board
 * @returns {Promise<import("./p256.js").Point[]>} each member's verification share, for its share of the opening
 * @throws {BallotError} `malformed`; `transcript`, an alarm, its `reason` the first check that fails: hash, threshold,
 *     members, key, proof or certificate, the last two with the `member`.
 */
export async function requireTranscript(bytes, board) {
  const { transcript, signatures } = readBoardTranscript(bytes, board.members.length);
  require(equal(await sha256(transcript), board.transcript), "hash");
  const read = readTranscript(transcript);
  require(read.threshold === board.threshold && read.extension.length === EXTENSION_LENGTH, "threshold");
  require(areKeysOf(board.members, read.publicKeys), "members");
  const { groupKey, verificationShares } = publicOutcome(read.commitments);
  require(isSame(groupKey, readPoint(board.publicKey)), "key");
  requireNobody(await unproven(read), "proof");
  requireNobody(await uncertified(transcript, read.publicKeys, signatures), "certificate");
  return verificationShares;
}

/**
 * Takes board-transcript.bin apart.
 * @param {Uint8Array} bytes @param {number} count how many members
 * @returns {{transcript: Uint8Array, signatures: Uint8Array[]}}
 * @throws {BallotError} `malformed`.
 */
export function readBoardTranscript(bytes, count) {
  const reader = new ByteReader(bytes, "board-transcript");
  const transcript = reader.take(reader.integer(4, bytes.length));
  const signatures = reader.list(count, SIGNATURE_LENGTH);
  reader.end();
  return { transcript, signatures };
}

const areKeysOf = (members, publicKeys) => members.length === publicKeys.length &&
  members.every(({ dkgKey }, place) => equal(compressed(dkgKey), publicKeys[place]));

function require(holds, reason) {
  if (!holds) throw refused(reason);
}

function requireNobody(member, reason) {
  if (member >= 0) throw refused(reason, { member });
}

const refused = (reason, facts = {}) =>
  new BallotError("transcript", `the ${reason} of the board's transcript does not hold`, { reason, ...facts });
