/* Makes access codes in this browser. Only their public keys ever leave it. */

import { credentialOf, encodeBase64URL, generateAccessCode } from "../../ballot/ballot.js";

/**
 * @typedef {{id: string, name: string, position: string}} Person
 * @typedef {Person & {code: string, publicKey: string}} Card the key in base64url, the code in groups of five
 */

/**
 * @param {Person[]} people
 * @param {(done: number) => void} advanced
 * @returns {Promise<Card[]>}
 */
export async function makeCards(people, advanced) {
  const cards = [];
  for (const person of people) {
    const code = generateAccessCode();
    const { publicKey } = await credentialOf(code);
    cards.push({ ...person, code, publicKey: encodeBase64URL(publicKey) });
    advanced(cards.length);
    await painted();
  }
  return cards;
}

/** What the service is told: a line for each member. */
export const keyLines = (cards) => cards.map(({ id, publicKey }) => `${id} ${publicKey}`).join("\n");

/** Lets the page show how far it has come. */
const painted = () => new Promise((resolve) => setTimeout(resolve));
