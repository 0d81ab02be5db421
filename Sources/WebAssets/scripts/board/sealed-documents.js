/* The sealed round's documents, from the service. */

import { HTTP, encodeBase64URL } from "../../ballot/board.js";
import { VoterClient } from "../../ballot/ballot.js";

const USUAL_LIMIT = 16 << 20;

/**
 * @param {import("../../ballot/manifest.js").Manifest} manifest @param {import("../../ballot/http.js").Transport} [transport]
 * @returns {Promise<Record<"board"|"attendance"|"roll"|"seal"|"boxes"|"found", Uint8Array>>}
 */
export async function sealedDocuments(manifest, transport) {
  const client = new VoterClient(manifest.roundID, transport);
  const http = new HTTP(transport);
  const get = (name, limit) => http.get(`/rounds/${encodeBase64URL(manifest.roundID)}/${name}`, limit);
  const { voters, contests } = manifest;
  const [board, attendance, roll, seal, boxes, found] = await Promise.all([
    client.board(), get("attendance", USUAL_LIMIT), get("roll", voters.length * (contests.length * 400 + 4_096)),
    client.seal(), client.boxes(manifest), get("found", USUAL_LIMIT),
  ]);
  return { board, attendance, roll, seal, boxes, found };
}
