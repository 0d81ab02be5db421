/* Scripts that a page fetches only where they are needed. */

import { BallotError } from "../../ballot/error.js";

/**
 * What is fetched only where it is needed is held to its digests, as all is that the page fetches by itself.
 * @template T @param {string} name of the module @param {() => Promise<T>} load
 * @throws {BallotError} `connection`
 */
export function seldom(name, load) {
  for (const { content: href, dataset } of document.querySelectorAll(`meta[data-for$="/${name}"]`)) {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href });
    link.integrity = dataset.integrity;
    document.head.append(link);
  }
  return fetched(load);
}

/** @template T @param {() => Promise<T>} load @throws {BallotError} `connection` */
export async function fetched(load) {
  try {
    return await load();
  } catch (cause) {
    throw new BallotError("connection", "the ballot's code could not be fetched", { cause, reason: "ballot-code" });
  }
}
