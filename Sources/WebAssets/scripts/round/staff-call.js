/* Calls of the staff's API, with the session of whoever is signed in. */

import { say } from "../common/dom.js";

/** Browsers go on sending 64 KiB after a page is gone; a letter takes four bytes at most. */
const OUTLIVING = 16_384;

/** A refusal in the reader's words; `code` is the service's, "offline" where there was no answer. */
export class Refusal extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * What somebody did is sent to its end even if the page is left at once.
 * @param {string} method @param {string} path below "/api/v1/staff", or any path of ours
 * @param {object} [body]
 * @returns {Promise<any>} the answer; null where it has no content
 * @throws {Refusal}
 */
export async function staffCall(method, path, body) {
  const headers = { Accept: "application/json", ...(body && { "Content-Type": "application/json" }) };
  const address = path.startsWith("/desk/") ? path : `/api/v1/staff${path}`;
  const text = body && JSON.stringify(body);
  const keepalive = Boolean(text) && text.length < OUTLIVING;
  const response = await fetch(address, { method, headers, body: text, keepalive }).catch(() => null);
  if (!response) throw new Refusal("offline", say("Mất kết nối với máy chủ; chưa có gì thay đổi.", "No connection to the server; nothing has changed."));
  const answer = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Refusal(answer?.code ?? `http-${response.status}`, wordsOf(answer));
}

function wordsOf(problem) {
  const { vi, en } = problem?.messages ?? {};
  return say(vi, en) ?? say("Máy chủ không trả lời được.", "The server could not answer.");
}
