/* What `chromium.test.mjs` runs inside the browser: the modules as a page would load them, nothing of Node. */

import { decodeBase64URL as b64u } from "/ballot/base64url.js";
import { blind, finalize } from "/ballot/blind-rsa.js";
import { toInteger } from "/ballot/bytes.js";
import { credentialOf } from "/ballot/credential.js";
import { BallotError } from "/ballot/error.js";
import { generateKeyPair, keyPairOf } from "/ballot/keys.js";
import { readManifest, readRoundID } from "/ballot/manifest.js";
import { isReceipt } from "/ballot/receipt.js";
import { roundCode } from "/ballot/round-code.js";
import { checkSlip, makeSlip, openSlip, trackingCode } from "/ballot/slip.js";
import { IndexedDBStore } from "/ballot/store.js";
import { tokenInput, tokenNonce } from "/ballot/token.js";

const same = (one, other, name) => {
  if (String(one) !== String(other)) throw new Error(`${name}: ${one} is not ${other}`);
};

/** Every slip of the worked round, made again. */
async function vectors(round) {
  const roundID = readRoundID(round.roundID);
  same(await roundCode(roundID), round.roundCode, "round code");
  const manifest = await readManifest(b64u(round.manifest), roundID);
  for (const voter of round.voters) {
    same((await credentialOf(voter.accessCode)).scalar, b64u(voter.credentialKey), "credential");
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
  const input = tokenInput(await tokenNonce(oneTimeKey.publicKey), contest.challengeDigest, id);
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
  await storage();
  return {};
}

const report = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
run().then(report, (error) => report({ error: String(error.stack ?? error) }));
