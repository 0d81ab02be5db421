import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

/* What a reader may expect of the templates: nothing is written three times, no partial is forgotten. */

const folder = new URL("../../../Sources/WebAssets/templates/", import.meta.url);
const names = readdirSync(folder).map((name) => name.replace(".mustache", ""));
const sources = new Map(names.map((name) => [name, readFileSync(new URL(`${name}.mustache`, folder), "utf8")]));
const all = [...sources.values()].join("\n");

const PIECES = {
  button: /<button\b[^>]*>[^]*?<\/button>/g,
  "link that looks like one": /<a class="button[^>]*>[^]*?<\/a>/g,
  "field of a form": /<(label|div) class="field"[^>]*>[^]*?<\/\1>/g,
  "hidden field": /<input type="hidden"[^>]*>/g,
  "row of crumbs": /<p class="crumbs">[^]*?<\/p>/g,
};

for (const [what, pattern] of Object.entries(PIECES)) {
  test(`no ${what} is written three times`, () => {
    const found = all.match(pattern).map((piece) => piece.replace(/\s+/g, ""));
    const times = (piece) => found.filter((other) => other === piece).length;
    assert.deepEqual([...new Set(found)].filter((piece) => times(piece) > 2), []);
  });
}

test("every partial is there, and each template is a page's or another's", () => {
  const pages = readdirSync(new URL("../../../Sources/Service/Pages/", import.meta.url), { recursive: true })
    .filter((name) => name.endsWith(".swift"))
    .map((name) => readFileSync(new URL(`../../../Sources/Service/Pages/${name}`, import.meta.url), "utf8")).join("\n");
  const used = new Set([...all.matchAll(/\{\{[<>] ?([\w-]+)\}\}/g)].map(([, name]) => name));
  assert.deepEqual([...used].filter((name) => !sources.has(name)), []);
  assert.deepEqual(names.filter((name) => !used.has(name) && !pages.includes(`"${name}"`)), []);
});

test("what takes no room only when it is empty holds no white space", () => {
  const styles = new URL("../../../Sources/WebAssets/styles/", import.meta.url);
  const rules = readdirSync(styles).map((name) => readFileSync(new URL(name, styles), "utf8")).join("\n");
  const classes = [...rules.matchAll(/\.([\w-]+):empty/g)].map(([, name]) => name);
  assert.ok(classes.includes("person-said"));
  for (const name of classes) assert.doesNotMatch(all, new RegExp(`class="${name}"[^>]*>\\s`), name);
});

/* Where a partial fills a place of its own that has the same name outside, the outer one is shown: names differ. */
test("no partial names a place that whoever stands around it fills", () => {
  const filled = (source) => new Set([...source.matchAll(/\{\{\$(\w+)\}\}/g)].map(([, name]) => name));
  const clashes = [];
  for (const [name, source] of sources) {
    for (const [outer, inner] of nestedParents(source)) {
      const [around, within] = [outer, inner].map((parent) => filled(sources.get(parent)));
      for (const place of within) if (around.has(place)) clashes.push(`${name}: ${outer} > ${inner}: ${place}`);
    }
  }
  assert.deepEqual(clashes, []);
});

/** Pairs of parents (`{{<name}}`), one in the other. */
function nestedParents(source) {
  const [open, pairs] = [[], []];
  for (const [, sign, name] of source.matchAll(/\{\{([</])([\w-]+)\}\}/g)) {
    if (sign === "/") {
      if (open.at(-1) === name) open.pop();
    } else {
      for (const outer of open) pairs.push([outer, name]);
      open.push(name);
    }
  }
  return pairs;
}
