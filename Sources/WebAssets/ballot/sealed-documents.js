/* The sealed round's documents, from the service. */

import { encodeBase64URL } from "./base64url.js";
import { VoterClient } from "./client.js";
import { HTTP } from "./http.js";

const USUAL_LIMIT = 16 << 20;

/** The meeting waits for this: a line that breaks is waited for, and the boxes go on where they were. */
const PATIENT = { pauses: [250, 1_000, 2_000, 4_000, 8_000, 8_000, 15_000, 15_000, 30_000, 30_000] };

/**
 * @param {import("./manifest.js").Manifest} manifest
 * @param {(done: number, total: number|null) => void} [onProgress] bytes of the boxes
 * @param {import("./http.js").Transport} [transport]
 * @returns {Promise<Record<string, Uint8Array>>} board, attendance, roll, seal, boxes, found; of version 2 also
 *     closing, steps and relays, and transcript where the board is of several
 */
export async function sealedDocuments(manifest, onProgress, transport = PATIENT) {
  const client = new VoterClient(manifest.roundID, transport);
  const http = new HTTP(transport);
  const get = (name, limit) => http.get(`/rounds/${encodeBase64URL(manifest.roundID)}/${name}`, limit);
  const { voters, contests } = manifest;
  const usual = (name) => [name, get(name, USUAL_LIMIT)];
  const asked = [
    ["board", client.board()], usual("attendance"),
    ["roll", get("roll", voters.length * (contests.length * 400 + 4_096))], ["seal", client.seal()],
    ["boxes", client.boxes(manifest, onProgress)], usual("found"),
    ...(manifest.version > 1 ? ["closing", "steps", "relays"].map(usual) : []),
    ...(manifest.board.transcript ? [["transcript", client.transcript()]] : []),
  ];
  const come = await Promise.all(asked.map(async ([name, document]) => [name, await document]));
  return Object.fromEntries(come);
}
