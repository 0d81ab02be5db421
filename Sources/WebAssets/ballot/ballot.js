/* All that pages need of the ballot code. */

export { BallotError } from "./error.js";
export { Choice } from "./choice.js";
export { IndexedDBStore, MemoryStore } from "./store.js";
export { VoterClient } from "./client.js";
export { VotingSession, loadManifest } from "./session.js";
export { generateAccessCode, readAccessCode, credentialOf } from "./credential.js";
export { readRoundID } from "./manifest.js";
export { roundCode } from "./round-code.js";
