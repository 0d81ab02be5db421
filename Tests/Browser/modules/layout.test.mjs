import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

/* One way to lay out all JavaScript, the ballot's, the pages' and the tests', and all templates and styles. */

const root = new URL("../../../", import.meta.url);
const folders = ["ballot/", "scripts/", "styles/", "templates/"].map((name) => `Sources/WebAssets/${name}`);
const files = [...folders, "Tests/Browser/modules/"].flatMap((folder) => readdirSync(new URL(folder, root),
  { recursive: true }).filter((name) => /\.(m?js|css|mustache)$/.test(name)).map((name) => folder + name));

const WIDTH = 120;

/** A text for people is not broken in its midst: it may be as long as it is, on a line of its own. */
const LONE_TEXT = /^\s*["`].*["`][\])};,]*( : null[\])};,]*)?$/;

for (const file of files) {
  test(file, () => {
    const source = readFileSync(new URL(file, root), "utf8");
    assert.ok(source.endsWith("\n") && !source.endsWith("\n\n"), "ends with one line feed");
    for (const [index, line] of source.split("\n").entries()) {
      const place = `line ${index + 1}: ${line}`;
      assert.doesNotMatch(line, /\t|\s$/, place);
      const mayBeLong = /js$/.test(file) && LONE_TEXT.test(line);
      assert.ok(line.length <= WIDTH || mayBeLong, `longer than ${WIDTH}: ${place}`);
      const indentation = line.match(/^ */)[0].length - (/^ +\*/.test(line) ? 1 : 0);
      assert.ok(indentation % 2 === 0, `indented by two: ${place}`);
    }
  });
}

for (const file of files.filter((name) => /js$/.test(name))) {
  test(`${file}: a line is indented by no more than what is open`, () => {
    const source = readFileSync(new URL(file, root), "utf8");
    const lines = source.split("\n").filter((line) => !/^\s*(\/?\*|\/\/|$)/.test(line));
    const indentation = (line) => line.match(/^ */)[0].length;
    for (const [index, line] of lines.entries()) {
      const before = lines[index - 1] ?? "";
      const isContinued = before.endsWith(",") && opened(before) <= 0;
      assert.ok(indentation(line) <= indentation(before) + (isContinued ? 0 : 2), line);
    }
  });
}

/** How many more brackets a line opens than it closes, apart from those in texts and patterns. */
function opened(line) {
  const code = line.replace(/"(\\.|[^"\\])*"|`[^`]*`|\/(\\.|[^/\\])+\/[a-z]*/g, "");
  return code.replace(/[^([{]/g, "").length - code.replace(/[^)\]}]/g, "").length;
}

test("every file is looked at", () => assert.ok(files.length > 220, `${files.length} files`));
