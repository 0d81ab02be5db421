/*
 * What goes on in a round, as the server tells it: by a stream where one is to be had, by asking now and then where
 * not. A
 * browser opens six connections to one server, so all its tabs together hold one stream, and a tab that nobody sees
 * none.
 */

/** How long to wait before asking again, in milliseconds. */
const PACE = 3_000;

/** How often to ask before another stream is tried where one was refused. */
const PATIENCE = 10;

const LOCK = "phieukin-stream";

/**
 * Follows a round until the page is left.
 *
 * @param {string} round its roundID
 * @param {{news: function(Object), lost: function()}} heard told each status, and when the server cannot be heard
 */
export function follow(round, heard) {
  let ending = new AbortController();
  const begin = () => {
    ending.abort();
    ending = new AbortController();
    if (!document.hidden) watch(`/rounds/${round}/events`, heard, ending.signal);
  };
  document.addEventListener("visibilitychange", begin);
  addEventListener("pagehide", () => ending.abort(), { once: true });
  // A page that comes back from the browser's memory is out of date in all it shows.
  addEventListener("pageshow", (event) => event.persisted && location.reload(), { once: true });
  begin();
}

async function watch(address, heard, signal) {
  while (!signal.aborted) {
    const isRefused = await onlyHere((isHere) => isHere && stream(address, heard, signal));
    for (let times = isRefused ? PATIENCE : 1; times > 0 && !signal.aborted; times--) {
      await ask(address, heard, signal);
      await pause(signal);
    }
  }
}

/** Does the work with the browser's one stream, or without it where another tab has it. */
function onlyHere(work) {
  if (!navigator.locks) return work(true);
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => work(lock !== null));
}

/** @returns {Promise<boolean>} whether the stream was refused; it is over when this is told */
function stream(address, heard, signal) {
  return new Promise((resolve) => {
    const source = new EventSource(address);
    const end = (isRefused) => {
      source.close();
      resolve(isRefused);
    };
    source.addEventListener("message", (event) => heard.news(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      heard.lost();
      // A browser tries again by itself unless it was refused.
      if (source.readyState === EventSource.CLOSED) end(true);
    });
    signal.addEventListener("abort", () => end(false), { once: true });
  });
}

async function ask(address, heard, signal) {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store", signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    heard.news(await answer.json());
  } catch {
    if (!signal.aborted) heard.lost();
  }
}

function pause(signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PACE);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
