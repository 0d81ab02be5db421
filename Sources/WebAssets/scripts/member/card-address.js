/*
 * A card's code in the address that a card leads to: taken out of it before anything else is loaded, since browsers
 * remember addresses. The page lists this file first; it imports nothing.
 */

const { hash, pathname, search } = window.location;
if (hash.length > 1) history.replaceState(history.state, "", pathname + search);

/** What stood behind "#". */
export const fragment = hash.slice(1);
