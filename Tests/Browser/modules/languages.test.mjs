import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

/*
 * Everything is said in two languages, and each of them in its own place: templates ({{#vi}}…{{/vi}}{{#en}}…{{/en}}),
 * scripts (say(vi, en)), the service (BilingualText(vi, en)).
 */

const root = new URL("../../../", import.meta.url);

function sources(folder, pattern) {
  const address = new URL(folder, root);
  return readdirSync(address, { recursive: true }).filter((name) => pattern.test(name))
    .map((name) => [folder + name, readFileSync(new URL(name, address), "utf8")]);
}

/** Words that nearly every English sentence has, and no Vietnamese one. */
const ENGLISH = /\b(the|of|and|is|are|was|with|this|that|these|your|you|which|have|has|been|from|not|it|they)\b/i;

/** Letters that no English word has. */
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯ\u{1ea0}-\u{1ef9}\u{300}-\u{309}]/u;

/** Without names, which keep their language: in quotation marks, marked as Vietnamese, and such as ĐU, 12-QĐ/ĐU. */
const unnamed = (text) => text.replace(/<(\w+)[^>]* lang="vi"[^>]*>[^]*?<\/\1>/g, "").replace(/“[^”]*”/g, "")
  .replace(/(\d+-)?\p{Lu}{2,}(\/\p{Lu}+)?/gu, "");

const faultIn = { vi: (text) => ENGLISH.test(unnamed(text)), en: (text) => VIETNAMESE.test(unnamed(text)) };

const templates = sources("Sources/WebAssets/templates/", /\.mustache$/);

