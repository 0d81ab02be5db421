import { BallotError } from "../../ballot/error.js";

/**
 * The ballot's own code, which comes after the first screen: there is nothing to do with it before a card's code is
 * typed, and on a slow line that is a second earlier.
 * @returns {Promise<typeof import("../../ballot/ballot.js")>}
 * @throws {BallotError} `connection`
 */
export async function ballotCode() {
  try {
    return await import("../../ballot/ballot.js");
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
