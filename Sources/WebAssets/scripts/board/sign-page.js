/* The frozen round: what it says, worked out here from its exact bytes; then the board signs it. */

import { byId, make, say } from "../common/dom.js";
import { roundCode } from "../../ballot/ballot.js";
import { staffCall } from "../round/staff-call.js";
import { takeStep } from "../round/taking-steps.js";
import { readableKey } from "../../ballot/board.js";
import { askForKey } from "./key-source.js";
import { relayFacts } from "./relay-facts.js";
import { factsOf, terms } from "./round-facts.js";

/**
 * @param {string} round @param {import("../../ballot/key-keeper.js").KeyKeeper} keeper
 * @param {import("../../ballot/manifest.js").Manifest} manifest @param {string} serverCode
 */
export async function signPage(round, keeper, manifest, serverCode) {
  const code = await roundCode(manifest.roundID, manifest.version);
  if (code !== serverCode) throw new Error(say(
    "Mã đối chiếu máy này tính ra khác mã máy chủ hiện. Đừng ký; hãy báo cho hội nghị.",
    "The code worked out here is not the one that the server shows. Sign nothing; tell the meeting."));
  byId("own-code").textContent = code;
  showFacts(manifest, await relayFacts(manifest));
  byId("sign").hidden = false;
  let held = null;
  await askForKey(keeper, manifest, (device) => {
    held = device;
    byId("sign-button").disabled = false;
  });
  byId("sign-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (held) sign(round, held, manifest);
  });
}

async function sign(round, device, manifest) {
  byId("sign-button").disabled = true;
  const signature = await device.signFreeze();
  try {
    await takeStep({
      send: () => staffCall("POST", `/rounds/${round}/freeze-signatures`, signature),
      isTaken: async () => {
        const { freezeSignatures } = await staffCall("GET", `/rounds/${round}`);
        return freezeSignatures === manifest.board.members.length;
      },
      told: refuse,
    });
    location.reload();
  } catch (refusal) {
    refuse(refusal.message);
    byId("sign-button").disabled = false;
  }
}

function refuse(words) {
  byId("sign-said").hidden = words === "";
  byId("sign-said").textContent = words;
}

function showFacts(manifest, relays) {
  const key = [say("Khóa công khai", "Public key"), make("code", {}, readableKey(manifest.board.publicKey))];
  const way = relays ? [[say("Trạm chuyển phiếu", "Relays"), relays]] : [];
  byId("manifest-facts").append(...terms([...factsOf(manifest), ...way, key]));
  byId("manifest-units").append(...manifest.units.map(({ name }) => make("li", {}, name)));
  byId("manifest-voters").append(...manifest.voters.map(({ name }) => make("li", {}, name)));
}
