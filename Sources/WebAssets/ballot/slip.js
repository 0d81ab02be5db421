import { concat, readU32, u16, u32 } from "./bytes.js";
import { isSignature } from "./blind-rsa.js";
import { isChoice } from "./choice.js";
import { encodeCrockford, grouped } from "./crockford.js";
import { BallotError } from "./error.js";
import { label, sha256 } from "./hash.js";
import { open, seal } from "./hpke.js";
import { hasLowS, isSigned, sign } from "./keys.js";
import { isPoint } from "./p256.js";
import { tokenInput, tokenNonce } from "./token.js";

/*
 *     sealed = enc (65) || ciphertext (17)
 *     body   = u16 version || u32 contest || P (65) || authenticator (256) || sealed (82)
 *     slip   = body || signature (64)
 */

export const SLIP_LENGTH = 473;
const BODY_LENGTH = 409;

/**
 * Seals and signs a slip.
 * @param {number} choice one of `Choice`
 * @param {import("./manifest.js").Contest} contest @param {import("./manifest.js").Manifest} manifest
 * @param {import("./keys.js").KeyPair} oneTimeKey @param {Uint8Array} authenticator its token, finalised
 * @param {import("./keys.js").KeyPair} [ephemeral] only to reproduce published vectors
 * @returns {Promise<Uint8Array>}
 */
export async function makeSlip(choice, contest, manifest, oneTimeKey, authenticator, ephemeral) {
  const point = oneTimeKey.publicKey;
  const [plain, info] = [Uint8Array.of(choice), sealingInfo(contest, manifest)];
  const { enc, ciphertext } = await seal(plain, manifest.board.publicKey, info, point, ephemeral);
  const body = concat(u16(manifest.version), u32(contest.index), point, authenticator, enc, ciphertext);
  return concat(body, await sign(oneTimeKey, castMessage(body, manifest)));
}

/**
 * The slip check of the protocol page, in its order.
 * @param {Uint8Array} slip @param {import("./manifest.js").Manifest} manifest
 * @throws {BallotError} `slip`, its `reason` the first check that fails: length, version, contest, point, token or
 *     signature.
 */
export async function checkSlip(slip, manifest) {
  require(slip.length === SLIP_LENGTH, "length");
  const { version, contest: index, point, enc, signature } = partsOf(slip);
  require(version === manifest.version, "version");
  require(index < manifest.contests.length, "contest");
  // Points first: what follows hashes and signs under them.
  require(isPoint(point) && isPoint(enc), "point");
  require(await hasToken(slip, manifest), "token");
  const message = castMessage(slip.subarray(0, BODY_LENGTH), manifest);
  require(hasLowS(signature) && (await isSigned(point, signature, message)), "signature");
}

/** @param {Uint8Array} point the one-time key @returns {Promise<Uint8Array>} the slip's name in the box */
export const slipID = (point) => sha256(point);

/** @param {Uint8Array} slip @returns {Promise<string>} 16 characters in fours; shows the vote once the box is open */
export const trackingCode = async (slip) =>
  grouped(encodeCrockford(await sha256(label("tracking", partsOf(slip).version), slip), 16), 4);

/**
 * What a checked slip says.
 * @param {Uint8Array} slip @param {import("./keys.js").KeyPair} boardKey
 * @param {import("./manifest.js").Manifest} manifest
 * @returns {Promise<number|null>} one of `Choice`; null, an invalid slip, for anything but one known byte.
 */
export async function openSlip(slip, boardKey, manifest) {
  const { contest, point, enc, ciphertext } = partsOf(slip);
  const plain = await open(enc, ciphertext, boardKey, sealingInfo(manifest.contests[contest], manifest), point);
  return plain?.length === 1 && isChoice(plain[0]) ? plain[0] : null;
}

function partsOf(slip) {
  return {
    version: (slip[0] << 8) | slip[1],
    contest: readU32(slip, 2),
    point: slip.subarray(6, 71),
    authenticator: slip.subarray(71, 327),
    enc: slip.subarray(327, 392),
    ciphertext: slip.subarray(392, BODY_LENGTH),
    signature: slip.subarray(BODY_LENGTH),
  };
}

async function hasToken(slip, { contests, version }) {
  const { contest, point, authenticator } = partsOf(slip);
  const { tokenKey, challengeDigest } = contests[contest];
  const input = tokenInput(await tokenNonce(point, version), challengeDigest, tokenKey.id);
  return isSignature(authenticator, input, tokenKey.modulus);
}

const sealingInfo = (contest, { version }) => concat(label("slip", version), contest.id);

const castMessage = (body, { roundID, version }) => concat(label("cast", version), roundID, body);

function require(holds, reason) {
  if (!holds) throw new BallotError("slip", `the slip's ${reason} is wrong`, { reason });
}
