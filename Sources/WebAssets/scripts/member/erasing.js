import { make, say } from "../common/dom.js";
import { actions, button, paragraph } from "./stage-view.js";

/** The end of all secrets. @param {boolean} [unfound] whether to erase although the slips were not found */
export function eraseOffer(visit, view, app, unfound = false) {
  const erase = async () => {
    try {
      await visit.session.erase({ unfound });
      await app.advanced();
    } catch (error) {
      app.fail(error);
    }
  };
  return make("section", { class: "card erase", "aria-labelledby": "erase-heading" },
    make("h2", { id: "erase-heading" }, say("Xóa bí mật khỏi máy này", "Erase the secrets from this device")),
    paragraph(unfound
      ? say(
        "Máy còn giữ những gì thuộc về phiếu của đồng chí. Khi không cần đối chiếu nữa thì xóa đi, để không ai, kể cả trên máy này, xem lại được.",
        "This device still holds what belongs to your ballot. Erase it once nothing is left to compare, so that nobody can look it up, not even on this device.")
      : say(
        "Máy còn giữ chìa khóa cho biết phiếu nào là của đồng chí. Xóa đi để không ai, kể cả trên máy này, xem lại được. Phiếu trong hòm vẫn nguyên và vẫn được tính.",
        "This device still holds what tells which slips are yours. Erase it, so that nobody can look it up, not even on this device. The slips in the box stay and count.")),
    actions(button(say("Xóa ngay", "Erase now"), erase, { class: unfound ? "" : "main", id: "erase" })));
}
