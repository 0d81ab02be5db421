/* What is printed: sheets of cards to cut, then a list on which each member signs for theirs. */

import { make, say } from "../common/dom.js";
import { qrCodeElement } from "../common/qr-code.js";

const PER_SHEET = 8;
const LINES_PER_SHEET = 24;

/** @typedef {{title: string, authority: string, address: string}} Round */

/**
 * @param {Round} round
 * @param {import("./card-codes.js").Card[]} cards
 * @returns {HTMLElement[]}
 */
export function sheets(round, cards) {
  return [
    ...slices(cards, PER_SHEET).map((some) =>
      make("section", { class: "sheet cards-sheet" }, some.map((one) => card(round, one)))),
    ...slices(cards, LINES_PER_SHEET).map((some, index) => receipts(round, some, index * LINES_PER_SHEET)),
  ];
}

function slices(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) },
    (_, index) => list.slice(index * size, (index + 1) * size));
}

// Printed papers are Vietnamese, as the round is, whatever the page's language.

function card(round, { name, position, code }) {
  // Two groups a line: what is typed from paper is read in pieces.
  const groups = code.split("-");
  const lines = [groups.slice(0, 2), groups.slice(2, 4), groups.slice(4)].map((line) => line.join("-"));
  return make("article", { class: "access-card", lang: "vi" },
    make("p", { class: "card-kind" }, "Thẻ vào phiếu"),
    make("p", { class: round.title.length > 120 ? "card-round long" : "card-round" }, round.title),
    make("p", { class: name.length > 40 ? "card-name long" : "card-name" }, make("span", {}, "Đồng chí: "),
      make("strong", {}, name),
      position ? make("small", {}, position) : null),
    make("div", { class: "card-body" },
      qrCodeElement(link(round, code), say("Mã QR để vào bỏ phiếu", "QR code for voting")),
      make("div", { class: "card-words" },
        make("p", { class: "card-code" }, lines.map((line) => make("span", {}, line))),
        make("p", { class: "card-help" }, "Quét mã, hoặc mở ", make("b", {}, typedAddress(round)),
          " rồi gõ mã trên (máy mượn thì nên gõ). Thẻ chỉ của người có tên; giữ kín như lá phiếu."))));
}

/** The code is in the fragment, which browsers send to no server; without hyphens the squares are larger. */
const link = (round, code) => `${round.address}/v/#${code.replaceAll("-", "")}`;

const typedAddress = (round) => `${round.address.replace(/^https:\/\//, "")}/v/`;

function receipts(round, cards, before) {
  const row = ({ name, position }, index) => make("tr", {},
    make("td", { class: "number" }, String(before + index + 1)), make("td", {}, name), make("td", {}, position),
    make("td", {}));
  const columns = ["TT", "Họ và tên", "Chức vụ", "Ký nhận thẻ"];
  return make("section", { class: "sheet receipt-sheet", lang: "vi" },
    make("p", { class: "receipt-body" }, round.authority),
    make("h3", {}, "Danh sách ký nhận thẻ vào phiếu"),
    make("p", { class: "receipt-round" }, round.title),
    make("table", {},
      make("thead", {}, make("tr", {}, columns.map((column) => make("th", { scope: "col" }, column)))),
      make("tbody", {}, cards.map(row))));
}
