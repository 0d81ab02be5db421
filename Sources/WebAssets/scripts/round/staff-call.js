/* Calls of the staff's API, with the session of whoever is signed in. */

import { say } from "../common/dom.js";

/** A refusal in the reader's words; `code` is the service's, "offline" where there was no answer. */
export class Refusal extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * @param {string} method @param {string} path below "/api/v1/staff", or any path of ours
 * @param {object} [body]
 * @returns {Promise<any>} the answer; null where it has no content
 * @throws {Refusal}
 */
export async function staffCall(method, path, body) {
  const headers = { Accept: "application/json", ...(body && { "Content-Type": "application/json" }) };
  const address = path.startsWith("/desk/") ? path : `/api/v1/staff${path}`;
  const response = await fetch(address, { method, headers, body: body && JSON.stringify(body) }).catch(() => null);
  if (!response) throw new Refusal("offline", say("Mất kết nối với máy chủ; chưa có gì thay đổi.", "No connection to the server; nothing has changed."));
  const answer = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Refusal(answer?.code ?? `http-${response.status}`, wordsOf(answer));
}

function wordsOf(problem) {
  const { vi, en } = problem?.messages ?? {};
  return say(vi, en) ?? say("Máy chủ không trả lời được.", "The server could not answer.");
}
