import type { Language } from "../../../../platform/language/language.ts";
import type { Space } from "../../shapes.ts";
import { textIn } from "../../text-in.ts";

/** The photos in the order of the house. The browser takes the size it needs, and those further down only when they come into view. */
export function PhotoGallery({ photos, language }: { photos: Space["photos"]; language: Language }) {
  if (photos.length === 0) return null;
  return (
    <ul className="photos">
      {photos.map((photo, place) => (
        <li key={photo.id}>
          <Photo photo={photo} language={language} isFirst={place === 0} />
        </li>
      ))}
    </ul>
  );
}

/** One photo with what it shows. `isFirst` is fetched at once. */
export function Photo({ photo, language, isFirst = false }: { photo: Space["photos"][number]; language: Language; isFirst?: boolean }) {
  const shown = textIn(photo.texts, language);
  return (
    <img
      src={photo.small}
      srcSet={`${photo.small} 480w, ${photo.large} 1600w`}
      sizes="(min-width: 62rem) 26rem, 100vw"
      width={photo.width}
      height={photo.height}
      alt={shown?.text ?? ""}
      lang={shown && shown.language !== language ? shown.language : undefined}
      loading={isFirst ? undefined : "lazy"}
      decoding="async"
    />
  );
}
