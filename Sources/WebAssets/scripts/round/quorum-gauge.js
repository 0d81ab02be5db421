/* The gauge of those present, as the server has worked it out. */

import { byId, make, say } from "../common/dom.js";

/**
 * @param {{present: number, summoned: number, needed?: number, holds: boolean, share: number, angle: number}} quorum
 */
export function showQuorum({ present, summoned, needed, holds, share, angle }) {
  const gauge = document.getElementById("quorum");
  if (!gauge) return;
  gauge.dataset.holds = holds;
  gauge.classList.toggle("good", holds);
  gauge.classList.toggle("wrong", !holds);
  byId("quorum-share").setAttribute("stroke-dasharray", `${share} 200`);
  byId("quorum-line").setAttribute("transform", `rotate(${angle})`);
  byId("quorum-present").textContent = present;
  byId("quorum-summoned").textContent = summoned;
  const verdict = holds ? say("Đủ số người dự", "Quorum reached") : say("Chưa đủ số người dự", "No quorum yet");
  const counts = say(
    `Có mặt ${present} trên ${summoned} người được triệu tập; cần ít nhất ${needed ?? "–"}.`,
    `${present} present of ${summoned} summoned; at least ${needed ?? "–"} needed.`);
  byId("quorum-words").replaceChildren(make("strong", {}, verdict), " ", make("span", {}, counts));
}
