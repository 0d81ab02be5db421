import { equal } from "./bytes.js";
import { BallotError } from "./error.js";
import { interpolated, isShare } from "./interpolation.js";
import { JSONReader } from "./json-reader.js";
import { isSigned, keyPairOf } from "./keys.js";
import { isScalar } from "./p256.js";
import { openMessage } from "./seal.js";

/**
 * The board's key, once it is published: checked against the manifest, and its release against the seal.
 * @param {Uint8Array} bytes of opening.json @param {import("./manifest.js").Manifest} manifest
 * @param {Pick<import("./seal.js").Seal, "hash"|"version">} seal
 * @param {import("./p256.js").Point[]} [verificationShares] of a board of several, from its checked transcript
 * @returns {Promise<import("./keys.js").KeyPair>}
 * @throws {BallotError} `malformed`; `board-key`, an alarm.
 */
export async function readOpening(bytes, manifest, seal, verificationShares) {
  const reader = JSONReader.parse(bytes, "opening", 1 << 20).object(["shares", "boardPrivateKey"]);
  const shares = reader.member("shares").array().map(readShare);
  const scalar = reader.member("boardPrivateKey").bytes(32);
  if (!isScalar(scalar) || !equal(keyPairOf(scalar).publicKey, manifest.board.publicKey)) {
    throw new BallotError("board-key", "the published key is not that of the board");
  }
  await requireSigned(shares, manifest.board, seal);
  if (verificationShares) requireShares(shares, scalar, manifest.board.threshold, verificationShares);
  return { scalar, publicKey: manifest.board.publicKey };
}

function readShare(reader) {
  reader.object(["member", "share", "signature"]);
  const [member, share] = [reader.member("member").integer(0, 0xffff), reader.member("share").bytes(32)];
  return { member, share, signature: reader.member("signature").bytes(64) };
}

async function requireSigned(shares, { members, threshold }, seal) {
  const signers = new Set(shares.map((share) => share.member));
  const isReleased = ({ member, share, signature }) =>
    member < members.length && isSigned(members[member].key, signature, openMessage(seal, share));
  const holds = await Promise.all(shares.map(isReleased));
  if (signers.size !== shares.length || shares.length < threshold || holds.includes(false)) {
    throw new BallotError("board-key", "the board's members have not signed the opening of this seal");
  }
}

/** Exactly as many shares as it takes, each its member's, and the key what they come to. */
function requireShares(shares, scalar, threshold, verificationShares) {
  const areShares = shares.every(({ member, share }) => isShare(share, verificationShares[member]));
  if (shares.length !== threshold || !areShares || !equal(interpolated(shares), scalar)) {
    throw new BallotError("board-key", "the published key is not what the board's shares come to");
  }
}
