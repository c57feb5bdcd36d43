// Finds a QR code in a picture, in a thread of its own, so that the page never waits for it.
import jsQR from "jsqr";

type Picture = { id: number; pixels: Uint8ClampedArray; width: number; height: number };

const scope = self as unknown as { onmessage: (event: MessageEvent<Picture>) => void; postMessage(found: unknown): void };

scope.onmessage = ({ data: { id, pixels, width, height } }) => {
  scope.postMessage({ id, text: jsQR.default(pixels, width, height)?.data });
};
