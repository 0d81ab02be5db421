import { generator, hex, text } from "./support.mjs";
import assert from "node:assert/strict";
import { ECDH, createECDH, generateKeyPairSync, sign as nodeSign } from "node:crypto";
import { test } from "node:test";
import { fromInteger, toInteger } from "../../../Sources/WebAssets/ballot/bytes.js";
import { isSignedEd25519 } from "../../../Sources/WebAssets/ballot/ed25519.js";
import {
  agree, generateKeyPair, hasLowS, isSigned, keyPairOf, sign,
} from "../../../Sources/WebAssets/ballot/keys.js";
import { inverse, power } from "../../../Sources/WebAssets/ballot/modular.js";
import {
  GENERATOR, NEUTRAL, ORDER, add, compress, compressed, encodePoint, encodeScalar, inverseScalar, isPoint, isSame,
  isScalar, multiply, publicPoint, randomScalar, readCompressed, readPoint, readScalar, sum, times,
} from "../../../Sources/WebAssets/ballot/p256.js";

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const scalar = (value) => fromInteger(value, 32);

/** OpenSSL's word on it. */
function opensslPoint(bytes) {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from(bytes));
  return new Uint8Array(ecdh.getPublicKey());
}

test("powers and inverses", () => {
  const random = generator(5);
  const n = toInteger(random.bytes(64)) | 1n;
  for (let run = 0; run < 200; run++) {
    const value = toInteger(random.bytes(64)) % n;
    const found = inverse(value, n);
    if (found !== null) assert.equal((found * value) % n, 1n % n);
  }
  assert.equal(inverse(6n, 9n), null);
  assert.equal(inverse(0n, 9n), null);
  assert.equal(inverse(10n, 9n), 1n);
  assert.equal(power(3n, 0n, 7n), 1n);
  assert.equal(power(3n, 6n, 7n), 1n);
  assert.equal(power(-1n, 3n, 7n), 6n);
});

test("points of scalars are OpenSSL's", () => {
  const random = generator(6);
  const half = (ORDER - 1n) / 2n;
  const edges = [1n, 2n, 3n, 4n, 5n, ORDER - 1n, ORDER - 2n, half, half + 1n, 2n ** 255n, 2n ** 128n - 1n];
  const scalars = [...edges.map(scalar), ...Array.from({ length: 60 }, () => random.bytes(32)).filter(isScalar)];
  for (const bytes of scalars) {
    const point = publicPoint(bytes);
    assert.deepEqual(point, opensslPoint(bytes));
    assert.ok(isPoint(point));
  }
});

test("scalars out of range", () => {
  const lengths = [new Uint8Array(31).fill(1), new Uint8Array(33).fill(1)];
  for (const bytes of [scalar(0n), scalar(ORDER), scalar(2n ** 256n - 1n), ...lengths]) {
    assert.ok(!isScalar(bytes));
    assert.throws(() => publicPoint(bytes), RangeError);
  }
});

/** What OpenSSL agrees on: the x of scalar·point. */
function opensslAgreement(value, point) {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from(encodeScalar(value)));
  return new Uint8Array(ecdh.computeSecret(Buffer.from(point)));
}

const negative = ({ x, y, z }) => ({ x, y: -y, z });
const ofG = (value) => multiply(value, GENERATOR);

test("multiples of any point are OpenSSL's", () => {
  const edges = [1n, 2n, 3n, 2n ** 128n, 2n ** 224n - 1n, 2n ** 255n, (ORDER - 1n) / 2n, ORDER - 2n, ORDER - 1n];
  for (const value of [...edges, ...Array.from({ length: 40 }, randomScalar)]) {
    const point = encodePoint(ofG(randomScalar()));
    const product = multiply(value, readPoint(point));
    assert.deepEqual(encodePoint(product).subarray(1, 33), opensslAgreement(value, point), `${value}·${point}`);
    const word = ECDH.convertKey(Buffer.from(encodePoint(product)), "prime256v1", undefined, undefined, "compressed");
    assert.deepEqual(compress(product), new Uint8Array(word));
    assert.deepEqual(compressed(encodePoint(product)), new Uint8Array(word));
  }
});

