/* Scans a QR code with the device's camera, where the browser itself can read one. */

const PAUSE = 200;

export const canScan = "BarcodeDetector" in globalThis && Boolean(navigator.mediaDevices?.getUserMedia);

/** @param {HTMLVideoElement} video shown while it looks @returns {Promise<string>} what the code says */
export async function scanCode(video) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  try {
    video.hidden = false;
    video.srcObject = stream;
    await video.play();
    const detector = new globalThis.BarcodeDetector({ formats: ["qr_code"] });
    for (;;) {
      const [code] = await detector.detect(video);
      if (code) return code.rawValue;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.hidden = true;
  }
}
