import { encodeBase64URL } from "./base64url.js";
import { memberOf } from "./board-key.js";
import { concat, u32 } from "./bytes.js";
import { countSlips, differences } from "./count-slips.js";
import { BallotError } from "./error.js";
import { label } from "./hash.js";
import { sign } from "./keys.js";
import { openMessage } from "./seal.js";

/**
 * A board member's own device in one round (protocol page, "The manifest", "Opening" and "Counting"): it gives a
 * signature, or the share of the box's key, only for what it has checked itself. Of a board of several, `SeatKey` sees
 * to it besides that there is one freeze for a key, and one seal.
 */
export class BoardDevice {
  #key;
  #manifest;

  /**
   * @param {import("./board-key.js").BoardKey|import("./board-key.js").SharedKey} key
   * @param {import("./manifest.js").Manifest} manifest
   * @throws {BallotError} `other-board`
   */
  constructor(key, manifest) {
    this.member = memberOf(key, manifest);
    if (this.member < 0) throw new BallotError("other-board", "the round has another board than this key is of");
    this.#key = key;
    this.#manifest = manifest;
  }

  /** The word that the manifest names this board's keys; people have compared its code. */
  signFreeze() {
    return this.#signed(concat(label("freeze", this.#manifest.version), this.#manifest.roundID));
  }

  /**
   * The share of a board of one is the key itself: whoever gets this can open the box. Of a board of several it is
   * worth nothing without the others'.
   * @param {import("./sealed-audit.js").SealedAudit} audit this device's own
   * @throws {BallotError} `audit`
   */
  async share(audit) {
    const share = this.#key.share ?? this.#key.opening.scalar;
    const { member, signature } = await this.#signed(openMessage(this.#sealOf(audit), share));
    return { member, share: encodeBase64URL(share), signature };
  }

  /**
   * The count once more, on this device: nobody need believe the service's.
   * @param {Uint8Array[][]} boxes @param {(done: number, total: number) => void} [onProgress]
   * @param {import("./keys.js").KeyPair} [opening] of a board of several, which its shares came to
   */
  count(boxes, onProgress, opening = this.#key.opening) {
    return countSlips(boxes, opening, this.#manifest, onProgress);
  }

  /**
   * The signature under the minutes: over the sealed box and what this device counted in it.
   * @param {import("./sealed-audit.js").SealedAudit} audit of the same box
   * @param {import("./count-slips.js").Tally[]} counted here
   * @param {import("./count-slips.js").Tally[]} theirs the service's
   * @throws {BallotError} `audit`; `other-count`
   */
  signMinutes(audit, counted, theirs) {
    const { hash, version } = this.#sealOf(audit);
    if (differences(counted, theirs).length > 0) throw new BallotError("other-count", "the service counted otherwise");
    const counts = counted.flatMap(({ first, second, blank, invalid }) => [first, second, blank, invalid].map(u32));
    return this.#signed(concat(label("minutes", version), hash, ...counts));
  }

  #sealOf({ holds, seal, manifest }) {
    if (!holds || !seal || manifest !== this.#manifest) {
      throw new BallotError("audit", "the sealed box was not found whole on this device");
    }
    return seal;
  }

  async #signed(message) {
    return { member: this.member, signature: encodeBase64URL(await sign(this.#key.signing, message)) };
  }
}
