import { alarm } from "./member-words.js";

/** How it is told that something is wrong with the end of voting, the sealed box or the count. */
export const LATE_WORDS = {
  "seal-note": alarm(
    ["Niêm phong không hợp lệ",
      "Bản niêm phong máy chủ đưa ra không mang chữ ký đúng, hoặc khác với bản máy này đã thấy trước đó."],
    ["The seal is not valid",
      "The seal that the server shows is not signed as it must be, or is another one than this device saw before."]),
  "box-root": alarm(
    ["Hòm phiếu không khớp với niêm phong", "Các phiếu trong hòm khác với những gì đã được niêm phong."],
    ["The box does not match its seal", "The slips in the box are not those that were sealed."]),
  "slip-lost": alarm(
    ["Thiếu phiếu của đồng chí trong hòm",
      "Có phiếu đã được cấp giấy biên nhận nhưng không có trong hòm đã niêm phong. Máy này giữ bằng chứng."],
    ["Slips of yours are missing from the box",
      "Slips for which the server gave a receipt are not in the sealed box. This device holds the evidence."]),
  "roll": alarm(
    ["Sổ phát phiếu không khớp với niêm phong", "Sổ phát phiếu khác với sổ đã được niêm phong."],
    ["The roll does not match its seal", "The list of who took a ballot is not the one that was sealed."]),
  "other-line": alarm(
    ["Có máy khác nhận phiếu bằng tên đồng chí",
      "Dòng ghi tên đồng chí trong sổ phát phiếu không phải của máy này. Máy này giữ bằng chứng."],
    ["Another device took a ballot in your name",
      "The line with your name in the roll is not this device’s. This device holds the evidence."]),
  "statement": alarm(
    ["Trạm chuyển phiếu nói hai điều khác nhau",
      "Số người được trộn mà trạm báo cho máy này khác với số trạm đã ký công bố."],
    ["The relay says two different things",
      "How many it mixed, as it told this device, is not what it signed for all to see."]),
  "small-mix": alarm(
    ["Trạm trộn phiếu với ít người hơn đồng chí yêu cầu",
      "Trạm đã nhận phiếu với điều kiện đó, rồi không giữ: máy chủ có thể đoán phiếu nào của ai."],
    ["The relay mixed your ballot with fewer than you asked for",
      "It took the ballot on that condition and did not keep it: the server may guess whose slips are whose."]),
  "closing": alarm(
    ["Bản kết thúc bỏ phiếu không hợp lệ", "Bản máy chủ đưa ra không mang chữ ký đúng."],
    ["The end of voting is not signed", "What the server shows of it does not bear the right signature."]),
  "sealed-time": [
    ["Giờ niêm phong khác giờ trên máy này", "The box bears another time than this device"],
    [
      "Hai giờ lệch nhau hơn mười phút. Hãy xem lại đồng hồ của máy; nếu đồng hồ đúng, hãy báo ban kiểm phiếu. Phiếu của đồng chí có đủ trong hòm.",
      "They are more than ten minutes apart. Check this device’s clock; if it is right, tell the counting board. Your slips are all in the box."],
  ],
  "board-key": alarm(
    ["Khóa mở hòm không đúng", "Khóa công bố để mở hòm không phải là khóa của ban kiểm phiếu đợt này."],
    ["The key that opened the box is not right", "The published key is not that of this round’s counting board."]),
};
