/* As much of a page as scripts ask for that touch none: import it before them. */

globalThis.document ??= { documentElement: { lang: "vi" } };
globalThis.addEventListener ??= () => {};
globalThis.removeEventListener ??= () => {};
