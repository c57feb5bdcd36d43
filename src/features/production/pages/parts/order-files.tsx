import { CheckboxField } from "../../../../interface/components/choice-field.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { FileField } from "../../../../interface/components/text-field.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { acceptedEndings } from "../../design-file.ts";
import { orderWords } from "../order-words.ts";
import type { PartProps } from "./part-props.ts";

/** The designs, to be saved; the customer adds and takes away until there is a price. */
export function Files({ given: { order }, language, path }: PartProps) {
  const text = orderWords[language];
  return (
    <section id="files" className="stack close">
      <h2>{text.files}</h2>
      {order.files.length === 0 ? (
        <p>{text.noFiles}</p>
      ) : (
        <ul className="plain-list">
          {order.files.map((file) => (
            <li key={file.id}>
              <a href={file.address}>{file.name}</a> <span className="soft small">{size(file.bytes, language)}</span>
              {order.abilities.edit && <Remove act="remove-file" name="file" id={file.id} label={text.remove} of={file.name} path={path} />}
            </li>
          ))}
        </ul>
      )}
      {order.abilities.edit && (
        <form method="post" action={`${path}?to=files#files`} encType="multipart/form-data" className="form">
          <FileField name="file" label={text.addFile} hint={text.fileHint} accept={acceptedEndings.join(",")} language={language} />
          <button type="submit" className="button">
            <Icon name="upload" /> {text.upload}
          </button>
        </form>
      )}
    </section>
  );
}

/** Photos of the result, with the customer's consent. */
export function Photos({ given: { order }, language, path }: PartProps) {
  const text = orderWords[language];
  const { allowPhotos, addPhoto, isLab } = order.abilities;
  return (
    <section id="photos" className="stack close">
      <h2>{text.photosOfResult}</h2>
      {order.photos.map((photo) => (
        <figure key={photo.id}>
          <img src={photo.address} alt={text.photoOf({ title: order.title })} loading="lazy" />
          {allowPhotos && (
            <Remove act="remove-file" name="file" id={photo.id} label={text.remove} of={text.photoOf({ title: order.title })} path={path} />
          )}
        </figure>
      ))}
      {allowPhotos && (
        <form method="post" action={`${path}#photos`} className="form">
          <input type="hidden" name="act" value="consent" />
          <CheckboxField name="photosAllowed" hint={text.allowPhotosHint} defaultChecked={order.photosAllowed} language={language}>
            {text.allowPhotos}
          </CheckboxField>
          <button type="submit" className="button">
            {text.save}
          </button>
        </form>
      )}
      {isLab && !allowPhotos && <p>{order.photosAllowed ? text.photosAllowed : text.noPhotos}</p>}
      {addPhoto && (
        <form method="post" action={`${path}?to=photos#photos`} encType="multipart/form-data" className="form">
          <FileField name="file" id="photo" label={text.photos} accept="image/jpeg,image/png,image/webp" language={language} />
          <button type="submit" className="button">
            <Icon name="camera" /> {text.addPhoto}
          </button>
        </form>
      )}
    </section>
  );
}

type RemoveProps = { act: string; name: string; id: string; label: string; of: string; path: string };

/** A small button that takes one thing away. */
export function Remove({ act, name, id, label, of, path }: RemoveProps) {
  return (
    <form method="post" action={path} className="inline">
      <input type="hidden" name="act" value={act} />
      <button type="submit" className="button small" name={name} value={id}>
        {label} <span className="hidden">{of}</span>
      </button>
    </form>
  );
}

function size(bytes: number, language: Language): string {
  return bytes < 1_000_000
    ? `${number(Math.max(1, Math.round(bytes / 1000)), language)} kB`
    : `${number(bytes / 1_000_000, language, 1)} MB`;
}
