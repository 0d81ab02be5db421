import { make, say } from "../common/dom.js";
import { CODE_LENGTH, codeFrom, groupField, inGroups, readTyped } from "./access-code-input.js";
import { canScan, scan } from "./card-scanning.js";
import { original, stepLine } from "./member-words.js";
import { button, notice, paragraph } from "./stage-view.js";

/** The first step: the code on the member's card. */
export function showJoining(visit, view, app) {
  const { signal } = view;
  const status = make("p", { id: "code-status", class: "code-status", role: "status" });
  const field = make("textarea", {
    id: "code", class: "code-field", rows: "2", maxlength: "80", autocomplete: "off", autocapitalize: "characters",
    autocorrect: "off", spellcheck: "false", inputmode: "url", enterkeyhint: "go", lang: "en", translate: "no",
    "aria-describedby": "code-status code-help",
  });
  const go = make("button", { class: "main", "aria-describedby": "code-status" }, say("Tiếp tục", "Continue"));
  const form = make("form", { class: "stack", novalidate: true },
    make("label", { class: "field", for: "code" }, make("span", {}, say(
      "Mã trên thẻ, 26 chữ và số",
      "The card’s code: 26 letters and digits"))),
    field, status, go);
  const entry = new CodeEntry(visit, field, status, signal);
  field.addEventListener("input", (event) => event.isComposing || entry.changed());
  field.addEventListener("compositionend", () => entry.changed());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) submit(event);
  });
  form.addEventListener("submit", submit);

  async function submit(event) {
    event.preventDefault();
    const holder = await entry.check();
    if (signal.aborted) return;
    if (holder) app.joined(entry.code, holder);
    else field.focus();
  }

  const scanning = make("div", { hidden: true, class: "scan-offer" },
    button(say("Quét mã vuông trên thẻ", "Scan the card’s QR code"), () => scan(
      say("Hướng máy ảnh vào mã vuông trên thẻ", "Point the camera at the card’s QR code"), scanned, signal),
    { class: "wide", id: "scan" }));
  canScan().then((can) => { scanning.hidden = !can; });

  function scanned(text) {
    const code = codeFrom(text);
    if (code === null) {
      return say("Đây không phải mã trên thẻ vào phiếu. Mã trên màn hình phòng họp không dùng ở bước này.",
        "That is not an access slip’s code. The code on the room’s screen is not what is needed here.");
    }
    field.value = inGroups(code);
    entry.changed();
    return null;
  }

  view.show(
    { name: "joining", eyebrow: stepLine(1, say("Thẻ vào phiếu", "Your card")), heading: say(
      "Mã trên thẻ của đồng chí",
      "The code on your card") },
    paragraph(original(visit.title)),
    others(visit),
    scanning,
    form,
    make("p", { class: "hint", id: "code-help" }, say(
      "Gõ chữ hoa hay thường, có dấu cách hay không đều được. Cũng có thể mở ứng dụng máy ảnh của điện thoại và hướng vào mã vuông trên thẻ.",
      "Capitals, small letters and spaces make no difference. Or open the phone’s camera app and point it at the QR code on the card.")),
    make("p", { class: "hint" }, say(
      "Mã chỉ được đọc trên máy này; nó không được gửi đi đâu.",
      "The code is read on this device only; it is not sent anywhere.")));
}

/** Tells those who share a device that each goes on with their own card. */
function others({ sessions }) {
  if (sessions.length === 0) return null;
  return notice("", paragraph(say(
    `Máy này đang giữ phiếu của ${sessions.length} đồng chí. Nhập mã trên thẻ nào thì tiếp tục phần của thẻ ấy, hoặc bắt đầu với thẻ mới.`,
    `This device holds the ballot of ${sessions.length === 1 ? "one member" : `${sessions.length} members`}. Enter the code of a card to go on with that one, or to begin with a new one.`)));
}

/** The code while it is typed: grouped, counted, and looked up in the round's own list as soon as it is complete. */
class CodeEntry {
  #visit;
  #field;
  #status;
  #signal;
  #latest = 0;
  #holder = null;

  constructor(visit, field, status, signal) {
    this.#visit = visit;
    this.#field = field;
    this.#status = status;
    this.#signal = signal;
    if (visit.code) field.value = inGroups(visit.code);
    this.changed();
  }

  get code() {
    return readTyped(this.#field.value).code;
  }

  changed() {
    groupField(this.#field);
    this.#holder = this.#look();
  }

  /**
   * @returns {Promise<{id: string, name: string}|null>} whose code it is, having said what is wrong if it is nobody's
   */
  async check() {
    const holder = await this.#holder;
    const { code, wrong } = readTyped(this.#field.value);
    if (!holder && wrong.length === 0 && code.length < CODE_LENGTH) {
      const missing = CODE_LENGTH - code.length;
      this.#say("wrong", say(
        `Còn thiếu ${missing} ký tự.`,
        `${missing} more ${missing === 1 ? "character" : "characters"} to go.`));
    }
    return holder;
  }

  async #look() {
    const look = ++this.#latest;
    const { code, wrong } = readTyped(this.#field.value);
    if (wrong.length > 0) return this.#refuse(wrongLetters(wrong));
    if (code.length > CODE_LENGTH) {
      return this.#refuse(say(
        `Thừa ${code.length - CODE_LENGTH} ký tự: mã có đúng 26.`,
        `${code.length - CODE_LENGTH} too many: a code has 26.`));
    }
    if (code.length < CODE_LENGTH) {
      this.#say("", code === "" ? "" : say(`Đã nhập ${code.length} / 26 ký tự`, `${code.length} of 26 characters`));
      return null;
    }
    this.#say("", say("Đang kiểm tra mã…", "Checking the code…"));
    const holder = await this.#visit.holderOf(code);
    if (look !== this.#latest || this.#signal.aborted) return null;
    if (!holder) {
      return this.#refuse(say(
        "Đủ 26 ký tự, nhưng đợt bỏ phiếu này không có thẻ như vậy. Hãy xem lại từng nhóm năm ký tự với thẻ; nếu vẫn không được, hãy báo thư ký.",
        "That is 26 characters, but this round has no such card. Compare group by group with the card; if it still fails, tell the secretary."));
    }
    this.#say("good", say(`Đúng. Thẻ của đồng chí ${holder.name}.`, `Correct. This is the card of ${holder.name}.`));
    return holder;
  }

  #refuse(text) {
    this.#say("wrong", text);
    return null;
  }

  #say(kind, text) {
    this.#status.className = `code-status ${kind}`;
    if (this.#status.textContent !== text) this.#status.textContent = text;
    if (kind === "wrong") this.#field.setAttribute("aria-invalid", "true");
    else this.#field.removeAttribute("aria-invalid");
  }
}

function wrongLetters(wrong) {
  const list = wrong.map((letter) => `“${letter}”`).join(", ");
  if (wrong.some((letter) => /[^ -~]/.test(letter))) {
    return say(`Mã không có chữ ${list}. Bàn phím đang gõ chữ Việt có dấu: hãy chuyển sang bàn phím tiếng Anh.`,
      `No code has ${list}. The keyboard is adding Vietnamese accents: switch it to English.`);
  }
  return say(`Mã không có ký tự ${list}. Hãy xem lại trên thẻ.`, `No code has ${list}. Look at the card again.`);
}
