import { concat } from "./bytes.js";
import { BallotError } from "./error.js";
import { label } from "./hash.js";
import { JSONReader } from "./json-reader.js";
import { isSigned } from "./keys.js";

/**
 * Checks that every member of the board, once, signed that the manifest names the keys they compared. Until they have,
 * no token is asked for.
 * @param {Uint8Array} bytes of board.json @param {import("./manifest.js").Manifest} manifest
 * @throws {BallotError} `malformed`, `not-frozen`.
 */
export async function requireFreeze(bytes, manifest) {
  const { members } = manifest.board;
  const reader = JSONReader.parse(bytes, "board", 1 << 20).object(["freeze"]);
  const entries = reader.member("freeze").array().map(readEntry);
  const signers = new Set(entries.map((entry) => entry.member));
  const message = concat(label("freeze", manifest.version), manifest.roundID);
  const isFrozen = ({ member, signature }) =>
    member < members.length && isSigned(members[member].key, signature, message);
  const holds = await Promise.all(entries.map(isFrozen));
  if (entries.length !== members.length || signers.size !== members.length || holds.includes(false)) {
    throw new BallotError("not-frozen", "the board's members have not all signed this manifest");
  }
}

function readEntry(reader) {
  reader.object(["member", "signature"]);
  return { member: reader.member("member").integer(0, 0xffff), signature: reader.member("signature").bytes(64) };
}
