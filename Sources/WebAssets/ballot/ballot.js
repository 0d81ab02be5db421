/* All that pages need of the ballot code. */

export { encodeBase64URL } from "./base64url.js";
export { BallotError } from "./error.js";
export { Choice } from "./choice.js";
export { IndexedDBStore, MemoryStore } from "./store.js";
export { VoterClient } from "./client.js";
export { VotingSession } from "./session.js";
export { loadManifest } from "./kept-manifest.js";
export { generateAccessCode, readAccessCode, credentialFor, credentialOf } from "./credential.js";
export { readRoundID } from "./manifest.js";
export { roundCode } from "./round-code.js";
