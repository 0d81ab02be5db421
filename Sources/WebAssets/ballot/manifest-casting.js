import { malformed } from "./error.js";
import { requireDistinct } from "./json-reader.js";
import { readGatewayKey } from "./ohttp.js";

const MOST_RELAYS = 4;
const MOST_ADDRESS = 300;
const ADDRESS = /^(https?):\/\/(\[::1\]|[a-z0-9.-]+)(?::(0|[1-9][0-9]{0,4}))?(?:\/[A-Za-z0-9._~-]+)*$/;
const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];

/**
 * How slips come to the service: the gateway's key, and the relays to which members may hand their ballots.
 * @typedef {object} Casting
 * @property {Uint8Array} gatewayKey a point
 * @property {Array<{name: string, url: string, key: Uint8Array}>} relays named by their place where they sign
 */

/**
 * A manifest's `casting` {gateway, relays}, from version 2 on.
 * @param {import("./json-reader.js").JSONReader} reader
 * @returns {Casting}
 * @throws {BallotError} `malformed`.
 */
export function readCasting(reader) {
  reader.object(["gateway", "relays"]);
  const gateway = reader.member("gateway");
  const relays = reader.member("relays").array();
  if (relays.length > MOST_RELAYS) throw malformed("too-large", `${reader.place}.relays`, `at most ${MOST_RELAYS}`);
  const read = relays.map(readRelay);
  requireDistinct(read.map(({ name }) => name), `${reader.place}.relays`, "name");
  return { gatewayKey: readGatewayKey(gateway.bytes(), gateway.place), relays: read };
}

function readRelay(reader) {
  reader.object(["name", "url", "key"]);
  const [name, address] = [reader.member("name").text(), reader.member("url")];
  if (!isRelayAddress(address.string())) {
    throw malformed("wrong-value", address.place, "https, a host, perhaps a port and a path, no slash at the end");
  }
  return { name, url: address.value, key: reader.member("key").point() };
}

/** Pages name it to browsers, and devices append to it: one spelling, and not encrypted on the loopback alone. */
function isRelayAddress(text) {
  const [, scheme, host, port = "0"] = text.length <= MOST_ADDRESS ? (text.match(ADDRESS) ?? []) : [];
  return (scheme === "https" || (scheme === "http" && LOOPBACK.includes(host))) && Number(port) <= 0xffff;
}
