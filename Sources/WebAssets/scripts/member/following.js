import { pause } from "./stage-view.js";

/** How often a relay is asked, in milliseconds, and how much of it is drawn by lot. */
const [PACE, SPREAD] = [6_000, 4_000];

/** What a relay says as long as voting may still go on. */
const BEFORE = ["held", "unknown"];

/**
 * Asks the relay, and nobody else, until it says something by which the page becomes another one.
 * @param {{heard: (said: import("../../ballot/relay-client.js").BundleState) => void,
 *     unheard: (times: number) => void}} told what it said; that it did not answer, so many times in a row
 */
export async function follow(visit, view, app, { heard, unheard }) {
  const { signal } = view;
  const { stage } = visit.session;
  for (let [isFirst, silent] = [true, 0]; !signal.aborted; isFirst = false) {
    if (!isFirst) await pause(PACE + Math.random() * SPREAD, signal);
    if (signal.aborted || document.hidden) continue;
    try {
      const said = await (await visit.session.passage()).ask();
      if (signal.aborted) return;
      if (!BEFORE.includes(said.state)) visit.hasClosed = true;
      if (visit.session.stage !== stage) return app.advanced();
      silent = 0;
      heard(said);
    } catch (error) {
      if (signal.aborted) return;
      if (error.code === "wrong-moment") return app.advanced();
      if (!["connection", "refused", "answer"].includes(error.code)) return app.fail(error);
      unheard(++silent);
    }
  }
}
