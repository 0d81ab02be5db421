import { text } from "./support.mjs";
import { createCipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { concat } from "../../../Sources/WebAssets/ballot/bytes.js";
import { open } from "../../../Sources/WebAssets/ballot/hpke.js";
import { agree } from "../../../Sources/WebAssets/ballot/keys.js";

/* The gateway's half of Oblivious HTTP, of Node's own cryptography. */

/** LabeledExtract and LabeledExpand of RFC 9180, to the secret for the answer (RFC 9458 section 4.4). */
export async function exportedSecret(enc, gateway) {
  const kem = Buffer.from("KEM\x00\x10", "latin1");
  const suite = Buffer.from("HPKE\x00\x10\x00\x01\x00\x02", "latin1");
  const header = Buffer.from([1, 0, 16, 0, 1, 0, 2]);
  const hmac = (key, ...data) => createHmac("sha256", key).update(Buffer.concat(data.map(Buffer.from))).digest();
  const extract = (salt, id, label, input) => hmac(salt, Buffer.from("HPKE-v1"), id, Buffer.from(label), input);
  const expand = (key, id, label, info) =>
    hmac(key, Buffer.from([0, 32]), Buffer.from("HPKE-v1"), id, Buffer.from(label), info, Buffer.from([1]));
  const [none, empty] = [Buffer.alloc(32), Buffer.alloc(0)];
  const prk = extract(none, kem, "eae_prk", await agree(gateway, enc));
  const shared = expand(prk, kem, "shared_secret", Buffer.concat([enc, gateway.publicKey]));
  const info = Buffer.concat([Buffer.from("message/bhttp request\0"), header]);
  const context = Buffer.concat([Buffer.from([0]), extract(none, suite, "psk_id_hash", empty),
    extract(none, suite, "info_hash", info)]);
  const secret = extract(shared, suite, "secret", empty);
  const exporter = expand(secret, suite, "exp", context);
  return expand(exporter, suite, "sec", Buffer.from("message/bhttp response"));
}

/** An Encapsulated Response to a request. */
export async function respond(request, gateway, response, nonce = randomBytes(32)) {
  const enc = request.subarray(7, 72);
  const secret = await exportedSecret(enc, gateway);
  const salt = Buffer.concat([enc, nonce]);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(hkdfSync("sha256", secret, salt, "key", 32)),
    Buffer.from(hkdfSync("sha256", secret, salt, "nonce", 12)));
  const sealed = Buffer.concat([cipher.update(response), cipher.final(), cipher.getAuthTag()]);
  return new Uint8Array(Buffer.concat([nonce, sealed]));
}

/** The request inside; null for another key. */
export const opened = (request, gateway) => open(request.subarray(7, 72), request.subarray(72), gateway,
  concat(text("message/bhttp request\0"), request.subarray(0, 7)), new Uint8Array(0));

const OCTETS = concat([0x26, 0x0c], text("content-type"), [0x18], text("application/octet-stream"));
const PROBLEM = concat([0x26, 0x0c], text("content-type"), [0x18], text("application/problem+json"));

/** Bytes filled up to the 1,024 of every answer. */
export const padded = (...bytes) => concat(...bytes, new Uint8Array(1_024 - concat(...bytes).length));

/** The answer inside that has a receipt. */
export const receiptAnswer = (receipt) => padded([1, 0x40, 0xc8], OCTETS, [0x40, 0x40], receipt, [0]);

/** The answer inside that says 422. */
export function problemAnswer(code) {
  const body = text(JSON.stringify({ code }));
  return padded([1, 0x41, 0xa6], PROBLEM, [body.length], body, [0]);
}
