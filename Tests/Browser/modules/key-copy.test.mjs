import assert from "node:assert/strict";
import { test } from "node:test";
import { hex, vector } from "./support.mjs";
import { COPY_LINES, copyCode, copyFile, copyLines, isCopyLine, readCopy, readCopyFile } from
  "../../../Sources/WebAssets/ballot/key-copy.js";

const worked = vector("phieukin-2-copy.json").copies.map(({ signingKey, dkgKey, share, roundID, lines }) =>
  ({ copy: { signing: hex(signingKey), dkg: hex(dkgKey), share: hex(share), roundID: hex(roundID) }, lines }));

test("the worked copies, written and read", async () => {
  assert.equal(worked.length, 3);
  for (const { copy, lines } of worked) {
    assert.deepEqual(await copyLines(copy), lines);
    const nothing = { wrong: [], missing: 0 };
    assert.deepEqual(await readCopy(lines.join("\n")), { copy, ...nothing });
    assert.deepEqual(await readCopy(copyCode(lines)), { copy, ...nothing });
    const careless = lines.join(" ").toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
    assert.deepEqual(await readCopy(careless), { copy, ...nothing });
  }
});

test("a slip of the pen is found in its line, a missing character counted", async () => {
  const [{ lines }] = worked;
  assert.equal(lines.length, COPY_LINES);
  let missed = 0;
  for (const [line, text] of lines.entries()) {
    for (const [at, character] of [...text].entries()) {
      if (character === "-") continue;
      const slip = text.slice(0, at) + (character === "7" ? "1" : "7") + text.slice(at + 1);
      const { copy, wrong } = await readCopy(lines.with(line, slip).join("\n"));
      if (copy !== null) missed += 1;
      else assert.deepEqual(wrong, [line + 1]);
    }
  }
  assert.ok(missed <= 1, `${missed} of ${8 * 28}`);
  assert.deepEqual(await readCopy(lines.with(0, lines[1]).with(1, lines[0]).join("\n")),
    { copy: null, wrong: [1, 2], missing: 0 });
  assert.equal((await readCopy(lines.slice(1).join("\n"))).missing, 28);
  assert.equal((await readCopy(`${lines.join("\n")}0`)).missing, -1);
  for (const bad of ["", "ổ khóa", lines.join("\n").replace(/.$/, "U")]) assert.equal((await readCopy(bad)).copy, null);
});

test("one line shows that the sheet is at hand", () => {
  const [{ lines }, other] = worked;
  assert.ok(isCopyLine(lines, 3, ` ${lines[3].toLowerCase().replaceAll("-", " ")}\n`));
  assert.ok(!isCopyLine(lines, 3, lines[2]));
  assert.ok(!isCopyLine(lines, 3, other.lines[3]));
  assert.ok(!isCopyLine(lines, 3, ""));
  assert.ok(!isCopyLine(lines, 3, "ổ"));
});

test("the file is the command line's", () => {
  const [{ copy }] = worked;
  const text = copyFile({ ...copy, name: "Giàng A Páo", place: 1 });
  assert.deepEqual(Object.keys(JSON.parse(text)),
    ["format", "name", "place", "signingKey", "dkgKey", "share", "frozen"]);
  assert.deepEqual(readCopyFile(text), copy);
  const file = JSON.parse(text);
  const zeros = "A".repeat(43);
  for (const bad of ["", "{}", text.slice(0, -3), text.replace("board-key/2", "board-key/1"),
    JSON.stringify({ ...file, more: 1 }), JSON.stringify({ ...file, share: zeros }),
    JSON.stringify({ ...file, frozen: undefined }), JSON.stringify({ ...file, dkgKey: "AAAA" })]) {
    assert.equal(readCopyFile(bad), null, bad.slice(0, 40));
  }
});
