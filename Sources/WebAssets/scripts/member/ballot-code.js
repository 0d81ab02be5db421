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
    throw new BallotError("connection", "the ballot's code could not be fetched", { cause });
  }
}
