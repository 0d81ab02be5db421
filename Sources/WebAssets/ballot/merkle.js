import { sha256 } from "./hash.js";

const LEAF = Uint8Array.of(0x00);
const NODE = Uint8Array.of(0x01);

/**
 * The Merkle tree hash (RFC 9162 section 2.1.1), level by level: where a level has an odd number of nodes, the last
 * one goes up as it is, which is the RFC's split at the largest power of two.
 * @param {Uint8Array[]} leaves
 * @returns {Promise<Uint8Array>} 32 bytes; of no leaf at all, the hash of nothing
 */
export async function merkleRoot(leaves) {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  let level = await Promise.all(leaves.map((leaf) => sha256(LEAF, leaf)));
  while (level.length > 1) level = await Promise.all(parents(level));
  return level[0];
}

function parents(level) {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, index) => {
    const [left, right] = level.slice(index * 2, index * 2 + 2);
    return right ? sha256(NODE, left, right) : left;
  });
}
