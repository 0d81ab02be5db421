/* Freezing under way: the bar, and the round's code once there is one. */

import { byId, say } from "../common/dom.js";
import { staffCall } from "./staff-call.js";

const PAUSE = 700;
const { round, freezing } = byId("freezing").dataset;

if (freezing) setTimeout(follow, PAUSE);

async function follow() {
  const progress = await staffCall("GET", `/rounds/${round}/freeze`).catch(() => null);
  if (progress && (progress.state !== "draft" || progress.failed)) return location.reload();
  if (progress) show(progress);
  setTimeout(follow, PAUSE);
}

function show({ done, total }) {
  const bar = byId("freeze-progress");
  [bar.max, bar.value] = [Math.max(1, total), done];
  byId("freeze-words").textContent = done < total
    ? say(`Đã tạo khóa cho ${done} trên ${total} nội dung.`, `Keys made for ${done} of ${total} contests.`)
    : say("Đã tạo đủ khóa; đang cố định đợt…", "All keys are made; fixing the round…");
}
