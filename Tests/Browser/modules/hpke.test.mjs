import { hex } from "./support.mjs";
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, seal, sealExporting } from "../../../Sources/WebAssets/ballot/hpke.js";
import { generateKeyPair, keyPairOf } from "../../../Sources/WebAssets/ballot/keys.js";

const AES_128_GCM = { id: 0x0001, keyLength: 16 };

/** Exporter context and exported value, 32 bytes. */
const EXPORTS = [
  ["", "5e9bc3d236e1911d95e65b576a8a86d478fb827e8bdfe77b741b289890490d4d"],
  ["00", "6cff87658931bda83dc857e6353efe4987a201b849658d9b047aab4cf216e796"],
  ["54657374436f6e74657874", "d8f1ea7942adbba7412c6d431c62d01371ea476b823eb697e1f6e6cae1dab85a"],
];

test("RFC 9180 appendix A.3.1, first encryption", async () => {
  const ephemeral = keyPairOf(hex("4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb"));
  const recipient = keyPairOf(hex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2"));
  const info = hex("4f6465206f6e2061204772656369616e2055726e");
  const plain = hex("4265617574792069732074727574682c20747275746820626561757479");
  const aad = hex("436f756e742d30");
  const { enc, ciphertext } = await seal(plain, recipient.publicKey, info, aad, ephemeral, AES_128_GCM);
  assert.deepEqual(
    enc,
    hex(
      "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9" +
        "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
    ),
  );
  assert.deepEqual(
    ciphertext,
    hex("5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434"),
  );
  assert.deepEqual(await open(enc, ciphertext, recipient, info, aad, AES_128_GCM), plain);
  // Section A.3.1.2, exported values.
  for (const [context, value] of EXPORTS) {
    const to = recipient.publicKey;
    const sealed = await sealExporting(hex(context), plain, to, info, aad, ephemeral, AES_128_GCM);
    assert.deepEqual(sealed, { enc, ciphertext, exported: hex(value) });
  }
});

test("what is sealed opens, for its context only", async () => {
  const [recipient, other] = [await generateKeyPair(), await generateKeyPair()];
  const [info, aad, plain] = [hex("01"), hex("02"), hex("00")];
  const { enc, ciphertext } = await seal(plain, recipient.publicKey, info, aad);
  assert.equal(ciphertext.length, 17);
  assert.deepEqual(await open(enc, ciphertext, recipient, info, aad), plain);
  assert.equal(await open(enc, ciphertext, other, info, aad), null);
  assert.equal(await open(other.publicKey, ciphertext, recipient, info, aad), null);
  assert.equal(await open(enc, ciphertext, recipient, hex("03"), aad), null);
  assert.equal(await open(enc, ciphertext, recipient, info, hex("03")), null);
  for (let index = 0; index < 17; index++) {
    const changed = Uint8Array.from(ciphertext, (byte, at) => (at === index ? byte ^ 1 : byte));
    assert.equal(await open(enc, changed, recipient, info, aad), null);
  }
  assert.equal(await open(enc, ciphertext.subarray(0, 5), recipient, info, aad), null);
  const again = await seal(plain, recipient.publicKey, info, aad);
  assert.notDeepEqual(again.enc, enc);
});
