import { encodeBase64URL } from "./base64url.js";
import { readSlipResponse, slipRequest } from "./binary-http.js";
import { concat, randomBytes, shuffled, u16 } from "./bytes.js";
import { sha256 } from "./hash.js";
import { inLanes } from "./lanes.js";
import { encapsulate, openAnswer } from "./ohttp.js";

/*
 * All of a device's slips as they go through a relay (protocol page, "Through the relay"): 32 random bytes, u16 C, then
 * each slip's request, sealed to the gateway, in random order.
 */

/** WebCrypto works beside the page's thread; a few slips at a time keep both busy. */
const LANES = 4;

/** The most slips of one device. */
export const MOST_SLIPS = 1_000;

/**
 * What a device keeps of its bundle, before anything of it is sent.
 * @typedef {object} Bundle
 * @property {Uint8Array} bytes
 * @property {Uint8Array} hash H(bytes), by which its answers are asked for
 * @property {Array<{contest: number, answer: {enc: Uint8Array, secret: Uint8Array}}>} places in the bundle's order
 */

/**
 * @param {Uint8Array[]} slips one a contest @param {import("./manifest.js").Manifest} manifest
 * @param {Uint8Array} gatewayKey a point @param {(done: number, total: number) => void} [onProgress]
 * @returns {Promise<Bundle>}
 */
export async function makeBundle(slips, { roundID, issuerName }, gatewayKey, onProgress) {
  const path = `/api/v1/rounds/${encodeBase64URL(roundID)}/slips`;
  let done = 0;
  const sealed = await inLanes(slips, LANES, async (slip, contest) => {
    const request = await encapsulate(slipRequest(issuerName, path, slip), gatewayKey);
    onProgress?.(++done, slips.length);
    return { contest, ...request };
  });
  const order = shuffled(sealed);
  const bytes = bundleOf(randomBytes(32), order.map(({ encapsulated }) => encapsulated));
  return { bytes, hash: await sha256(bytes), places: order.map(({ contest, answer }) => ({ contest, answer })) };
}

/** @param {Uint8Array} salt 32 random bytes @param {Uint8Array[]} requests Encapsulated Requests, in the order sent */
export function bundleOf(salt, requests) {
  if (requests.length < 1 || requests.length > MOST_SLIPS) throw new RangeError(`1 to ${MOST_SLIPS} slips`);
  return concat(salt, u16(requests.length), ...requests.flatMap((request) => [u16(request.length), request]));
}

/**
 * What became of a slip, as its answer has it; null for an answer that does not open or is none. Nothing that a device
 * does next depends on it: it is told to the member, and the sealed box decides.
 * @typedef {{contest: number, receipt: Uint8Array|null, status: number|null}} SlipAnswer
 */

/**
 * Opens the answers that the relay hands out.
 * @param {Uint8Array[]} answers Encapsulated Responses, in the bundle's order @param {Pick<Bundle, "places">} bundle
 * @returns {Promise<SlipAnswer[]>} receipts are still to be checked
 */
export const openAnswers = (answers, { places }) =>
  Promise.all(places.map(async ({ contest, answer }, place) => {
    const { receipt, status } = await slipAnswer(answers[place], answer);
    return { contest, receipt, status };
  }));

async function slipAnswer(bytes, answer) {
  try {
    return readSlipResponse(await openAnswer(bytes, answer));
  } catch {
    return { receipt: null, status: null };
  }
}
