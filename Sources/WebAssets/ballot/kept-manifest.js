import { encodeBase64URL } from "./base64url.js";
import { BallotError } from "./error.js";
import { readManifest } from "./manifest.js";

/**
 * The manifest of a round: as this device kept it, or from the service, and then kept. The bytes are hashed each time.
 * @param {import("./client.js").VoterClient} client @param {import("./store.js").MemoryStore} store
 * @returns {Promise<import("./manifest.js").Manifest>}
 * @throws {BallotError} as `readManifest`, and as requests do; `no-webcrypto`.
 */
export async function loadManifest(client, store) {
  if (!globalThis.crypto?.subtle) throw new BallotError("no-webcrypto", "the page was not opened over HTTPS");
  const name = `manifest/${encodeBase64URL(client.roundID)}`;
  const kept = await store.get(name);
  if (kept) return readManifest(kept, client.roundID);
  const manifest = await client.manifest();
  await store.add(name, manifest.bytes);
  return manifest;
}
