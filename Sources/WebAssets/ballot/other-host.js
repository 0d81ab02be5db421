import { BallotError } from "./error.js";
import { isOnLoopback } from "./relay-reference.js";

/** A host without its port, in one spelling: a dot at its end leads to the same machine. @param {string} url */
const nameOf = (url) => new URL(url).hostname.replace(/\.+$/, "");

/**
 * Refuses a relay on the service's own host, but for trials on the loopback: whoever runs that would see who hands over
 * and what comes in.
 * @param {{url: string}} relay of the manifest @param {string} service where the service is
 * @throws {BallotError} `relay-host`, an alarm.
 */
export function requireOtherHost({ url }, service) {
  if (isOnLoopback(url) || nameOf(url) !== nameOf(service)) return;
  throw new BallotError("relay-host", "the relay is on the service's own host", { reason: nameOf(service) });
}
