/* Calls of the staff's API, with the session of whoever is signed in. */

import { isPassing } from "../../ballot/error.js";
import { say } from "../common/dom.js";
import { passwordAgain } from "../common/password-again.js";

/** Browsers go on sending 64 KiB after a page is gone; a letter takes four bytes at most. */
const OUTLIVING = 16_384;

const UNHEARD = "unheard";

/**
 * A refusal in the reader's words; `code` is the service's, as are `warnings`, {warning, messages} each, that have to
 * be acknowledged. Where nothing was heard of the service, nobody knows what became of the request: the answer may have
 * been lost on its way back.
 */
export class Refusal extends Error {
  constructor(code, message, { status = 0, retryAfter = 0, warnings = [] } = {}) {
    super(message);
    Object.assign(this, { code, status, retryAfter, warnings });
  }

  get isUnheard() {
    return this.code === UNHEARD;
  }

  /** Whether the same may be asked again soon. */
  get mayPass() {
    return this.isUnheard || isPassing(this.status);
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
  const address = /^\/(desk|api)\//.test(path) ? path : `/api/v1/staff${path}`;
  const text = body && JSON.stringify(body);
  const keepalive = Boolean(text) && text.length < OUTLIVING;
  const response = await fetch(address, { method, headers, body: text, keepalive }).catch(() => null);
  if (response?.status === 204) return null;
  const answer = await response?.json().catch(() => null);
  if (response?.ok && answer) return answer;
  if (!answer?.code) throw unheard(method);
  if (answer.code === "password-needed" && (await passwordAgain())) return staffCall(method, path, body);
  throw refused(response, answer);
}

/** What the service said, in the reader's words. @param {Response} response @param {object} problem its body */
export function refused({ status, headers }, problem) {
  const retryAfter = Number.parseInt(headers.get("Retry-After") ?? "", 10) || 0;
  return new Refusal(problem.code, wordsOf(problem), { status, retryAfter, warnings: problem.warnings });
}

/** Asking changes nothing; what else was sent may have arrived. @param {string} method */
export const unheard = (method) => new Refusal(UNHEARD, method === "GET"
  ? say("Mất kết nối với máy chủ.", "No connection to the server.")
  : say(
    "Chưa nghe được máy chủ trả lời, nên chưa biết việc này đã được ghi nhận hay chưa.",
    "No answer was heard from the server, so nobody knows yet whether this was taken."));

function wordsOf({ messages, reason }) {
  const { vi, en } = messages ?? { vi: "Máy chủ không trả lời được.", en: "The server could not answer." };
  return reason ? `${say(vi, en)} ${say(reason.vi, reason.en)}` : say(vi, en);
}
