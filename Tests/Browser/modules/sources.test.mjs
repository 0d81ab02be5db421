import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

/* What a strict Content-Security-Policy and a patient reader ask of the sources. */

const folder = new URL("../../../Sources/WebAssets/ballot/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
const sources = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
const readme = readFileSync(new URL("README.md", folder), "utf8");
const IMPORT = /^(?:import|export) [^;]*?from "([^"]+)";$/gm;
const importsOf = (source) => [...source.matchAll(IMPORT)].map(([, path]) => path);

for (const [name, source] of sources) {
  test(name, () => {
    for (const path of importsOf(source)) assert.ok(path.startsWith("./") && sources.has(path.slice(2)), path);
    const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    assert.doesNotMatch(code, /\beval\b|\bFunction\(|\bimport\(|innerHTML|document\.|https?:/);
    assert.doesNotMatch(code, /localStorage|sessionStorage|Math\.random|console\./);
    assert.ok(source.split("\n").length <= 270, `${source.split("\n").length} lines`);
    assert.ok(readme.includes(`\`${name}\``), "named in README.md");
  });
}

test("every exported name is imported somewhere, or is for pages", () => {
  const here = new URL(".", import.meta.url);
  const tests = readdirSync(here).map((name) => readFileSync(new URL(name, here), "utf8"));
  const unused = [];
  for (const [name, source] of sources) {
    for (const [, exported] of source.matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)) {
      const word = new RegExp(`\\b${exported}\\b`);
      const others = [...sources].filter(([other]) => other !== name).map(([, other]) => other);
      if (![...others, ...tests].some((other) => word.test(other))) unused.push(`${name}: ${exported}`);
    }
  }
  assert.deepEqual(unused, []);
});

test("no module imports itself by a circle", () => {
  const visit = (name, path) => {
    assert.ok(!path.includes(name), [...path, name].join(" → "));
    for (const next of importsOf(sources.get(name))) visit(next.slice(2), [...path, name]);
  };
  for (const name of names) visit(name, []);
});

/** A module with all that it imports, by name. */
function reachedFrom(name, reached = new Set()) {
  if (!reached.has(name)) {
    reached.add(name);
    for (const path of importsOf(sources.get(name))) reachedFrom(path.slice(2), reached);
  }
  return reached;
}

test("no two files have one name: what is built into the program is named after the file alone", () => {
  const all = readdirSync(new URL("../", folder), { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile() && entry.name !== "package.json").map(({ name }) => name);
  assert.deepEqual(files.filter((name, index) => files.indexOf(name) !== index), []);
});

test("what a member's phone loads is small, and holds nothing of the board", () => {
  const members = [...reachedFrom("ballot.js")];
  const later = [...reachedFrom("relayed-ballot.js"), ...reachedFrom("ending.js")];
  assert.deepEqual([...members, ...later].filter((name) => /^(board|key-|sealed|count-|shared)/.test(name)), []);
  const fetchedLater = /^(passage|bundle|cocktail|relay-|ending|opening|box|ed25519)/;
  assert.deepEqual(members.filter((name) => fetchedLater.test(name)), []);
  const size = gzipSync(members.map((name) => sources.get(name)).join("")).length;
  assert.ok(size < 34 * 1024, `${size} bytes compressed`);
});

test("every code is in README.md", () => {
  for (const source of sources.values()) {
    for (const [, code] of source.matchAll(/new BallotError\(\s*"([a-z-]+)"/g)) {
      assert.ok(readme.includes(`\`${code}\``), code);
    }
  }
});
