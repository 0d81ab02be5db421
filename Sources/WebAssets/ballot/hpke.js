import { concat, u16, utf8 } from "./bytes.js";
import { hkdf } from "./hash.js";
import { agree, generateKeyPair } from "./keys.js";

/*
 * HPKE (RFC 9180), base mode, one message a context: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-GCM.
 */

/** The protocol's AEAD (section 7.3). */
const AES_256_GCM = { id: 0x0002, keyLength: 32 };

const EMPTY = new Uint8Array(0);
const BASE_MODE = 0x00;
const KEM_ID = u16(0x0010);
const KDF_ID = u16(0x0001);
const KEM_SUITE = concat(utf8("KEM"), KEM_ID);

/**
 * Seals one message (section 6.1).
 * @param {Uint8Array} plain @param {Uint8Array} recipient a point
 * @param {Uint8Array} info @param {Uint8Array} aad
 * @param {import("./keys.js").KeyPair} [ephemeral] fresh by default; given only to reproduce published vectors.
 * @param {{id: number, keyLength: number}} [aead]
 * @returns {Promise<{enc: Uint8Array, ciphertext: Uint8Array}>} 65 bytes; as long as `plain` and 16 bytes more
 */
export async function seal(plain, recipient, info, aad, ephemeral, aead) {
  const { enc, ciphertext } = await sealing(plain, recipient, info, aad, ephemeral, aead);
  return { enc, ciphertext };
}

/**
 * Seals one message, and draws a secret for the way back from the same context (section 5.3).
 * @param {Uint8Array} exporterContext
 * @returns {Promise<{enc: Uint8Array, ciphertext: Uint8Array, exported: Uint8Array}>} `exported` 32 bytes
 */
export async function sealExporting(exporterContext, plain, recipient, info, aad, ephemeral, aead = AES_256_GCM) {
  const { enc, ciphertext, derive } = await sealing(plain, recipient, info, aad, ephemeral, aead);
  const exporterInfo = expandInfo(suiteOf(aead), "sec", exporterContext, 32);
  // HKDF-Expand to one block is one HMAC.
  return { enc, ciphertext, exported: await hmac(await derive("exp", 32), concat(exporterInfo, [0x01])) };
}

async function sealing(plain, recipient, info, aad, ephemeral, aead = AES_256_GCM) {
  const sender = ephemeral ?? (await generateKeyPair());
  const shared = await sharedSecret(await agree(sender, recipient), sender.publicKey, recipient);
  const derive = await keySchedule(shared, info, aead);
  const { key, nonce } = await messageKey(derive, aead, "encrypt");
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, aad), key, plain));
  return { enc: sender.publicKey, ciphertext, derive };
}

/**
 * Opens one message.
 * @param {Uint8Array} enc a point @param {Uint8Array} ciphertext @param {import("./keys.js").KeyPair} recipient
 * @param {Uint8Array} info @param {Uint8Array} aad @param {{id: number, keyLength: number}} [aead]
 * @returns {Promise<Uint8Array|null>} null if it does not open.
 */
export async function open(enc, ciphertext, recipient, info, aad, aead = AES_256_GCM) {
  const shared = await sharedSecret(await agree(recipient, enc), enc, recipient.publicKey);
  const { key, nonce } = await messageKey(await keySchedule(shared, info, aead), aead, "decrypt");
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, aad), key, ciphertext));
  } catch {
    return null;
  }
}

/** ExtractAndExpand of section 4.1. */
function sharedSecret(agreed, enc, recipient) {
  const info = expandInfo(KEM_SUITE, "shared_secret", concat(enc, recipient), 32);
  return hkdf(extractInput(KEM_SUITE, "eae_prk", agreed), EMPTY, info, 32);
}

/**
 * KeySchedule of section 5.1: derives by name. Each LabeledExtract of the secret is joined with the LabeledExpand that
 * follows.
 */
async function keySchedule(shared, info, aead) {
  const suite = suiteOf(aead);
  const [pskIDHash, infoHash] = await Promise.all([
    extract(extractInput(suite, "psk_id_hash", EMPTY)),
    extract(extractInput(suite, "info_hash", info)),
  ]);
  const context = concat([BASE_MODE], pskIDHash, infoHash);
  const material = extractInput(suite, "secret", EMPTY);
  return (name, length) => hkdf(material, shared, expandInfo(suite, name, context, length), length);
}

async function messageKey(derive, { keyLength }, usage) {
  const [raw, nonce] = await Promise.all([derive("key", keyLength), derive("base_nonce", 12)]);
  return { key: await crypto.subtle.importKey("raw", raw, "AES-GCM", false, [usage]), nonce };
}

/** HKDF-Extract with an empty salt, which HMAC pads to zeros anyway. */
const extract = (input) => hmac(new Uint8Array(32), input);

async function hmac(raw, input) {
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, input));
}

const suiteOf = (aead) => concat(utf8("HPKE"), KEM_ID, KDF_ID, u16(aead.id));

const extractInput = (suite, name, input) => concat(utf8("HPKE-v1"), suite, utf8(name), input);

const expandInfo = (suite, name, info, length) => concat(u16(length), utf8("HPKE-v1"), suite, utf8(name), info);

const gcm = (iv, additionalData) => ({ name: "AES-GCM", iv, additionalData, tagLength: 128 });
