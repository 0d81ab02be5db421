/* What `chromium.test.mjs` runs inside the browser: the modules as a page would load them, nothing of Node. */

import { decodeBase64URL as b64u, encodeBase64URL } from "/ballot/base64url.js";
import { readSlipResponse, slipRequest } from "/ballot/binary-http.js";
import { blind, finalize } from "/ballot/blind-rsa.js";
import { concat, toInteger, u32 } from "/ballot/bytes.js";
import { extensionOf, openCeremony, signCommitment } from "/ballot/board-ceremony.js";
import { certify, combineShares, firstMessage, transcriptOf } from "/ballot/cocktail.js";
import { credentialOf } from "/ballot/credential.js";
import { BallotError } from "/ballot/error.js";
import { sha256 } from "/ballot/hash.js";
import { interpolated } from "/ballot/interpolation.js";
import { generateKeyPair, keyPairOf } from "/ballot/keys.js";
import { readManifest, readRoundID } from "/ballot/manifest.js";
import { encapsulate, openAnswer, readGatewayKey } from "/ballot/ohttp.js";
import { encodePoint, readScalar } from "/ballot/p256.js";
import { isReceipt } from "/ballot/receipt.js";
import { roundCode } from "/ballot/round-code.js";
import { checkSlip, makeSlip, openSlip, trackingCode } from "/ballot/slip.js";
import { IndexedDBStore } from "/ballot/store.js";
import { tokenInput, tokenNonce } from "/ballot/token.js";
import { requireTranscript } from "/ballot/transcript.js";

const same = (one, other, name) => {
  if (String(one) !== String(other)) throw new Error(`${name}: ${one} is not ${other}`);
};

/** Every slip of the worked round, made again. */
async function vectors(round) {
  const roundID = readRoundID(round.roundID);
  same(await roundCode(roundID, 1), round.roundCode, "round code");
  const manifest = await readManifest(b64u(round.manifest), roundID);
  for (const voter of round.voters) {
    same((await credentialOf(voter.accessCode, 1)).scalar, b64u(voter.credentialKey), "credential");
    for (const slip of voter.slips.filter(({ choice }) => choice !== null)) await slipVector(slip, manifest, round);
  }
  for (const { why, reason, slip } of round.slipRejects) {
    const error = await checkSlip(b64u(slip), manifest).catch((refusal) => refusal);
    same(error?.reason, reason, why);
  }
}

async function slipVector(given, manifest, round) {
  const contest = manifest.contests[given.contest];
  const oneTimeKey = keyPairOf(b64u(given.oneTimeKey));
  const { id, modulus } = contest.tokenKey;
  const input = tokenInput(await tokenNonce(oneTimeKey.publicKey, 1), contest.challengeDigest, id);
  const { blinded, unblinder } = await blind(input, modulus, b64u(given.salt), toInteger(b64u(given.blind)));
  same(blinded, b64u(given.blindedMessage), "blinded message");
  const authenticator = await finalize(input, b64u(given.blindSignature), unblinder, modulus);
  same(authenticator, b64u(given.authenticator), "authenticator");
  const ephemeral = keyPairOf(b64u(given.ephemeralKey));
  const made = await makeSlip(given.choice, contest, manifest, oneTimeKey, authenticator, ephemeral);
  const slip = b64u(given.slip);
  same(made.subarray(0, 409), slip.subarray(0, 409), "slip");
  await checkSlip(made, manifest);
  same(await trackingCode(slip), given.trackingCode, "tracking code");
  same(await isReceipt(b64u(given.receipt), slip, manifest), true, "receipt");
  same(await openSlip(slip, keyPairOf(b64u(round.boardPrivateKey)), manifest), given.choice, "choice");
}

const hex = (text) => Uint8Array.from(text.match(/../g), (byte) => parseInt(byte, 16));

/** Every capsule of the worked parts, made again and its answer opened. */
async function oblivious(parts) {
  const gateway = readGatewayKey(hex(parts.keyConfiguration));
  const path = `/api/v1/rounds/${encodeBase64URL(hex(parts.roundID))}/slips`;
  for (const given of parts.messages) {
    const request = slipRequest(parts.issuer, path, hex(given.slip));
    const { encapsulated, answer } = await encapsulate(request, gateway, keyPairOf(hex(given.ephemeralScalar)));
    same(encapsulated, hex(given.encapsulatedRequest), "capsule");
    const response = readSlipResponse(await openAnswer(hex(given.encapsulatedResponse), answer));
    same(response.receipt, hex(given.receipt), "receipt through the relay");
  }
}

/** A board of three makes a key; two of them open. */
async function ceremony() {
  const random = () => crypto.getRandomValues(new Uint8Array(32));
  const devices = await Promise.all([0, 1, 2].map(async () =>
    ({ key: await generateKeyPair(), dkg: await generateKeyPair(), random: random() })));
  const members = devices.map(({ key, dkg, random }) => ({ key: key.publicKey, dkgKey: dkg.publicKey, random }));
  const session = await openCeremony(2, members);
  const each = (work) => Promise.all(devices.map((device, member) => work(readScalar(device.dkg.scalar), member)));
  const messages = await each((secret) => firstMessage(session, secret));
  const signed = await each((_, member) => signCommitment(session, member, devices[member].key, messages[member]));
  const outcomes = await each((secret, member) => combineShares(session, member, secret, messages));
  const extension = await extensionOf(signed.map(({ commitment }) => commitment));
  const transcript = transcriptOf(session, messages, extension);
  const certificate = await each((secret) => certify(secret, transcript));
  const publicKey = encodePoint(outcomes[0].groupKey);
  const board = { threshold: 2, members, publicKey, transcript: await sha256(transcript) };
  await requireTranscript(concat(u32(transcript.length), transcript, ...certificate), board);
  const shares = [0, 2].map((member) => ({ member, share: outcomes[member].share }));
  same(keyPairOf(interpolated(shares)).publicKey, publicKey, "the board's key");
}

/** The browser's own database keeps what the store promises. */
async function storage() {
  const [one, two] = await Promise.all([IndexedDBStore.open("test"), IndexedDBStore.open("test")]);
  const key = await generateKeyPair();
  same(await Promise.all([one.add("device/a", { key, n: 0 }), two.add("device/a", { n: 9 })]), "true,false", "add");
  same((await two.get("device/a")).key.scalar, key.scalar, "get");
  const more = (record) => ({ ...record, n: record.n + 1 });
  await Promise.all(Array.from({ length: 40 }, (_, turn) => (turn % 2 ? one : two).update("device/a", more)));
  same((await one.get("device/a")).n, 40, "updates");
  const failing = () => { throw new BallotError("wrong-moment", "late"); };
  same((await one.update("device/a", failing).catch((error) => error)).code, "wrong-moment", "failing update");
  same((await two.get("device/a")).n, 40, "after the failing update");
  await one.add("device/b", 1);
  await one.add("devices", 1);
  same(await two.names("device/"), "device/a,device/b", "names");
  await two.remove("device/a");
  same(await one.get("device/a"), undefined, "removed");
}

async function run() {
  await vectors(await (await fetch("/round.json")).json());
  await oblivious(await (await fetch("/parts.json")).json());
  await ceremony();
  await storage();
  return {};
}

const report = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
run().then(report, (error) => report({ error: String(error.stack ?? error) }));