test("sums: doubling, opposites, the neutral element, and all that a group is", () => {
  for (let run = 0; run < 30; run++) {
    const [a, b] = [randomScalar(), randomScalar()];
    const [p, q] = [ofG(a), ofG(b)];
    assert.ok(isSame(add(p, q), ofG((a + b) % ORDER)), `${a} + ${b}`);
    assert.ok(isSame(add(p, q), add(q, p)));
    assert.ok(isSame(add(p, p), ofG((2n * a) % ORDER)), `2·${a}`);
    assert.ok(isSame(add(p, negative(p)), NEUTRAL), `${a} − ${a}`);
    assert.ok(isSame(add(p, NEUTRAL), p) && isSame(add(NEUTRAL, p), p));
    assert.ok(!isSame(p, q) && !isSame(p, negative(p)) && !isSame(p, NEUTRAL) && !isSame(NEUTRAL, p));
    assert.ok(isSame(sum([p, q, negative(p)]), q));
    assert.deepEqual(encodePoint(multiply(b, p)), encodePoint(ofG((a * b) % ORDER)));
  }
  assert.ok(isSame(add(NEUTRAL, NEUTRAL), NEUTRAL) && isSame(sum([]), NEUTRAL));
});

test("scalars at the ends: 0, n − 1, and the neutral element multiplied", () => {
  const p = ofG(12345n);
  assert.ok(isSame(multiply(0n, p), NEUTRAL));
  assert.ok(isSame(multiply(1n, p), p));
  assert.ok(isSame(multiply(ORDER - 1n, p), negative(p)));
  assert.ok(isSame(multiply(7n, NEUTRAL), NEUTRAL));
  // Around the scalar from which on one multiple of the order too few would do.
  for (const value of [2n ** 256n - ORDER - 1n, 2n ** 256n - ORDER, 2n ** 256n - ORDER + 1n]) {
    assert.deepEqual(encodePoint(ofG(value)), opensslPoint(scalar(value)));
  }
  for (const count of [0, 1, 2, 3, 9, 14, 255]) {
    assert.ok(isSame(times(count, p), multiply(BigInt(count), p)), `${count}`);
  }
});

test("a multiple is written the same whatever its random z", () => {
  assert.notEqual(ofG(99n).z, ofG(99n).z);
  assert.deepEqual(encodePoint(ofG(99n)), encodePoint(ofG(99n)));
});

test("compressed points, both ways, and what is none", () => {
  for (let run = 0; run < 40; run++) {
    const point = ofG(randomScalar());
    const bytes = compress(point);
    assert.ok(isSame(readCompressed(bytes), point));
    const other = Uint8Array.of(bytes[0] ^ 1, ...bytes.subarray(1));
    assert.ok(isSame(readCompressed(other), negative(point)));
  }
  const bytes = compress(ofG(7n));
  for (const first of [0, 1, 4, 5, 6, 7]) {
    assert.equal(readCompressed(Uint8Array.of(first, ...bytes.subarray(1))), null);
  }
  for (const wrong of [bytes.subarray(1), bytes.subarray(0, 32), Uint8Array.of(...bytes, 0), publicPoint(scalar(7n))]) {
    assert.equal(readCompressed(wrong), null);
  }
  // Half of all x are on no point; the neutral element has a form of its own, and is not read.
  const random = generator(8);
  const candidates = Array.from({ length: 60 }, () => Uint8Array.of(2, ...random.bytes(32)));
  const found = candidates.filter((candidate) => readCompressed(candidate) !== null);
  assert.ok(found.length > 10 && found.length < 50);
  assert.deepEqual(compress(NEUTRAL), new Uint8Array(33));
  assert.equal(readCompressed(new Uint8Array(33)), null);
  // The same point with an x not reduced.
  const small = smallPoint();
  assert.notEqual(readCompressed(Uint8Array.of(2, ...small(0n).subarray(1, 33))), null);
  assert.equal(readCompressed(Uint8Array.of(2, ...small(P).subarray(1, 33))), null);
});

test("scalars: bytes, inverses, randomness", () => {
  assert.equal(readScalar(scalar(0n)), 0n);
  assert.equal(readScalar(scalar(ORDER - 1n)), ORDER - 1n);
  for (const bytes of [scalar(ORDER), scalar(2n ** 256n - 1n), new Uint8Array(31), new Uint8Array(33)]) {
    assert.equal(readScalar(bytes), null);
  }
  assert.deepEqual(encodeScalar(ORDER + 5n), scalar(5n));
  assert.deepEqual(encodeScalar(-1n), scalar(ORDER - 1n));
  for (const value of [1n, 2n, ORDER - 1n, -3n, ...Array.from({ length: 20 }, randomScalar)]) {
    assert.deepEqual(encodeScalar(inverseScalar(value) * value), scalar(1n), `${value}`);
  }
  const drawn = Array.from({ length: 200 }, randomScalar);
  assert.ok(drawn.every((value) => value > 0n && value < ORDER) && new Set(drawn).size === 200);
});

