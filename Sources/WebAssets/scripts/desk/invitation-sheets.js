/* Invitations to a board of several, as they are printed: one page for one member. */

import { make, say } from "../common/dom.js";
import { qrCodeElement } from "../common/qr-code.js";

// Printed papers are Vietnamese, as the round is, whatever the page's language.

/**
 * @param {{round: string, title: string, authority: string, address: string}} plan
 * @param {{place: number, name: string, code: string}} invitation @returns {HTMLElement}
 */
export function invitationSheet(plan, { name, code }) {
  const groups = code.split("-");
  const lines = [0, 2, 4, 6].map((at) => groups.slice(at, at + 2).join("-"));
  return make("section", { class: "sheet invitation", lang: "vi" },
    make("p", { class: "invitation-body" }, plan.authority),
    make("h3", {}, "Thư mời thành viên ban kiểm phiếu"),
    make("p", {}, "Kính gửi đồng chí: ", make("strong", { class: "invitation-name" }, name)),
    make("p", {}, plan.title),
    make("ol", {},
      make("li", {}, "Mở máy ảnh trên điện thoại của chính mình, hướng vào mã vuông dưới đây, bấm vào dòng địa chỉ."),
      make("li", {}, "Trang hỏi tên, bấm “Đúng, tôi là người này”. Máy tự làm tiếp; để trang mở đến khi báo xong."),
      make("li", {}, "Giữ thư này và giữ máy đến hết buổi kiểm phiếu."),
      make("li", {}, "Khi thư ký chốt đợt, mở lại trang để so mã, cất tờ khóa và ký.")),
    make("div", { class: "invitation-code" },
      qrCodeElement(link(plan, code), say("Mã QR của thư mời", "QR code of the invitation")),
      make("p", {}, lines.map((line) => make("span", {}, line)))),
    make("p", {}, "Không quét được thì mở ", make("b", {}, typedAddress(plan)), " rồi gõ mã trên. ",
      "Thư chỉ của người có tên: ai cầm thư này thì vào được chỗ của người đó."));
}

/** The code is in the fragment, which browsers send to no server. */
const link = ({ address, round }, code) => `${address}/board/${round}#${code.replaceAll("-", "")}`;

const typedAddress = ({ address, round }) => `${address.replace(/^https:\/\//, "")}/board/${round}`;
