/* What members type from their cards, as they type it, and how a card's code comes here otherwise. */

import { fragment } from "./card-address.js";

/** How many characters an access code has. */
export const CODE_LENGTH = 26;

const GROUP = 5;
const LOOKALIKES = { O: "0", I: "1", L: "1" };

/**
 * Reads what was typed so far.
 * @param {string} text
 * @returns {{code: string, wrong: string[]}} the characters of the code, and those that no code has
 */
export function readTyped(text) {
  const wrong = new Set();
  let code = "";
  for (const character of text.normalize("NFC").toUpperCase()) {
    const letter = LOOKALIKES[character] ?? character;
    if (/[0-9A-HJKMNP-TV-Z]/.test(letter)) code += letter;
    else if (!/[\s\-–—_.,;:/]/.test(letter)) wrong.add(letter);
  }
  return { code, wrong: [...wrong] };
}

/** In groups, as on the card. @param {string} code */
export const inGroups = (code) => (code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join(" ");

/**
 * The access code in what a card's QR code holds: an address with the code behind "#", or the code alone.
 * @param {string} text @returns {string|null}
 */
export function codeFrom(text) {
  const { code, wrong } = readTyped(text.slice(text.indexOf("#") + 1));
  return wrong.length === 0 && code.length === CODE_LENGTH ? code : null;
}

const HANDED_ON = "card-code";

/**
 * Hands a code to the page that is opened next in this tab. Not in its address, which the browser's history would keep.
 * @param {string} code
 */
export const handOn = (code) => sessionStorage.setItem(HANDED_ON, code);

/** The code that a card's link brought, or the page before. @returns {string|null} */
export function takeCode() {
  const handedOn = sessionStorage.getItem(HANDED_ON);
  sessionStorage.removeItem(HANDED_ON);
  return codeOf(fragment) ?? handedOn;
}

/** @param {string} text of an address, behind "#" @returns {string|null} */
export function codeOf(text) {
  try {
    return codeFrom(decodeURIComponent(text));
  } catch {
    return null;
  }
}

/**
 * Groups the text of a field while it is typed, and keeps the cursor where it was. @param {HTMLTextAreaElement} field
 */
export function groupField(field) {
  const { code, wrong } = readTyped(field.value);
  if (wrong.length > 0) return;
  const before = readTyped(field.value.slice(0, field.selectionStart)).code.length;
  const text = inGroups(code);
  if (text === field.value) return;
  field.value = text;
  const cursor = inGroups(code.slice(0, before)).length;
  field.setSelectionRange(cursor, cursor);
}
