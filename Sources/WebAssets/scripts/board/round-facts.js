/* What a frozen round says, worked out here from its exact bytes. */

import { make, say } from "../common/dom.js";

/** @param {import("../../ballot/manifest.js").Manifest} manifest @returns {Array<[string, string|number]>} */
export const factsOf = ({ title, authority, units, voters, criteria, contests, rules, board }) => [
  [say("Đợt", "Round"), title],
  [say("Cấp ủy", "Authority"), authority.name],
  [say("Tổ chức đảng", "Units"), units.length],
  [say("Cấp ủy viên", "Members"), voters.length],
  [say("Nội dung bỏ phiếu", "Contests"), `${contests.length} (${units.length} × ${criteria.length})`],
  [say("Quy tắc", "Rules"), rulesText(rules)],
  [say("Ban kiểm phiếu", "Board"), board.members.map(({ name }) => name).join(", ")],
];

/** Terms and facts of a list. @param {Array<[string, string|number|Node]>} facts */
export const terms = (facts) => facts.flatMap(([term, fact]) => [make("dt", {}, term), make("dd", {}, fact)]);

/** All of it, folded up. @param {import("../../ballot/manifest.js").Manifest} manifest */
export const roundFacts = (manifest) => make("details", {},
  make("summary", {}, say("Xem những gì đã chốt", "See what is frozen")),
  make("dl", { class: "facts" }, terms(factsOf(manifest))),
  make("div", { class: "two-lists", tabindex: "0", role: "region", "aria-label": say(
    "Danh sách tổ chức và cấp ủy",
    "Lists of units and members") },
  make("ol", {}, manifest.units.map(({ name }) => make("li", { lang: "vi" }, name))),
  make("ol", {}, manifest.voters.map(({ name }) => make("li", { lang: "vi" }, name)))));

function rulesText({ attendance, turnout, approval }) {
  return [
    [say("có mặt", "present"), attendance], [say("phiếu hợp lệ", "valid slips"), turnout],
    [say("phiếu tán thành", "votes in favour"), approval],
  ].map(([what, rule]) => `${what} ${ruleText(rule)}`).join("; ");
}

function ruleText({ comparison, fraction: [part, whole], of }) {
  const bases = {
    summoned: say("số được triệu tập", "those summoned"), present: say("số có mặt", "those present"),
    issued: say("số nhận phiếu", "those who took slips"), collected: say("số phiếu thu vào", "the slips collected"),
    valid: say("số phiếu hợp lệ", "the valid slips"),
  };
  const word = comparison === "moreThan" ? say("trên", "more than") : say("ít nhất", "at least");
  const share = whole === 100 ? `${part} %` : `${part}/${whole}`;
  return say(`${word} ${share} ${bases[of]}`, `${word} ${share} of ${bases[of]}`);
}