test("what is no point", () => {
  const point = publicPoint(scalar(7n));
  const changed = (index, value) => Uint8Array.from(point, (byte, at) => (at === index ? value : byte));
  assert.ok(!isPoint(point.subarray(0, 64)));
  assert.ok(!isPoint(Uint8Array.from([...point, 0])));
  for (const first of [0, 2, 3, 5, 6, 7]) assert.ok(!isPoint(changed(0, first)));
  assert.ok(!isPoint(changed(64, point[64] ^ 1)));
  assert.ok(!isPoint(Uint8Array.of(4, ...new Uint8Array(64))));
  // The same point with a coordinate not reduced: x = 5 is on the curve, and 5 + p still fits.
  const small = smallPoint();
  assert.ok(isPoint(small(0n)));
  assert.ok(!isPoint(small(P)));
});

/** A point whose x is so small that x + p has 32 bytes too. */
function smallPoint() {
  const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;
  for (let x = 0n; ; x++) {
    const square = (((x * x - 3n) * x + b) % P + P) % P;
    const y = power(square, (P + 1n) / 4n, P);
    if ((y * y) % P === square) return (more) => Uint8Array.of(4, ...scalar(x + more), ...scalar(y));
  }
}

test("signatures have a low s and hold", async () => {
  const key = await generateKeyPair();
  assert.deepEqual(key.publicKey, publicPoint(key.scalar));
  for (let run = 0; run < 40; run++) {
    const message = text(`message ${run}`);
    const signature = await sign(key, message);
    assert.ok(hasLowS(signature));
    assert.ok(await isSigned(key.publicKey, signature, message));
    assert.ok(!(await isSigned(key.publicKey, signature, text("another"))));
    // The other s signs as well: only slips ask for the lower half.
    const s = scalar(ORDER - toInteger(signature.subarray(32)));
    const high = Uint8Array.from([...signature.subarray(0, 32), ...s]);
    assert.ok(!hasLowS(high));
    assert.ok(await isSigned(key.publicKey, high, message));
  }
});

test("signatures that cannot be", async () => {
  const key = keyPairOf(scalar(9n));
  const signature = await sign(key, text("m"));
  const lengths = [signature.subarray(1), Uint8Array.of(...signature, 0), new Uint8Array(0)];
  for (const bad of [new Uint8Array(64), new Uint8Array(64).fill(0xff), ...lengths]) {
    assert.equal(await isSigned(key.publicKey, bad, text("m")), false);
  }
  assert.equal(await isSigned(key.publicKey.subarray(1), signature, text("m")), false);
  assert.equal(await isSigned(new Uint8Array(65).fill(4), signature, text("m")), false);
});

test("agreement is symmetric", async () => {
  const [one, two] = [await generateKeyPair(), keyPairOf(scalar(12345n))];
  assert.deepEqual(await agree(one, two.publicKey), await agree(two, one.publicKey));
});

test("Ed25519: RFC 8032 section 7.1", async () => {
  const cases = [
    ["d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155" +
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"],
    ["3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"],
    ["fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac" +
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"],
  ];
  for (const [key, message, signature] of cases) {
    assert.ok(await isSignedEd25519(hex(key), hex(signature), hex(message)));
  }
});

test("Ed25519 agrees with OpenSSL, and refuses what is changed", async () => {
  for (let run = 0; run < 8; run++) {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const key = new Uint8Array(publicKey.export({ format: "der", type: "spki" }).subarray(-32));
    const message = text("message".repeat(run));
    const signature = new Uint8Array(nodeSign(null, message, privateKey));
    assert.ok(await isSignedEd25519(key, signature, message));
    for (const index of [0, 31, 32, 63]) {
      const changed = Uint8Array.from(signature, (byte, at) => (at === index ? byte ^ 1 : byte));
      assert.ok(!(await isSignedEd25519(key, changed, message)));
    }
    assert.ok(!(await isSignedEd25519(key, signature, text("other"))));
    // s + L has the same meaning and is a second spelling.
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = toInteger(signature.slice(32).reverse()) + order;
    const second = Uint8Array.from([...signature.subarray(0, 32), ...fromInteger(s, 32).reverse()]);
    assert.ok(!(await isSignedEd25519(key, second, message)));
  }
  // Under the neutral point anything is signed; its second spelling, y = p + 1, is no key at all.
  const [base, s] = [Uint8Array.from([0x58, ...new Array(31).fill(0x66)]), fromInteger(1n, 32).reverse()];
  const neutral = Uint8Array.from([...base, ...s]);
  assert.equal(await isSignedEd25519(fromInteger(1n, 32).reverse(), neutral, text("")), true);
  assert.equal(await isSignedEd25519(fromInteger(2n ** 255n - 18n, 32).reverse(), neutral, text("")), false);
  assert.equal(await isSignedEd25519(new Uint8Array(32).fill(0xff), new Uint8Array(64), text("")), false);
  assert.equal(await isSignedEd25519(new Uint8Array(31), new Uint8Array(64), text("")), false);
});
