import { BallotError } from "../../ballot/error.js";

/**
 * The ballot's own code, which comes after the first screen: there is nothing to do with it before a card's code is
 * typed, and on a slow line that is a second earlier.
 * @returns {Promise<typeof import("../../ballot/ballot.js")>}
 * @throws {BallotError} `connection`
 */
export function ballotCode() {
  return fetched(() => {
    return import("../../ballot/ballot.js");
  });
}

/** What only rounds with a relay, or with a board of several, need. @throws {BallotError} `connection` */
export function relayedCode() {
  return seldom("relayed.js", () => import("./relayed.js"));
}

/** What comes when voting is over. @throws {BallotError} `connection` */
export function afterwardsCode() {
  return seldom("afterwards.js", () => import("./afterwards.js"));
}

/** What is fetched only where it is needed is held to its digests, as all is that the page fetches by itself. */
function seldom(name, load) {
  for (const { content: href, dataset } of document.querySelectorAll(`meta[data-for$="/${name}"]`)) {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", href });
    link.integrity = dataset.integrity;
    document.head.append(link);
  }
  return fetched(load);
}

async function fetched(load) {
  try {
    return await load();
  } catch (cause) {
    throw new BallotError("connection", "the ballot's code could not be fetched", { cause, reason: "ballot-code" });
  }
}

/** Whether the service answers a request for that code now, whatever the browser remembers of earlier ones. */
export async function isBallotCodeReachable() {
  try {
    const address = new URL("../../ballot/ballot.js", import.meta.url);
    return (await fetch(address, { cache: "no-store", credentials: "omit" })).ok;
  } catch {
    return false;
  }
}
