/* The board's two keys: one opens the box, one signs for its holder. Made here, by WebCrypto; see keys.js. */

import { encodeBase64URL } from "./base64url.js";
import { equal, utf8 } from "./bytes.js";
import { JSONReader } from "./json-reader.js";
import { generateKeyPair, keyPairOf } from "./keys.js";
import { isScalar } from "./p256.js";

const FORMAT = "phieukin-board-key/1";

/**
 * @typedef {object} BoardKey
 * @property {string} name the member's
 * @property {import("./keys.js").KeyPair} signing
 * @property {import("./keys.js").KeyPair} opening
 */

/** Fresh keys, for one round only. @param {string} name @returns {Promise<BoardKey>} */
export async function makeBoardKey(name) {
  return { name, signing: await generateKeyPair(), opening: await generateKeyPair() };
}

/** @param {string} name @param {Uint8Array} signing @param {Uint8Array} opening scalars; null if one is none */
export function boardKeyOf(name, signing, opening) {
  if (!isScalar(signing) || !isScalar(opening)) return null;
  return { name, signing: keyPairOf(signing), opening: keyPairOf(opening) };
}

/** The public halves as the service takes them: a board of one. @param {BoardKey} key */
export const publicBoard = ({ name, signing, opening }) => ({
  threshold: 1,
  members: [{ name, key: encodeBase64URL(signing.publicKey) }],
  publicKey: encodeBase64URL(opening.publicKey),
});

/** The file that `phieukin round board-key` writes and reads as well. @param {BoardKey} key */
export function keyFile({ name, signing, opening }) {
  const file = {
    format: FORMAT, name, signingKey: encodeBase64URL(signing.scalar), boardKey: encodeBase64URL(opening.scalar),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @param {string} text @returns {BoardKey|null} null if it is no key file */
export function readKeyFile(text) {
  try {
    const reader = JSONReader.parse(utf8(text), "board key", 64 << 10);
    reader.object(["format", "name", "signingKey", "boardKey"]).member("format").choice([FORMAT]);
    const [signing, opening] = ["signingKey", "boardKey"].map((name) => reader.member(name).bytes(32));
    return boardKeyOf(reader.member("name").string(), signing, opening);
  } catch {
    return null;
  }
}

/** Whether the keys are those of a board as drafted. @param {BoardKey} key @param {object|null} board */
export function isKeyOfDraft(key, board) {
  const ours = publicBoard(key);
  return board !== null && board.publicKey === ours.publicKey && board.members[0]?.key === ours.members[0].key;
}

/** Whether two are the same key, whatever the name. @param {BoardKey} one @param {BoardKey} other */
export const isSameKey = (one, other) =>
  equal(one.signing.scalar, other.signing.scalar) && equal(one.opening.scalar, other.opening.scalar);

/**
 * A member's of a board of several, as the ceremony made it.
 * @typedef {object} SharedKey
 * @property {import("./keys.js").KeyPair} signing
 * @property {import("./keys.js").KeyPair} dkg its static key in the ceremony
 * @property {Uint8Array} share of the key that opens, 32 bytes
 */

/**
 * Which member of the manifest's board has these keys.
 * @param {BoardKey|SharedKey} key @param {import("./manifest.js").Manifest} manifest
 * @returns {number} −1 if the manifest has another board
 */
export function memberOf(key, { board }) {
  if (key.opening && !equal(key.opening.publicKey, board.publicKey)) return -1;
  const isTheirs = ({ dkgKey }) => (key.dkg ? dkgKey !== null && equal(dkgKey, key.dkg.publicKey) : dkgKey === null);
  return board.members.findIndex((member) => equal(member.key, key.signing.publicKey) && isTheirs(member));
}

/** The keys as the device keeps them, and back. */
export const stored = ({ name, signing, opening }) => ({ name, signing: signing.scalar, opening: opening.scalar });
export const restored = (kept) => kept && boardKeyOf(kept.name, kept.signing, kept.opening);

/** A public key in a form that people compare. @param {string|Uint8Array} key */
export function readableKey(key) {
  const text = typeof key === "string" ? key : encodeBase64URL(key);
  return (text.match(/.{1,4}/g) ?? []).join(" ");
}
