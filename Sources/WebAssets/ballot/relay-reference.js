import { encodeCrockford, grouped } from "./crockford.js";
import { sha256 } from "./hash.js";

/* A relay as people are shown it, where they have to know which one it is: a name alone could be anybody's. */

/**
 * A relay's key's, which whoever runs the relay reads out: 80 bits of its SHA-256.
 * @param {Uint8Array} key the point, 65 bytes @returns {Promise<string>} "5JRE-7BVB-YW1E-EP0C"
 */
export const fingerprint = async (key) => grouped(encodeCrockford((await sha256(key)).subarray(0, 10), 16), 4);

/** With the port where the address has one. @param {string} url of a manifest @returns {string} "tram.huyen.example" */
export const hostOf = (url) => url.split("://")[1].split("/")[0];

/** Whether it is on the machine of whoever uses it: a trial's, and said so. @param {string} url of a manifest */
export const isOnLoopback = (url) => /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(hostOf(url));
