import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { decodeBase64URL } from "../../../Sources/WebAssets/ballot/base64url.js";
import { keyPairOf } from "../../../Sources/WebAssets/ballot/keys.js";

// Node 18 has WebCrypto under this name only.
globalThis.crypto ??= webcrypto;

const vectors = new URL("../../Vectors/", import.meta.url);

/** A file of Tests/Vectors. */
export const vector = (name) => JSON.parse(readFileSync(new URL(name, vectors), "utf8"));

/** The worked round of the protocol page. */
export const round = vector("phieukin-round-1.json");

export const b64u = decodeBase64URL;
export const hex = (text) => new Uint8Array(Buffer.from(text.replace(/^0x/, ""), "hex"));
export const text = (string) => new TextEncoder().encode(string);
export const keyPair = (scalar) => keyPairOf(b64u(scalar));

/** Fetches what the ballot's code fetches later. */
export const later = {
  relayed: () => import("../../../Sources/WebAssets/ballot/relayed-ballot.js"),
  ending: () => import("../../../Sources/WebAssets/ballot/ending.js"),
};

/** A matcher for `assert.rejects` and `assert.throws`. */
export const refusal = (code, facts = {}) => (error) => {
  const wanted = { code, ...facts };
  const matches = Object.entries(wanted).every(([name, value]) => error[name] === value);
  if (matches) return true;
  throw new Error(`${JSON.stringify(wanted)} expected, not ${error.code} ${error.reason}: ${error.stack}`);
};

/** Repeatable randomness for property tests. */
export function generator(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (bound) => Math.floor(next() * bound);
  return { below, bytes: (length) => Uint8Array.from({ length }, () => below(256)) };
}