for (const [name, source] of templates) {
  test(`${name} says everything in both languages`, () => {
    const pieces = [...source.matchAll(/\{\{#(vi|en)\}\}([^]*?)\{\{\/\1\}\}/g)];
    for (const [piece, language, text] of pieces) assert.ok(!faultIn[language](text), piece);
    const alone = source.replace(/\{\{#vi\}\}[^]*?\{\{\/vi\}\}\s*\{\{#en\}\}[^]*?\{\{\/en\}\}/g, "");
    assert.doesNotMatch(alone, /\{\{[#^/](vi|en)\}\}/, "each text of one language is followed by the other's");
    assert.deepEqual(wordsBetween(alone), [], "words that stand outside of both");
  });
}

/** What is the same in both languages. */
const NAMES = /^(phieukin|PDF|CSV|SHA-256|OK|JSON|PAdES)$/;

/** Texts and spoken attributes of a template, less what it fills in and what is code or marked as Vietnamese. */
function wordsBetween(source) {
  const said = source.replace(/<code\b[^>]*>[^]*?<\/code>/g, "")
    .replace(/<(\w+)[^>]* (?:lang="(?:vi|en)"|class="code")[^>]*>[^]*?<\/\1>/g, "");
  // What a partial's places are filled with is shown with its words, or is no word at all.
  const filled = unnamed(said).replace(/\{\{\$(\w+)\}\}[^<>]*?\{\{\/\1\}\}/g, " ");
  const plain = filled.replace(/\{\{[^}]*\}\}/g, " ");
  const attributes = [...plain.matchAll(/ (?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text]) => text);
  const texts = plain.replace(/<[^>]*>/g, " ");
  return [texts, ...attributes].join(" ").split(/[^\p{L}\p{M}\d-]+/u)
    .filter((word) => /\p{L}{2}/u.test(word) && !NAMES.test(word));
}

/** What a call has between its brackets, split at its own commas. */
function argumentsAt(source, start) {
  const found = [""];
  let depth = 0;
  for (let index = start; index < source.length; index++) {
    const piece = textAt(source, index);
    if (piece) {
      found[found.length - 1] += piece;
      index += piece.length - 1;
      continue;
    }
    const letter = source[index];
    if (")]}".includes(letter) && depth-- === 0) return found.map((one) => one.trim()).filter(Boolean);
    if ("([{".includes(letter)) depth++;
    if (letter === "," && depth === 0) found.push("");
    else found[found.length - 1] += letter;
  }
  return found;
}

/** The whole text that begins here; a template's places are left in it. */
function textAt(source, index) {
  const [piece] = source.slice(index).match(/^"(?:\\.|[^"\\])*"|^`(?:\\.|\$\{(?:[^{}]|\{[^{}]*\})*\}|[^`\\])*`/) ?? [];
  return piece;
}

/** What a script or the service fills a text's places with, in one pair of brackets within another at most. */
const FILLED = /\$\{(?:[^{}]|\{[^{}]*\})*\}|\\\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g;

/** The texts of one argument, without what is filled in. */
const textsOf = (argument) => [...argument.matchAll(/"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g)]
  .map(([text]) => text.replace(FILLED, "…")).join(" ");

function checkCalls(source, opening) {
  for (const { index, 0: call } of source.matchAll(opening)) {
    const given = argumentsAt(source, index + call.length);
    if (given.length !== 2 || given.every((one) => one === '""') || !given.some((one) => textAt(one, 0))) continue;
    const [vi, en] = given.map(textsOf);
    const place = `${call}${given.join(", ")}`;
    assert.ok(!faultIn.vi(vi), `English where Vietnamese stands: ${place}`);
    assert.ok(!faultIn.en(en), `Vietnamese where English stands: ${place}`);
    assert.ok([vi, en].every((text) => /[\p{L}…]/u.test(text)), `in one language alone: ${place}`);
  }
}

/** The pages' own function, and no other of the name. */
const SAY = /(?<![#.\w])say\(/g;

const scripts = sources("Sources/WebAssets/scripts/", /\.js$/);

for (const [name, source] of scripts) {
  test(`${name} says everything in both languages`, () => {
    const code = source.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, "");
    for (const { index } of code.matchAll(SAY)) {
      const given = argumentsAt(code, index + "say(".length);
      assert.ok(given.length === 2 || /^\.\.\./.test(given[0]), `say(${given.join(", ")})`);
    }
    checkCalls(code, SAY);
  });
}

const swift = sources("Sources/", /\.swift$/).filter(([, source]) => source.includes("BilingualText("));

test("the service says everything in both languages", () => {
  assert.ok(swift.length > 40, `${swift.length} files`);
  for (const [, source] of swift) checkCalls(source.replace(/^\s*\/\/.*$/gm, ""), /\bBilingualText\(/g);
});

/** A text of Swift on one line, with what it is filled with. */
const SWIFT_TEXT = /"(?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\\n])*"/g;

/** Errors describe themselves in English: a Vietnamese text holds none, or says that it is for technicians. */
const mixedIn = (source) => [...source.matchAll(SWIFT_TEXT)].map(([text]) => text)
  .filter((text) => VIETNAMESE.test(text) && /\\\((?:fault|error|problem)\)/.test(text) && !/kỹ thuật/.test(text));

test("no fault's own English stands within a Vietnamese text", () => {
  const all = sources("Sources/", /\.swift$/);
  assert.deepEqual(all.flatMap(([name, source]) => mixedIn(source).map((text) => [name, text])), []);
  for (const [name, source] of scripts) {
    for (const { index } of source.matchAll(SAY)) {
      const [vi] = argumentsAt(source, index + "say(".length);
      assert.doesNotMatch(vi, /\.(message|reason|code)\b/, name);
    }
  }
});

test("what is looked for is found", () => {
  const wrong = String.raw`"Không đúng: \(fault)"`;
  assert.deepEqual(mixedIn(`f(${wrong}, "Wrong: \\(fault)")`), [wrong]);
  assert.deepEqual(mixedIn(String.raw`f("Không đúng (chi tiết kỹ thuật: \(fault))", "Không: \(fault.place)")`), []);
  assert.throws(() => checkCalls('say("Ký", "Ký tên")', SAY), /Vietnamese where English/);
  assert.throws(() => checkCalls('say("Sign the paper", "Sign the paper")', SAY), /English where/);
  assert.throws(() => checkCalls('say(`${a}: đã ký`, ``)', SAY), /in one language/);
  assert.doesNotThrow(() => checkCalls('say(`đã “ký” (${f("x, y")})`, `“ký” is done`)', SAY));
  assert.deepEqual(wordsBetween("<p title=\"Ghi\">{{words}} <b>lại</b> <code>x yz</code></p>"), ["lại", "Ghi"]);
});
