/*
 * What a member is asked where a relay does not say what became of a ballot, in both languages: what is known, what is
 * not, and what each choice costs.
 */

const SEAL_TELLS = [
  "Khi hòm được niêm phong, trang này tự tìm phiếu trong hòm và nói chắc là có hay không.",
  "When the box is sealed, this page looks for the slips in it and says for certain whether they are there.",
];

const TELL_SECRETARY = [
  "Hãy báo thư ký, để thư ký khoan niêm phong.",
  "Tell the secretary, who can put the sealing off.",
];

const TWICE = [
  "Nếu trạm cũng gửi, phiếu tới hòm hai lần: vẫn chỉ tính một lần, nhưng ai xem được máy chủ sẽ biết đó là phiếu của người đã đi hai đường.",
  "If the relay sends them too, the slips come twice: they count once, but whoever sees the server learns that they are of somebody who went twice.",
];

/** One text of several, in each language. @param {...(string[])} texts */
const joined = (...texts) => [0, 1].map((language) => texts.map((text) => text[language]).join(" "));

/** @typedef {{heading: string[], known: string[], unknown: string[], wait: string[], elsewhere: string[]}} Question */

/** @type {Record<string, Question>} */
export const QUESTIONS = {
  unfinished: {
    heading: ["Trạm không trả lời đã một lúc. Thư ký đã báo kết thúc bỏ phiếu chưa?",
      "The relay has not answered for a while. Has the secretary ended the voting?"],
    known: ["lúc giao, trạm đã nhận phiếu của đồng chí.", "the relay took your ballot when you handed it over."],
    unknown: ["bây giờ trạm còn giữ phiếu không, và đã kết thúc bỏ phiếu chưa.",
      "whether it still has it, and whether voting has ended."],
    wait: [
      "Chưa kết thúc thì chưa mất gì. Giữ trang này mở: nếu trạm khởi động lại mà mất phiếu, máy tự giao lại đúng phiếu ấy.",
      "Before voting ends nothing is lost. Keep this page open: if the relay starts again without your ballot, this device hands the same one over again."],
    elsewhere: TWICE,
  },
  silent: {
    heading: ["Đã kết thúc bỏ phiếu mà trạm không trả lời. Đồng chí đợi hay đi đường khác?",
      "Voting has ended, and the relay does not answer. Do you wait, or take another way?"],
    known: ["lúc giao, trạm đã nhận phiếu của đồng chí.", "the relay took your ballot when you handed it over."],
    unknown: ["trạm đã gửi phiếu vào hòm chưa, và có gửi nữa không.",
      "whether the relay has sent it to the box, or still will."],
    wait: joined(SEAL_TELLS, [
      "Nếu lúc ấy không có thì phiếu không được tính, và không còn đường nào nữa.",
      "If they are not, they do not count, and no other way is left."], TELL_SECRETARY),
    elsewhere: TWICE,
  },
  held: {
    heading: ["Đã kết thúc bỏ phiếu từ lâu mà trạm chưa gửi phiếu. Đồng chí đợi hay đi đường khác?",
      "Voting ended long ago, and the relay has not sent your ballot. Do you wait, or take another way?"],
    known: ["trạm trả lời là đang giữ phiếu của đồng chí và chưa gửi.",
      "the relay says that it has your ballot and has not sent it."],
    unknown: ["vì sao trạm chưa gửi, và có kịp trước lúc niêm phong không.",
      "why it has not, and whether it will before the box is sealed."],
    wait: joined(["Không gửi kịp thì phiếu không được tính.", "What is not sent in time does not count."],
      TELL_SECRETARY),
    elsewhere: [
      "Trước hết xin trạm trả lại phiếu: trạm ký là sẽ không bao giờ gửi, nên phiếu không tới hòm hai lần.",
      "First ask the relay for the ballot back: it signs that it will never send it, so that it does not come twice."],
  },
  sending: {
    heading: ["Đã kết thúc bỏ phiếu từ lâu mà trạm chưa gửi xong. Đồng chí đợi hay đi đường khác?",
      "Voting ended long ago, and the relay is not done sending. Do you wait, or take another way?"],
    known: ["trạm báo đã trộn phiếu của đồng chí và đang gửi; phiếu đã trộn thì không lấy lại được.",
      "the relay says that it mixed your ballot and is sending it; what is mixed cannot be taken back."],
    unknown: ["phiếu đã vào hòm chưa.", "whether it is in the box."],
    wait: joined(SEAL_TELLS, TELL_SECRETARY),
    elsewhere: joined([
      "Trạm còn đang gửi, nên phiếu rất có thể tới hòm hai lần.",
      "The relay is still sending, so that the slips are likely to come twice."], TWICE),
  },
  "sending-silent": {
    heading: ["Trạm báo đang gửi phiếu rồi không trả lời nữa. Đồng chí đợi hay đi đường khác?",
      "The relay said that it was sending your ballot, and does not answer any more. Do you wait, or take another way?"],
    known: ["trạm đã báo là trộn phiếu của đồng chí và đang gửi.",
      "the relay said that it had mixed your ballot and was sending it."],
    unknown: ["phiếu đã vào hòm chưa, và trạm có gửi tiếp không.",
      "whether it is in the box, and whether the relay goes on."],
    wait: joined(SEAL_TELLS, TELL_SECRETARY),
    elsewhere: joined([
      "Có thể một phần phiếu đã vào hòm, hoặc còn vào sau.",
      "Some of the slips may be in the box, or come there later."], TWICE),
  },
};
