import { equal, fromInteger, randomBytes, toInteger, utf8 } from "./bytes.js";
import { encodeCrockford, grouped, normalisedCrockford } from "./crockford.js";
import { BallotError } from "./error.js";
import { hkdf, label } from "./hash.js";
import { keyPairOf } from "./keys.js";
import { ORDER } from "./p256.js";

const CHARACTERS = 26;

/**
 * A fresh access code, 130 bits: for the card that is printed, and for nothing else.
 * @returns {string} in groups of five, as cards show it
 */
export const generateAccessCode = () => grouped(encodeCrockford(randomBytes(17), CHARACTERS), 5);

/**
 * @param {string} typed case, spaces and hyphens do not matter; O reads as 0, I and L as 1.
 * @returns {string} the 26 characters
 * @throws {BallotError} `access-code`, which never repeats what was typed.
 */
export function readAccessCode(typed) {
  const code = normalisedCrockford(typed);
  if (code === null) throw new BallotError("access-code", "letters but U, and digits", { reason: "syntax" });
  if (code.length !== CHARACTERS) {
    throw new BallotError("access-code", `${CHARACTERS} characters`, { reason: "wrong-length" });
  }
  return code;
}

/**
 * The key that a code stands for; no other secret is ever derived from the code.
 * @param {string} typed @param {1|2} [version] of the round's protocol
 * @returns {Promise<import("./keys.js").KeyPair>}
 */
export async function credentialOf(typed, version) {
  const material = await hkdf(utf8(readAccessCode(typed)), new Uint8Array(0), label("credential", version), 48);
  return keyPairOf(fromInteger((toInteger(material) % (ORDER - 1n)) + 1n, 32));
}

/**
 * The key that a code stands for in a round. A card that was printed while the service knew an earlier version, for a
 * round that is frozen in a later one, stands for that version's key, and is as good.
 * @param {string} typed @param {import("./manifest.js").Manifest} manifest
 * @returns {Promise<import("./keys.js").KeyPair>} a voter's; of a code that is no voter's, that of the round's version
 */
export async function credentialFor(typed, { version, voters }) {
  const credential = await credentialOf(typed, version);
  const isKnown = ({ publicKey }) => voters.some(({ credentialKey }) => equal(credentialKey, publicKey));
  if (version === 1 || isKnown(credential)) return credential;
  const earlier = await credentialOf(typed, 1);
  return isKnown(earlier) ? earlier : credential;
}
