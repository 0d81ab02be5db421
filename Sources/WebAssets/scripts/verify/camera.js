/* Reads a QR code with the camera, where the browser knows how; the pictures never leave the device. */

import { byId, say } from "../common/dom.js";

/** How often a picture is looked at, in milliseconds. */
const PACE = 200;

/** @param {function(string)} found told what a code says that leads to a verify page */
export async function offerCamera(found) {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  const formats = await BarcodeDetector.getSupportedFormats();
  if (!formats.includes("qr_code")) return;
  byId("camera").hidden = false;
  byId("scan").addEventListener("click", () => scan(new BarcodeDetector({ formats: ["qr_code"] }), found));
}

async function scan(detector, found) {
  const [video, button, fault] = ["video", "scan", "camera-fault"].map(byId);
  fault.hidden = true;
  button.disabled = true;
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.hidden = false;
    await video.play();
    found(await firstCode(detector, video));
  } catch {
    fault.textContent = say("Không dùng được máy ảnh. Hãy cho phép trang này dùng máy ảnh, hoặc dán nội dung mã.",
      "The camera cannot be used. Allow this page to use it, or paste what the code says.");
    fault.hidden = false;
  } finally {
    video.srcObject?.getTracks().forEach((track) => track.stop());
    video.hidden = true;
    button.disabled = false;
  }
}

async function firstCode(detector, video) {
  for (;;) {
    const codes = await detector.detect(video);
    const code = codes.find(({ rawValue }) => rawValue.includes("#"));
    if (code) return code.rawValue;
    await new Promise((resume) => setTimeout(resume, PACE));
  }
}
