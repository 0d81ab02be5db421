/* What goes on in a round, as the server tells it. */

/** How long to wait before asking again a server that refused or hung up, in milliseconds. */
const PATIENCE = 5000;

/**
 * Follows a round until the page is left.
 *
 * @param {string} round its roundID
 * @param {{news: function(Object), lost: function()}} heard told each status, and when the server cannot be heard
 */
export function follow(round, heard) {
  const source = new EventSource(`/rounds/${round}/events`);
  source.addEventListener("message", (event) => heard.news(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    heard.lost();
    // A browser tries again by itself unless it was refused.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => follow(round, heard), PATIENCE);
  });
  addEventListener("pagehide", () => source.close(), { once: true });
  // A page that comes back from the browser's memory is out of date in all it shows.
  addEventListener("pageshow", (event) => event.persisted && location.reload(), { once: true });
}
