import { make, say } from "../common/dom.js";
import { original } from "./member-words.js";

/* Four things that nobody may take for one another, on every screen of a ballot that goes through a relay. */

const NAMES = {
  handed: ["Đã giao cho trạm", "Handed to the relay"],
  inBox: ["Đã vào hòm", "In the box"],
  found: ["Đã tìm thấy trong hòm niêm phong", "Found in the sealed box"],
  counted: ["Đã được đếm", "Counted"],
};

const STATES = {
  done: ["xong", "done"], now: ["đang chờ", "waiting"], later: ["chưa tới", "not yet"],
};

/**
 * How far the ballot has come, and what is still to come.
 * @param {number} reached how many of the four are done
 * @param {string} [doubt] what is said of the next one, where it is not known
 */
export function milestones(reached, doubt = null) {
  const entry = (name, place) => {
    const state = place < reached ? "done" : place === reached ? "now" : "later";
    const words = state === "now" && doubt ? doubt : say(...STATES[state]);
    return make("li", { class: `milestone ${state}`, "data-milestone": name, "data-state": state },
      make("strong", {}, say(...NAMES[name])), " ", make("span", {}, words));
  };
  return make("ol", { class: "milestones", id: "milestones" }, Object.keys(NAMES).map(entry));
}

/** The name of the relay through which the ballot goes. */
export const relayName = ({ session }) => original(session.relays[session.way.relay].name, "strong");
