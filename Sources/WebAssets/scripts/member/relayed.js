/* What a member's page fetches besides, where a round has a relay or a board of several. */

import { showCast, showConfirm } from "./casting.js";
import { showElsewhere } from "./elsewhere.js";
import { showHanded, showSending } from "./handed.js";
import { showHanding } from "./handing.js";
import { showMixed, showRelayCast } from "./mixed.js";
import { showReleased, showUnsent } from "./unsent.js";
import { WayChoice } from "./way-choice.js";

export * as ballot from "../../ballot/relayed-ballot.js";
export { compared, lastAnswers, showLost } from "./mixed.js";
export { milestones } from "./milestones.js";

/** In a round without relays all slips go direct, as they always did. */
const confirm = (visit, view, app) =>
  showConfirm(visit, view, app, visit.session.relays.length > 0 ? new WayChoice(visit, view) : null);

const cast = (visit, view, app) => (visit.session.way ? showRelayCast : showCast)(visit, view, app);

/** Steps that only such rounds have, or have otherwise. */
export const STEPS = {
  confirm, cast, handing: showHanding, handed: showHanded, sending: showSending, unsent: showUnsent,
  released: showReleased, mixed: showMixed, elsewhere: showElsewhere,
};
