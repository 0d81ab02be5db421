import { ByteReader } from "./byte-reader.js";
import { concat, equal, u32, utf8 } from "./bytes.js";
import { encodeBase64URL } from "./base64url.js";
import { isSignedEd25519 } from "./ed25519.js";
import { BallotError, malformed } from "./error.js";
import { label, sha256 } from "./hash.js";
import { JSONReader } from "./json-reader.js";

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * What sealing fixed for good: label("seal") || roundID || u32 C || box root || H(attendance) || H(roll), and in
 * version 2 also || H(steps) || H(closing) || u64 sealedAt.
 * @typedef {object} Seal
 * @property {1|2} version of the protocol
 * @property {Uint8Array} bytes 148, in version 2 220
 * @property {Uint8Array} hash H of the bytes
 * @property {Uint8Array} boxRoot 32 bytes
 * @property {Uint8Array} attendanceHash @property {Uint8Array} rollHash
 * @property {{stepsHash: Uint8Array, closingHash: Uint8Array, sealedAt: number}|null} times null in version 1
 * @property {number} sealedAt seconds since 1970; in version 1 nobody signed it
 */

/**
 * Reads seal.json and checks the service's signed note over it.
 * @param {Uint8Array} bytes @param {import("./manifest.js").Manifest} manifest
 * @returns {Promise<Seal>}
 * @throws {BallotError} `malformed`; `seal-note`, an alarm.
 */
export async function readSeal(bytes, manifest) {
  const reader = JSONReader.parse(bytes, "seal", 64 << 10).object(["seal", "sealedAt", "note"]);
  const seal = await sealOf(reader.member("seal").bytes(), manifest);
  const sealedAt = reader.member("sealedAt").integer();
  if (seal.times && seal.times.sealedAt !== sealedAt) throw malformed("wrong-value", "seal.sealedAt", "the seal's own");
  const [round, hash] = [manifest.roundID, seal.hash].map((bytes) => encodeBase64URL(bytes));
  const text = `phieukin/${manifest.version} seal\n${round}\n${hash}\n`;
  if (!(await isNote(reader.member("note").string(), text, manifest.issuerName, manifest.service.logKey))) {
    throw new BallotError("seal-note", "the seal is not signed by the service's log key");
  }
  return { ...seal, sealedAt };
}

/**
 * @param {Uint8Array} bytes @param {import("./manifest.js").Manifest} manifest
 * @returns {Promise<Omit<Seal, "sealedAt">>}
 */
export async function sealOf(bytes, manifest) {
  const { version } = manifest;
  const head = sealHead(manifest);
  const reader = new ByteReader(bytes, "seal");
  if (!equal(reader.take(head.length), head)) throw malformed("wrong-value", "seal", "the seal of this round");
  const [boxRoot, attendanceHash, rollHash] = reader.list(3, 32);
  const times = version === 1 ? null : readTimes(reader);
  reader.end();
  return { version, bytes, hash: await sha256(bytes), boxRoot, attendanceHash, rollHash, times };
}

/** What every seal of a round begins with. @param {import("./manifest.js").Manifest} manifest */
export const sealHead = ({ version, roundID, contests }) =>
  concat(label("seal", version), roundID, u32(contests.length));

function readTimes(reader) {
  const [stepsHash, closingHash] = reader.list(2, 32);
  return { stepsHash, closingHash, sealedAt: reader.integer(8, Number.MAX_SAFE_INTEGER) };
}

/** What a voter signs who found all slips. @param {Pick<Seal, "hash"|"version">} seal */
export const foundMessage = ({ hash, version }) => concat(label("found", version), hash);

/** What a board member signs who releases a share. @param {Pick<Seal, "hash"|"version">} seal */
export const openMessage = ({ hash, version }, share) => concat(label("open", version), hash, share);

/**
 * Whether a C2SP signed note (c2sp.org/signed-note) has exactly this text and a signature by this key.
 * @param {string} note @param {string} text ends with a line feed @param {string} name @param {Uint8Array} key
 * @returns {Promise<boolean>}
 */
async function isNote(note, text, name, key) {
  const lines = note.slice(text.length + 1, -1).split("\n");
  if (!note.startsWith(`${text}\n`) || !note.endsWith("\n") || lines.includes("")) return false;
  const keyID = (await sha256(utf8(name), Uint8Array.of(0x0a, 0x01), key)).subarray(0, 4);
  const blobs = lines.map((line) => signatureOf(line, name)).filter((blob) => blob !== null);
  const ours = blobs.filter((blob) => equal(blob.subarray(0, 4), keyID));
  const holds = await Promise.all(ours.map((blob) => isSignedEd25519(key, blob.subarray(4), utf8(text))));
  return holds.includes(true);
}

/** The key ID and signature of a line "— <name> <base64>"; null if it is another signer's. */
function signatureOf(line, name) {
  const prefix = `\u2014 ${name} `;
  const text = line.slice(prefix.length);
  if (!line.startsWith(prefix) || !BASE64.test(text)) return null;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
