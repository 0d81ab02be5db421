/* What members' phones fetch later, where a round has a relay or a board of several. */

export { Passage, makePassage } from "./passage.js";
export { fingerprint, hostOf, isOnLoopback } from "./relay-reference.js";
export { requireTranscript } from "./transcript.js";
