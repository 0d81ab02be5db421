import { fetched, seldom } from "../common/seldom.js";

/**
 * The ballot's own code, which comes after the first screen: there is nothing to do with it before a card's code is
 * typed, and on a slow line that is a second earlier.
 * @returns {Promise<typeof import("../../ballot/ballot.js")>}
 * @throws {import("../../ballot/error.js").BallotError} `connection`
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

/** Whether the service answers a request for that code now, whatever the browser remembers of earlier ones. */
export async function isBallotCodeReachable() {
  try {
    const address = new URL("../../ballot/ballot.js", import.meta.url);
    return (await fetch(address, { cache: "no-store", credentials: "omit" })).ok;
  } catch {
    return false;
  }
}
