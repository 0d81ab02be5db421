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
        const lines = source.split("\n");
        assert.ok(lines.length <= 270, `${lines.length} lines`);
        for (const line of lines) assert.ok(line.length <= 120, line);
        assert.ok(source.endsWith("\n") && !/[ \t]$/m.test(source) && !source.includes("\t"));
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

test("all of it together is small", () => {
    const size = gzipSync([...sources.values()].join("")).length;
    assert.ok(size < 30 * 1024, `${size} bytes compressed`);
});

test("every code is in README.md", () => {
    for (const source of sources.values()) {
        for (const [, code] of source.matchAll(/new BallotError\(\s*"([a-z-]+)"/g)) {
            assert.ok(readme.includes(`\`${code}\``), code);
        }
    }
});
