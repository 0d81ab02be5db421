import { byId, make, say } from "../common/dom.js";
import { actions, button } from "./stage-view.js";

const PAUSE = 200;

/** Whether this browser can read QR codes by itself; where not, the phone's camera app does it. */
export async function canScan() {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return false;
  const formats = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes("qr_code");
}

/**
 * Shows the camera's picture in a dialog until a QR code is read that `take` accepts.
 * @param {string} heading what to point the camera at
 * @param {(text: string) => string|null} take null when it was taken, or else why it is not the right one
 * @param {AbortSignal} signal
 */
export async function scan(heading, take, signal) {
  const ended = new AbortController();
  const video = make("video", { muted: true, playsinline: true, "aria-label": say(
    "Hình từ máy ảnh",
    "The camera’s picture") });
  const hint = make("p", { class: "scan-hint", role: "status" });
  const close = button(say("Thôi quét", "Stop scanning"), () => dialog.close());
  const dialog = make("dialog", { class: "scan", "aria-labelledby": "scan-heading" },
    make("h2", { id: "scan-heading" }, heading), video, hint, actions(close));
  dialog.addEventListener("close", () => ended.abort());
  signal.addEventListener("abort", () => dialog.close());
  byId("round").append(dialog);
  dialog.showModal();
  try {
    await watch(video, hint, take, ended.signal);
  } catch {
    hint.textContent = say(
      "Không mở được máy ảnh. Hãy cho phép trang này dùng máy ảnh, hoặc nhập mã bằng tay.",
      "The camera could not be opened. Allow this page to use it, or type the code.");
    if (!ended.signal.aborted) await new Promise((resolve) => ended.signal.addEventListener("abort", resolve));
  } finally {
    dialog.close();
    dialog.remove();
  }
}

async function watch(video, hint, take, signal) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  try {
    video.srcObject = stream;
    await video.play();
    const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
    while (!signal.aborted) {
      const [found] = await detector.detect(video).catch(() => []);
      if (found) {
        const refusal = take(found.rawValue);
        if (refusal === null) return;
        hint.textContent = refusal;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
