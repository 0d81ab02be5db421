import { byId, say } from "../common/dom.js";

const PACE = 4_000;
const SPREAD = 2_000;

/** After these nothing changes any more. */
const ENDED = ["certified", "cancelled"];

/**
 * Looks gently where the round stands, for as long as somebody looks at the page, and what other tabs have kept.
 * @param {import("./member-visit.js").MemberVisit} visit @param {{changed: () => void, refresh: () => Promise<void>}}
 *     told
 */
export function watchRound(visit, { changed, refresh }) {
  let timer = null;
  const look = async () => {
    clearTimeout(timer);
    const before = visit.status?.state;
    try {
      await visit.look();
      showNetwork(true);
      if (visit.status?.state !== before) changed();
    } catch (error) {
      showNetwork(error.code !== "connection");
    }
    plan();
  };
  // Not all phones in the room at the same moment.
  const plan = () => {
    clearTimeout(timer);
    if (document.hidden || ENDED.includes(visit.status?.state)) return;
    timer = setTimeout(look, PACE + Math.random() * SPREAD);
  };
  document.addEventListener("visibilitychange", async () => {
    if (document.hidden) return clearTimeout(timer);
    await refresh();
    await look();
  });
  window.addEventListener("focus", refresh);
  window.addEventListener("online", look);
  window.addEventListener("offline", () => showNetwork(false));
  plan();
}

function showNetwork(isThere) {
  const line = byId("net");
  line.hidden = isThere;
  line.textContent = isThere ? "" : say(
    "Mất kết nối. Không mất gì cả: những gì đã làm vẫn còn trên máy này; máy đang tự thử lại.",
    "No connection. Nothing is lost: what you did is kept on this device, which is trying again.");
}
