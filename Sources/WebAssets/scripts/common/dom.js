/* Small tools for pages: elements are made one by one, never from text, so that no name can become code. */

/**
 * Makes an element.
 *
 * @param {string} name "button"
 * @param {Object} attributes by name; true sets it empty, null and false leave it out; "on…" are listeners
 * @param {...(Node|string|null|Array)} children
 * @returns {HTMLElement}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** The element with this id; pages and scripts are served together, so a missing one is a fault to be seen. */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** Whether the page is in English. */
export const isEnglish = document.documentElement.lang === "en";

/** One of two texts, by the page's language. */
export function say(vietnamese, english) {
  return isEnglish ? english : vietnamese;
}
