/* What anybody may ask of a round, asked again and again while the page is looked at. */

/** @param {string} roundID @returns {Promise<object|null>} null where there was no answer */
export async function publicStatus(roundID) {
  const response = await fetch(`/api/v1/rounds/${roundID}`,
    { credentials: "omit", cache: "no-store" }).catch(() => null);
  return response?.ok ? response.json() : null;
}

/**
 * Runs `work` now and then, only while the page is visible.
 * @param {number} milliseconds @param {() => Promise<void>} work
 * @returns {() => Promise<void>} does it at once besides, unless it is under way
 */
export function everySoOften(milliseconds, work) {
  let isAtWork = false;
  const turn = async () => {
    if (isAtWork || document.hidden) return;
    isAtWork = true;
    try {
      await work();
    } finally {
      isAtWork = false;
    }
  };
  setInterval(turn, milliseconds);
  document.addEventListener("visibilitychange", turn);
  return turn;
}
