/* What the counting board's page needs of the ballot code, besides what ballot.js names. */

export { concat, equal, toInteger, u32, utf8 } from "./bytes.js";
export { decodeBase64URL, encodeBase64URL } from "./base64url.js";
export { encodeCrockford, normalisedCrockford } from "./crockford.js";
export { JSONReader } from "./json-reader.js";
export { HTTP } from "./http.js";
export { label, sha256 } from "./hash.js";
export { inLanes } from "./lanes.js";
export { mod } from "./modular.js";
export { isScalar } from "./p256.js";
export { generateKeyPair, isSigned, keyPairOf, sign } from "./keys.js";
export { batchMessage } from "./token.js";
export { readManifest } from "./manifest.js";
export { requireFreeze } from "./freeze.js";
export { boxRoot, readBoxes } from "./box.js";
export { foundMessage, openMessage, readSeal } from "./seal.js";
export { checkSlip, openSlip, slipID } from "./slip.js";
