/* Attendance, roll and found signatures as the sealed round has them, read strictly. */

import { equal } from "./bytes.js";
import { lines } from "./json-lines.js";
import { JSONReader } from "./json-reader.js";

/**
 * Each voter of the round in one of the three lists, once.
 * @param {Uint8Array} bytes @param {import("./manifest.js").Manifest} manifest
 */
export function readAttendance(bytes, { roundID, voters }) {
  const reader = JSONReader.parse(bytes, "attendance", 8 << 20).object(["roundID", "present", "excused", "absent"]);
  const lists = Object.fromEntries(["present", "excused", "absent"].map((name) =>
    [name, reader.member(name).array().map((voter) => voter.string())]));
  const named = [...lists.present, ...lists.excused, ...lists.absent];
  const faults = [];
  if (!equal(reader.member("roundID").bytes(), roundID)) faults.push("attendance of another round");
  const all = new Set(named);
  // As many names as voters, and every voter among them: then nobody stands twice.
  if (named.length !== voters.length || !voters.every(({ id }) => all.has(id))) {
    faults.push("attendance does not name each voter once");
  }
  return { value: lists, faults };
}

/**
 * @typedef {{voter: string, deviceKey: Uint8Array|null, tokenRequests: Uint8Array[], signature: Uint8Array}} RollEntry
 *     version 1 knows no device key
 * @param {Uint8Array} bytes @param {1|2} version of the round
 * @returns {RollEntry[]}
 */
export function readRoll(bytes, version) {
  const members = ["voter", "tokenRequests", "signature", ...(version === 1 ? [] : ["deviceKey"])];
  return lines(bytes, "roll", members, (reader) => ({
    voter: reader.member("voter").string(),
    deviceKey: reader.optional("deviceKey")?.point() ?? null,
    tokenRequests: reader.member("tokenRequests").array().map((request) => request.bytes()),
    signature: reader.member("signature").bytes(64),
  }));
}

/** @param {Uint8Array} bytes @returns {Array<{voter: string, signature: Uint8Array}>} */
export const readFound = (bytes) => lines(bytes, "found", ["voter", "signature"], (reader) => ({
  voter: reader.member("voter").string(), signature: reader.member("signature").bytes(64),
}));
