import { qrDecoder } from "./decode.ts";

// a code held still before the camera is one scan
const sameCodeFor = 4_000;
const betweenLooks = 150;

/** The camera and the photo button. `onCode` is told each code once; `onTrouble` when there is no camera, or no code in the photo. */
export function scanner(section: HTMLElement, onCode: (text: string) => void, onTrouble: (what: "camera" | "photo") => void): void {
  const part = <Part extends HTMLElement>(name: string) => section.querySelector<Part>(`[data-${name}]`);
  const [video, start, stop, frame] = [part<HTMLVideoElement>("video"), part("start"), part("stop"), part("camera")];
  const photo = part<HTMLInputElement>("photo");
  const decoder = qrDecoder();
  const heard = { text: "", at: 0 };
  let stream: MediaStream | undefined;
  section.hidden = false;

  start?.addEventListener("click", open);
  stop?.addEventListener("click", close);
  photo?.addEventListener("change", () => void readPhoto());
  // the lamp beside the lens is off while nobody looks at the page
  document.addEventListener("visibilitychange", () => document.hidden && close());

  async function open(): Promise<void> {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      if (!video) return;
      video.srcObject = stream;
      await video.play();
      show(true);
      void look();
    } catch {
      close();
      onTrouble("camera");
    }
  }

  function close(): void {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
    show(false);
  }

  function show(isOpen: boolean): void {
    if (frame) frame.hidden = !isOpen;
    if (stop) stop.hidden = !isOpen;
    if (start) start.hidden = isOpen;
  }

  async function look(): Promise<void> {
    const decode = await decoder;
    while (stream && video) {
      const text = await decode(video);
      if (text && stream && isNew(text)) onCode(text);
      await new Promise((next) => setTimeout(next, betweenLooks));
    }
  }

  function isNew(text: string): boolean {
    const now = performance.now();
    const isSame = heard.text === text && now - heard.at < sameCodeFor;
    Object.assign(heard, { text, at: now });
    return !isSame;
  }

  async function readPhoto(): Promise<void> {
    const file = photo?.files?.[0];
    if (!photo || !file) return;
    const picture = await createImageBitmap(file).catch(() => undefined);
    const text = picture && (await (await decoder)(picture));
    photo.value = "";
    if (text) onCode(text);
    else onTrouble("photo");
  }
}
