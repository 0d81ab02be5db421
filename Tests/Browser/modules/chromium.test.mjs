import { round, vector } from "./support.mjs";
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

/* The modules in a real browser, under the Content-Security-Policy that pages have. */

const browser = process.env.CHROMIUM ?? found("chromium") ?? found("chromium-browser");
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

function found(name) {
  try {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

/** Serves the modules, and resolves `result` with what the page reports. */
async function serve() {
  const pages = {
    "/": ["text/html", '<!doctype html><script type="module" src="/in-browser.mjs"></script>'],
    "/in-browser.mjs": ["text/javascript", readFileSync(new URL("in-browser.mjs", import.meta.url))],
    "/round.json": ["application/json", JSON.stringify(round)],
    "/parts.json": ["application/json", JSON.stringify(vector("phieukin-2-parts.json"))],
  };
  const assets = new URL("../../../Sources/WebAssets/ballot/", import.meta.url);
  let report;
  const result = new Promise((resolve) => (report = resolve));
  const server = createServer(async (request, response) => {
    if (request.method === "POST") report(JSON.parse(Buffer.concat(await request.toArray()).toString()));
    const [, module] = request.url.match(/^\/ballot\/([a-z0-9-]+\.js)$/) ?? [];
    const [type, body] = module ? ["text/javascript", readFileSync(new URL(module, assets))] : pages[request.url] ?? [];
    const headers = { "Content-Type": type ?? "text/plain", "Content-Security-Policy": POLICY };
    response.writeHead(body ? 200 : 404, headers).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { server, result, address: `http://127.0.0.1:${server.address().port}/` };
}

test("the modules in Chromium", { skip: browser ? false : "not installed", timeout: 120_000 }, async () => {
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const { server, result, address } = await serve();
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`];
  const child = spawn(browser, [...options, address], { stdio: "ignore", detached: true });
  try {
    const { error } = await Promise.race([result, died(child)]);
    assert.equal(error, undefined);
  } finally {
    await stop(child);
    server.close();
    server.closeAllConnections?.();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

const died = async (child) => ({ error: `the browser ended: ${await once(child, "exit")}` });

/** The browser and the processes that it started. */
async function stop(child) {
  if (child.exitCode !== null) return;
  process.kill(-child.pid, "SIGKILL");
  await once(child, "exit");
}
