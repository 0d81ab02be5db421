import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { qrCodeModules, qrCodePath } from "../../../Sources/WebAssets/scripts/common/qr-code.js";
import { wordsOf } from "../../../Sources/WebAssets/scripts/common/qr-words.js";

const isScannerThere = (() => {
  try {
    return Boolean(execFileSync("zbarimg", ["--version"], { stdio: ["ignore", "pipe", "ignore"] }));
  } catch {
    return false;
  }
})();

/** What a scanner reads, of pictures of all these texts; none has a line's end. */
function scanned(texts) {
  const folder = mkdtempSync(join(tmpdir(), "qr-code-"));
  try {
    const files = texts.map((text, index) => {
      const file = join(folder, `${index}.pgm`);
      writeFileSync(file, picture(qrCodeModules(text)));
      return file;
    });
    const options = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"];
    const read = execFileSync("zbarimg", [...options, ...files], { stdio: ["ignore", "pipe", "ignore"] });
    return read.toString().slice(0, -1).split("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A portable greymap, four points a module, with the margin. */
function picture(rows) {
  const scale = 4;
  const size = (rows.length + 8) * scale;
  const pixels = Buffer.alloc(size * size, 255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [row, column] = [Math.floor(y / scale) - 4, Math.floor(x / scale) - 4];
      if (rows[row]?.[column]) pixels[y * size + x] = 0;
    }
  }
  return Buffer.concat([Buffer.from(`P5 ${size} ${size} 255\n`), pixels]);
}

/** The longest text of bytes that a version holds, by halving. */
function longest(version) {
  let [held, tooLong] = [1, 2332];
  while (tooLong - held > 1) {
    const middle = (held + tooLong) >> 1;
    const fits = middle < 2332 && wordsOf("a".repeat(middle)).version <= version;
    if (fits) held = middle;
    else tooLong = middle;
  }
  return "a".repeat(held);
}

test("the well-known example in version 1, word by word", () => {
  const { version, words } = wordsOf("HELLO WORLD");
  assert.equal(version, 1);
  assert.deepEqual(words.slice(0, 16), [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]);
  assert.deepEqual(words.slice(16), [196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
});

test("an address with an access code stays small enough for a card", () => {
  const text = "https://phieukin.laichau.dcs.vn/v/#01ABC-DEFGH-JKMNP-QRSTV-WXYZ0-1";
  assert.equal(wordsOf(text).version, 4);
  assert.ok(wordsOf(text.toLowerCase()).version > 4);
});

test("a path draws the modules with a margin of four", () => {
  const rows = qrCodeModules("A");
  const { size, path } = qrCodePath("A");
  assert.equal(size, 21 + 8);
  const dark = new Set();
  for (const [, x, y, length, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
    assert.equal(length, back);
    for (let step = 0; step < Number(length); step++) dark.add(`${Number(x) + step - 4} ${Number(y) - 4}`);
  }
  rows.forEach((row, y) => row.forEach((isDark, x) => assert.equal(dark.has(`${x} ${y}`), isDark)));
});

test("what no code holds is refused", () => {
  assert.equal(wordsOf("a".repeat(2331)).version, 40);
  assert.throws(() => wordsOf("a".repeat(2332)), RangeError);
});

test("a scanner reads full codes, large and small", { skip: !isScannerThere }, () => {
  const versions = [...Array.from({ length: 14 }, (_, index) => index + 1), 21, 25, 27, 32, 39, 40];
  const texts = versions.map(longest).flatMap((text) => (text.length < 300 ? [text, text.slice(1)] : [text]));
  assert.deepEqual(scanned(texts), texts);
});

test("a scanner reads letters, digits, Vietnamese and mixed texts", { skip: !isScannerThere }, () => {
  const texts = [
    "0", "A", "PHIEUKIN", "https://localhost/v/#7ZZZZ-00000-ABCDE-FGHJK-MNPQR-S", "HTTP://EXAMPLE.VN/V/",
    "Đảng ủy xã Bum Tở – đợt 2026", "http://127.0.0.1:9130/rounds/abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
    ...Array.from({ length: 40 }, (_, index) => `x${"AB1$%*+-./: ".repeat(20).slice(0, index * 4)}`),
  ];
  assert.deepEqual(scanned(texts), texts);
});
