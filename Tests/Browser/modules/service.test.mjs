import { later } from "./support.mjs";
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { test } from "node:test";
import {
  MemoryStore, VoterClient, VotingSession, loadManifest, readRoundID, roundCode,
} from "../../../Sources/WebAssets/ballot/ballot.js";

/* A round of two units and five members through the real service: conducted by its command, voted by these modules. */

const root = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env.PHIEUKIN ?? join(root, ".build/debug/phieukin");
const example = (name) => join(root, "Examples/xa-bum-to", name);
const VOTERS = 5;

/** The service, and the command that talks to it. */
class Installation {
  static async start() {
    const installation = new Installation();
    installation.folder = mkdtempSync(join(tmpdir(), "phieukin-"));
    const data = ["--data", installation.path("data")];
    const printed = await installation.run("init", ...data, "--issuer", "phieukin.example");
    const port = await freePort();
    installation.origin = `http://127.0.0.1:${port}`;
    const options = [...data, "--port", `${port}`, "--account-rules", "simple"];
    installation.process = spawn(program, ["serve", ...options], { stdio: "ignore" });
    await installation.ready();
    return Object.assign(installation, { password: passwordIn(printed) });
  }

  path(name) {
    return join(this.folder, name);
  }

  async run(...options) {
    const { stdout, stderr } = await promisify(execFile)(program, options, { cwd: this.folder });
    return stdout + stderr;
  }

  /** A step of the round, by whoever has all roles. */
  step(name, ...options) {
    return this.run("round", name, ...options, "--server", this.origin, "--token-file", this.path("token"));
  }

  async ready() {
    for (let attempt = 0; attempt < 100; attempt++) {
      const answer = await fetch(`${this.origin}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("the service did not start");
  }

  async stop() {
    this.process.kill("SIGTERM");
    await new Promise((resolve) => this.process.once("exit", resolve));
    rmSync(this.folder, { recursive: true });
  }

  /** Logs in as the administrator, makes an account with every other role, and logs in with that. */
  async logIn() {
    await this.#logIn("admin", this.password, "admin-token");
    const roles = ["secretary", "board"].flatMap((role) => ["--role", role]);
    const printed = await this.run(
      "account", "create", "thu-ky", "--display-name", "Thư ký", ...roles, "--server", this.origin,
      "--token-file", this.path("admin-token"), "--own-password-file", this.path("admin-password"),
    );
    await this.#logIn("thu-ky", passwordIn(printed), "token");
  }

  /** For the first time: the password that others have seen ends with it. */
  async #logIn(name, first, token) {
    const [firstFile, ownFile] = [this.path(`${name}-first`), this.path(`${name}-password`)];
    writeFileSync(firstFile, first, { mode: 0o600 });
    writeFileSync(ownFile, `một mật khẩu riêng của ${name}`, { mode: 0o600 });
    await this.run(
      "round", "login", "--server", this.origin, "--name", name, "--password-file", firstFile,
      "--new-password-file", ownFile, "--token-file", this.path(token),
    );
  }

  /** From the draft to the frozen manifest. */
  async freeze() {
    this.#copyHead("units.csv", 3);
    this.#copyHead("voters.csv", VOTERS + 1);
    this.#copyHead("presence.csv", VOTERS + 1);
    this.round = await this.#name(await this.step("create", example("round.json")));
    await this.step("units", this.round, this.path("units.csv"));
    const outputs = ["--out-voters", this.path("keys.csv"), "--out-cards", this.path("cards.csv")];
    await this.run("round", "cards", this.path("voters.csv"), ...outputs);
    await this.step("voters", this.round, this.path("keys.csv"));
    const board = ["--key-file", this.path("board-key")];
    await this.run("round", "board-key", "--name", "Hoàng Thị Bích Ngọc", "--out", this.path("board-key"));
    await this.step("board", this.round, ...board);
    const frozen = await this.step("freeze", this.round);
    await this.step("sign-freeze", this.round, ...board, "--yes");
    const [roundID] = frozen.match(/[A-Za-z0-9_-]{43}/);
    return { roundID, roundCode: frozen.match(/([0-9A-Z]{4}-){4}[0-9A-Z]{4}/)?.[0] };
  }

  #copyHead(name, lines) {
    const head = readFileSync(example(name), "utf8").split("\n").slice(0, lines);
    writeFileSync(this.path(name), `${head.join("\n")}\n`);
  }

  /** Whether the secretary's table has a voter as present. */
  isPresent(voter) {
    return readFileSync(this.path("presence.csv"), "utf8").includes(`${voter},present`);
  }

  async #name(printed) {
    const list = await this.step("list");
    const name = list.split(/\s+/).find((word) => printed.includes(word) && /^[0-9A-Za-z][\w-]{5,}$/.test(word));
    assert.ok(name, `${printed}\n${list}`);
    return name;
  }

  get codes() {
    const cards = readFileSync(this.path("cards.csv"), "utf8");
    return [...cards.matchAll(/([0-9A-Z]{5}-){5}[0-9A-Z]/g)].map(([code]) => code);
  }
}

const passwordIn = (printed) => printed.match(/(?:password|mật khẩu)[^:\n]*:\s*(\S+)/i)[1];

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const marksOf = (voter) => Array.from({ length: 8 }, (_, contest) => (voter + contest) % 3);

const options = { skip: existsSync(program) ? false : "not built", timeout: 300_000 };

test("a whole round against the real service", options, async (context) => {
  const service = await Installation.start();
  try {
    await service.logIn();
    const frozen = await service.freeze();
    const roundID = readRoundID(frozen.roundID);
    if (frozen.roundCode) assert.equal(await roundCode(roundID), frozen.roundCode);
    const client = new VoterClient(roundID, { origin: service.origin }, later);
    const store = new MemoryStore();
    const manifest = await loadManifest(client, store);
    assert.equal(manifest.contests.length, 8);
    assert.equal((await client.status()).state, "frozen");

    await service.step("issuing", service.round);
    const start = (code) => VotingSession.start(manifest, code, client, store);
    const sessions = await Promise.all(service.codes.map(start));
    assert.equal(sessions.length, VOTERS);
    await assert.rejects(sessions[0].obtainTokens(), { code: "refused", reason: "voter-absent" });
    await service.step("presence", service.round, service.path("presence.csv"));
    const present = sessions.filter(({ voter }) => service.isPresent(voter));
    await Promise.all(present.map((session) => session.obtainTokens()));
    const other = await VotingSession.start(manifest, service.codes[0], client, new MemoryStore());
    await assert.rejects(other.obtainTokens(), { code: "refused", reason: "already-issued" });

    await service.step("voting", service.round, "--acknowledge", "few-present");
    await Promise.all(present.map(async (session, voter) => {
      await session.mark(marksOf(voter));
      await session.castAll();
    }));
    const { turnout } = await client.status();
    assert.deepEqual([turnout.issued, turnout.slips], [present.length, present.length * 8]);

    await service.step("close", service.round);
    await service.step("seal", service.round);
    for (const [index, session] of present.entries()) assert.equal(await session.find(), index + 1);
    await service.step("open", service.round, "--key-file", service.path("board-key"));
    await service.step("certify", service.round, "--acknowledge", "unanimous");
    for (const [voter, session] of present.entries()) assert.deepEqual(await session.counted(), marksOf(voter));
    const resumed = await VotingSession.resume(manifest, client, store);
    for (const { voter, stage } of resumed) assert.equal(stage, service.isPresent(voter) ? "found" : "prepared");
    context.diagnostic(`${present.length} members, ${turnout.slips} slips`);
  } finally {
    await service.stop();
  }
});
