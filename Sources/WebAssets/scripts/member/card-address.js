/*
 * A card's code in the address that a card leads to. Browsers remember addresses: one that is only replaced is still to
 * be found in Chromium's history, one that leads on elsewhere before it is loaded is not shown. So the page is opened
 * anew without the code, which waits in this tab's storage. The page lists this file first; it imports nothing.
 */

const KEPT = "card-fragment";

const { hash, href, pathname, search } = window.location;

/** What stood behind "#". */
export const fragment = hash.length > 1 ? await openAnew() : arrived();

async function openAnew() {
  const brought = hash.slice(1);
  try {
    sessionStorage.setItem(KEPT, brought);
  } catch {
    // A tab that keeps nothing for its pages: the code is at least taken out of the address.
    history.replaceState(history.state, "", pathname + search);
    return brought;
  }
  // One sign more: for the very same address nothing would be opened.
  window.location.replace(`${pathname}${search}${search ? "&" : "?"}`);
  return new Promise(() => {});
}

function arrived() {
  if (/[?&]$/.test(href)) history.replaceState(history.state, "", href.slice(0, -1));
  try {
    const brought = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    return brought ?? "";
  } catch {
    return "";
  }
}
