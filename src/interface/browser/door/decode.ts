type Source = HTMLVideoElement | ImageBitmap;
type Decode = (source: Source) => Promise<string | undefined>;

interface NativeDetector {
  detect(source: Source): Promise<{ rawValue: string }[]>;
}
type NativeDetectors = { new (options: { formats: string[] }): NativeDetector; getSupportedFormats(): Promise<string[]> };

// beyond this a code is no easier to read, and the phone gets warm
const largestSide = 1_200;

/** The text of a QR code in a picture: by the browser itself where it can, else by our own reader in a thread of its own. */
export async function qrDecoder(): Promise<Decode> {
  const native = (globalThis as { BarcodeDetector?: NativeDetectors }).BarcodeDetector;
  const formats = await native?.getSupportedFormats().catch((): string[] => []);
  return native && formats?.includes("qr_code") ? byBrowser(new native({ formats: ["qr_code"] })) : byWorker();
}

function byBrowser(detector: NativeDetector): Decode {
  return async (source) => (await detector.detect(source).catch(() => []))[0]?.rawValue;
}

function byWorker(): Decode {
  const worker = new Worker("/scripts/decode-qr.js", { type: "module" });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const asked = new Map<number, (text: string | undefined) => void>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<{ id: number; text?: string }>) => {
    asked.get(data.id)?.(data.text);
    asked.delete(data.id);
  };
  return (source) => {
    const [wide, high] = "videoWidth" in source ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
    const scale = Math.min(1, largestSide / Math.max(wide, high, 1));
    canvas.width = Math.round(wide * scale);
    canvas.height = Math.round(high * scale);
    if (!context || canvas.width === 0 || canvas.height === 0) return Promise.resolve(undefined);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const { data: pixels, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    last += 1;
    const id = last;
    return new Promise((found) => {
      asked.set(id, found);
      worker.postMessage({ id, pixels, width, height }, [pixels.buffer]);
    });
  };
}
