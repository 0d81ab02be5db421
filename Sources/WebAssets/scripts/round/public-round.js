/* A round's public page: what relays hold while people vote, and the next step once it is taken. */

import { byId } from "../common/dom.js";
import { everySoOften, publicStatus } from "./public-status.js";
import { followRelays } from "./relay-holdings.js";

const PAUSE = 5_000;
const { round, state } = byId("public-round").dataset;

if (["voting", "closing"].includes(state)) {
  followRelays();
  everySoOften(PAUSE, async () => {
    const status = await publicStatus(round);
    if (status && (status.state !== state || heardIn(status) !== heardHere())) location.reload();
  });
}

const heardIn = ({ relays }) => relays.filter(({ voters }) => voters !== undefined).length;

const heardHere = () => document.querySelectorAll('#relays [data-heard="yes"]').length;
