/* QR codes drawn by the page itself (ISO/IEC 18004, level M): no code or address is shown to anybody else for it. */

import { bitsOf, wordsOf } from "./qr-words.js";

const MARGIN = 4;

const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/**
 * @param {string} text
 * @returns {{size: number, path: string}} the dark modules as an SVG path of a `size` by `size` square, margin included
 */
export function qrCodePath(text) {
  const rows = qrCodeModules(text);
  const runs = rows.flatMap((row, y) =>
    [...row.map(Number).join("").matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index + MARGIN} ${y + MARGIN}h${run.length}v1h-${run.length}z`,
    ),
  );
  return { size: rows.length + 2 * MARGIN, path: runs.join("") };
}

/**
 * @param {string} text
 * @param {string} label what a screen reader says of it
 * @returns {SVGElement} dark on white in either colour scheme, as scanners need it
 */
export function qrCodeElement(text, label) {
  const { size, path } = qrCodePath(text);
  const svg = vector("svg", {
    viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, class: "qr-code", "shape-rendering": "crispEdges",
  });
  svg.append(vector("rect", { width: size, height: size, fill: "#fff" }), vector("path", { d: path, fill: "#000" }));
  return svg;
}

function vector(name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** @param {string} text @returns {boolean[][]} row by row, true is dark, without a margin */
export function qrCodeModules(text) {
  const { version, words } = wordsOf(text);
  const blank = patterns(version);
  const masked = MASKS.map((mask, number) => drawn(blank, words, mask, number));
  const penalties = masked.map(penalty);
  return masked[penalties.indexOf(Math.min(...penalties))];
}

/** The parts that are the same for every text; what is left to data is undefined. */
function patterns(version) {
  const size = 17 + 4 * version;
  const rows = Array.from({ length: size }, () => Array(size).fill(undefined));
  for (let index = 0; index < size; index++) rows[6][index] = rows[index][6] = index % 2 === 0;
  const positions = alignments(version, size);
  for (const x of positions) {
    for (const y of positions) if (!isCorner(x, y, size)) target(rows, x, y, 2);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) target(rows, x, y, 4);
  markFormat(rows, 0);
  if (version >= 7) markVersion(rows, version);
  return rows;
}

function alignments(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - index * step)];
}

const isCorner = (x, y, size) => (x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6);

/** Concentric squares about a dark middle: a small one has one light ring, a large one two, the outer its separator. */
function target(rows, centreX, centreY, reach) {
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      if (!isInside(rows, centreX + x, centreY + y)) continue;
      const ring = Math.max(Math.abs(x), Math.abs(y));
      rows[centreY + y][centreX + x] = reach === 2 ? ring !== 1 : ring !== 2 && ring !== 4;
    }
  }
}

const isInside = (rows, x, y) => x >= 0 && y >= 0 && x < rows.length && y < rows.length;

/** Level M and the mask, with correction by x¹⁰ + x⁸ + x⁵ + x⁴ + x² + x + 1, twice. */
function markFormat(rows, mask) {
  const size = rows.length;
  const bits = bitsOf((((mask << 10) | divided(mask, 10, 0x537)) ^ 0x5412), 15).reverse().map(Boolean);
  const first = [[8, 0], [8, 1], [8, 2], [8, 3], [8, 4], [8, 5], [8, 7], [8, 8], [7, 8], [5, 8], [4, 8], [3, 8], [2, 8],
    [1, 8], [0, 8]];
  first.forEach(([x, y], index) => (rows[y][x] = bits[index]));
  bits.forEach((bit, index) => {
    if (index < 8) rows[8][size - 1 - index] = bit;
    else rows[size - 15 + index][8] = bit;
  });
  rows[size - 8][8] = true;
}

function markVersion(rows, version) {
  const bits = bitsOf((version << 12) | divided(version, 12, 0x1f25), 18).reverse().map(Boolean);
  bits.forEach((bit, index) => {
    const [near, far] = [Math.floor(index / 3), rows.length - 11 + (index % 3)];
    rows[near][far] = rows[far][near] = bit;
  });
}

/** The remainder of value·x^degree by a polynomial over two elements. */
function divided(value, degree, polynomial) {
  let rest = value;
  for (let step = 0; step < degree; step++) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * polynomial);
  return rest;
}

/** Words go in columns of two from the right, upwards and downwards in turn, past the timing pattern at 6. */
function drawn(blank, words, mask, number) {
  const bits = words.flatMap((word) => bitsOf(word, 8));
  const rows = blank.map((row) => [...row]);
  const size = rows.length;
  let next = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const isUpward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const y = isUpward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (blank[y][x] === undefined) rows[y][x] = Boolean(bits[next++]) !== mask(x, y);
      }
    }
  }
  markFormat(rows, number);
  return rows;
}

/** How hard a drawing is to read: runs, squares, false targets, and too much of one colour. */
function penalty(rows) {
  const lines = [...rows, ...rows[0].map((_, x) => rows.map((row) => row[x]))].map((line) => line.map(Number).join(""));
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);
  const targets = lines.flatMap((line) => line.match(/(?=00001011101|10111010000)./g) ?? []).length;
  const dark = rows.flat().filter(Boolean).length;
  const excess = Math.floor(Math.abs((dark * 20) / rows.length ** 2 - 10));
  return runs + 3 * squares(rows) + 40 * targets + 10 * excess;
}

function squares(rows) {
  let count = 0;
  for (let y = 1; y < rows.length; y++) {
    for (let x = 1; x < rows.length; x++) {
      const sum = rows[y][x] + rows[y - 1][x] + rows[y][x - 1] + rows[y - 1][x - 1];
      if (sum === 0 || sum === 4) count++;
    }
  }
  return count;
}
