/* Passkeys: asks the browser's authenticator, and sends what it answers with the form that stands on the page. */

import { decodeBase64URL as decode, encodeBase64URL as encode } from "../../ballot/base64url.js";
import { byId, say } from "../common/dom.js";

const form = byId("passkey-form");
const problem = byId("passkey-problem");

if (window.PublicKeyCredential) {
  form.hidden = false;
  form.addEventListener("submit", begin);
}

async function begin(event) {
  event.preventDefault();
  problem.hidden = true;
  try {
    form.elements.passkey.value = JSON.stringify(await answer());
    form.submit();
  } catch (error) {
    problem.textContent = words(error);
    problem.hidden = false;
  }
}

async function answer() {
  const { creation, request } = form.dataset;
  const { credentials } = navigator;
  if (creation) return registration(await credentials.create({ publicKey: creationOptions(JSON.parse(creation)) }));
  return assertion(await credentials.get({ publicKey: requestOptions(JSON.parse(request)) }));
}

/* Bytes travel as base64url; the browser wants them as bytes. */

function creationOptions(options) {
  const user = { ...options.user, id: decode(options.user.id) };
  const excludeCredentials = options.excludeCredentials.map(descriptor);
  return { ...options, user, challenge: decode(options.challenge), excludeCredentials };
}

function requestOptions(options) {
  const allowCredentials = options.allowCredentials.map(descriptor);
  return { ...options, challenge: decode(options.challenge), allowCredentials };
}

function descriptor({ type, id }) {
  return { type, id: decode(id) };
}

function registration({ response }) {
  return { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) };
}

function assertion({ rawId, response }) {
  return {
    id: text(rawId),
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
  };
}

function text(buffer) {
  return encode(new Uint8Array(buffer));
}

function words(error) {
  const { name } = error;
  if (name === "InvalidStateError") return say("Khóa này đã được thêm rồi.", "This passkey has been added already.");
  if (name === "NotAllowedError") {
    return say("Đã hủy hoặc quá giờ; hãy thử lại.", "Cancelled, or it took too long. Try again.");
  }
  return say(`Trình duyệt không dùng được khóa truy cập (${name}).`, `The browser cannot use a passkey (${name}).`);
}
