/*
 * The trial's access codes. In earnest they are printed and kept nowhere; a newcomer has no cards to hand out, so
 * this browser keeps them, for a trial round only.
 */

import { IndexedDBStore, credentialOf, encodeBase64URL, generateAccessCode } from "../../ballot/ballot.js";

/** Of the trial alone: members' own devices keep theirs elsewhere. */
export const trialStore = () => IndexedDBStore.open("phieukin-trial");

const nameOf = (round) => `codes/${round}`;

/** @param {string} round @returns {Promise<Record<string, string>|undefined>} by voter */
export async function keptCodes(round) {
  return (await trialStore()).get(nameOf(round));
}

/**
 * Makes a code for each member, keeps the codes here, and gives the service the keys that follow from them.
 * @param {string} round the service's own name of it
 */
export async function makeCodes(round) {
  const { voters } = await answer(await fetch(`/api/v1/staff/rounds/${round}`));
  const codes = Object.fromEntries(voters.map(({ id }) => [id, generateAccessCode()]));
  // Kept before the keys are sent: keys whose codes are lost would let nobody vote.
  await (await trialStore()).update(nameOf(round), () => codes);
  const lines = await Promise.all(voters.map(async ({ id, name, position }) => {
    const { publicKey } = await credentialOf(codes[id]);
    return [id, name, position ?? "", encodeBase64URL(publicKey)];
  }));
  const table = [["id", "name", "position", "credentialKey"], ...lines];
  const body = table.map((fields) => fields.map(quoted).join(",")).join("\r\n");
  await answer(await fetch(`/api/v1/staff/rounds/${round}/voters`, {
    method: "PUT", headers: { "Content-Type": "text/csv; charset=utf-8" }, body,
  }));
}

async function answer(response) {
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(body.title), { code: body.code });
  return body;
}

const quoted = (field) => `"${field.replaceAll('"', '""')}"`;
