/* What everybody is told of how many members of a board open the box: the secretary, each seat. */

import { say } from "./dom.js";

/**
 * Where half of a board or fewer open, two groups that share nobody can each do it.
 * @param {{threshold: number, members: unknown[]}} board @returns {string|null} null where that cannot be
 */
export function fewOpenWords({ threshold, members: { length: count } }) {
  if (count < 2 || 2 * threshold > count) return null;
  return say(
    `Chỉ cần ${threshold} trên ${count} người là mở được hòm: hai nhóm không chung người nào đều tự mở được. Đặt quá nửa thì không thể như vậy.`,
    `${threshold} of ${count} are enough to open the box: two groups with nobody in common could each open it. With more than half they could not.`);
}
