import { b64u, round } from "./support.mjs";
import assert from "node:assert/strict";
import { constants, createPrivateKey, privateDecrypt } from "node:crypto";
import { test } from "node:test";
import { credentialOf } from "../../../Sources/WebAssets/ballot/credential.js";
import { finalizeTokens, makeSlips, prepare } from "../../../Sources/WebAssets/ballot/device.js";
import { readManifest, readRoundID } from "../../../Sources/WebAssets/ballot/manifest.js";

const SLIPS = 96;

/** The worked round with its contests again and again: 24 units of four criteria. */
async function largeRound() {
    const manifest = await readManifest(b64u(round.manifest), readRoundID(round.roundID));
    const contest = (_, index) => ({ ...manifest.contests[index % 8], index });
    return { ...manifest, contests: Array.from({ length: SLIPS }, contest) };
}

async function timed(work) {
    const start = performance.now();
    const result = await work();
    return [result, performance.now() - start];
}

test(`${SLIPS} slips are prepared in under 1.5 seconds`, async (context) => {
    const manifest = await largeRound();
    const keys = round.contests.map(({ tokenPrivateKeyPKCS8 }) =>
        createPrivateKey({ key: Buffer.from(b64u(tokenPrivateKeyPKCS8)), format: "der", type: "pkcs8" }));
    const credential = await credentialOf(round.voters[0].accessCode);

    const [pending, blinding] = await timed(() => prepare(credential, manifest));
    const responses = pending.ballots.map(({ request }, index) => {
        const key = keys[index % 8];
        return new Uint8Array(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, request.subarray(3)));
    });
    const [ballots, finalizing] = await timed(() => finalizeTokens(pending, responses, manifest));
    const marks = new Array(SLIPS).fill(1);
    const [slips, sealing] = await timed(() => makeSlips({ ...pending, ballots }, marks, manifest));

    assert.equal(slips.length, SLIPS);
    const [one, two, three] = [blinding, finalizing, sealing].map(Math.round);
    context.diagnostic(`${SLIPS} requests ${one} ms, tokens ${two} ms, slips made and checked ${three} ms`);
    assert.ok(blinding + finalizing + sealing < 1_500, `${one + two + three} ms`);
});
