import type { Language } from "../../platform/language/language.ts";
import { Icon } from "./icon.tsx";
import { scanWords } from "./scan-words.ts";

/** The camera, and a photo where there is none. Hidden until the script can use it. */
export function ScanPanel({ language }: { language: Language }) {
  const text = scanWords[language];
  return (
    <section data-scan hidden aria-label={text.scan}>
      <div className="camera" data-camera hidden>
        <video muted playsInline data-video aria-label={text.cameraPicture} />
        <p data-camera-words>{text.holdInFrame}</p>
      </div>
      <div className="two-buttons">
        <button className="button lit" type="button" data-start>
          <Icon name="scan" /> {text.scan}
        </button>
        <button className="button" type="button" data-stop hidden>
          {text.stopCamera}
        </button>
        <label className="button photo-button">
          <Icon name="camera" /> {text.photo}
          <input type="file" accept="image/*" capture="environment" className="hidden" data-photo />
        </label>
      </div>
      <p className="small" data-scan-words role="status" />
    </section>
  );
}
