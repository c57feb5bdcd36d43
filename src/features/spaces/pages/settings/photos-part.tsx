import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { FileField } from "../../../../interface/components/text-field.tsx";
import { textIn } from "../../text-in.ts";
import { Photo } from "../parts/photo-gallery.tsx";
import { LanguageTexts } from "./language-texts.tsx";
import { messages } from "./messages.ts";
import { fieldsOf, PartFrame, type PartProps } from "./part-form.tsx";
import { textValues } from "./values.ts";

type PhotosPartProps = PartProps & {
  /** The photo one has asked to take away, and not yet said yes to. */
  removing: string | null;
};

/** The photos there are, each with what it shows, and one more. */
export function PhotosPart(props: PhotosPartProps) {
  const { current, outcome, isSaved, path, language } = props;
  const words = messages[language];
  const isOfNew = outcome !== undefined && !outcome.values.photoId;
  const fields = fieldsOf("photos", isOfNew ? outcome.values : {}, isOfNew ? outcome.errors : [], language);
  return (
    <PartFrame part="photos" isSaved={isSaved} language={language}>
      {current.photos.length === 0 && <p>{words.noPhotos}</p>}
      {current.photos.length > 0 && (
        <ol className="photo-sheets">
          {current.photos.map((photo) => (
            <li key={photo.id} className="room padded" id={`photo-${photo.id}`}>
              <EditedPhoto {...props} photo={photo} />
            </li>
          ))}
        </ol>
      )}
      <form className="form" method="post" action={`${path}#${errorSummaryId}`} encType="multipart/form-data" noValidate>
        <input type="hidden" name="part" value="photos" />
        <FileField
          {...fields.field("file")}
          defaultValue={undefined}
          label={words.file}
          hint={words.fileHint}
          accept="image/jpeg,image/png,image/webp"
        />
        <LanguageTexts label={words.shows} hint={words.showsHint} fields={fields} language={language} />
        <div className="send">
          <button className="button lit" type="submit">
            {words.photos.save}
          </button>
        </div>
      </form>
    </PartFrame>
  );
}

function EditedPhoto({
  current,
  outcome,
  path,
  language,
  removing,
  photo,
}: PhotosPartProps & { photo: PartProps["current"]["photos"][number] }) {
  const words = messages[language];
  const isThis = outcome?.values.photoId === photo.id;
  const shown = fieldsOf("photos", isThis ? outcome.values : textValues("texts", photo.texts), isThis ? outcome.errors : [], language);
  // each photo has fields of the same names
  const fields = { ...shown, field: (name: string) => ({ ...shown.field(name), id: `photo-${photo.id}-${name}` }) };
  const about = textIn(photo.texts, language)?.text ?? "";
  if (removing === photo.id)
    return (
      <form className="form" method="post" action={path}>
        <Hidden values={{ part: "photos", act: "remove", photoId: photo.id }} />
        <Photo photo={photo} language={language} />
        <h3>{words.removePhoto}</h3>
        <p>{words.removeHint}</p>
        <div className="buttons">
          <button className="button lit" type="submit">
            {words.removeYes} <span className="hidden">«{about}»</span>
          </button>
          <a className="button" href={`${path}#photos`}>
            {words.notNow}
          </a>
        </div>
      </form>
    );
  return (
    <>
      <Photo photo={photo} language={language} />
      <form className="form" method="post" action={`${path}#${errorSummaryId}`} noValidate>
        <Hidden values={{ part: "photos", act: "texts", photoId: photo.id }} />
        <LanguageTexts name="texts" label={words.shows} fields={fields} language={language} />
        <div className="buttons">
          <button className="button small" type="submit">
            {words.saveShows} <span className="hidden">«{about}»</span>
          </button>
        </div>
      </form>
      <div className="buttons">
        {current.photos[0]?.id !== photo.id && (
          <form method="post" action={path}>
            <Hidden values={{ part: "photos", act: "forward", order: movedForward(current.photos, photo.id).join(",") }} />
            <button className="button small" type="submit">
              {words.moveForward} <span className="hidden">«{about}»</span>
            </button>
          </form>
        )}
        <a className="button small quiet" href={`${path}?remove=${photo.id}#photo-${photo.id}`}>
          {words.remove} <span className="hidden">«{about}»</span>
        </a>
      </div>
    </>
  );
}

function Hidden({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function movedForward(photos: { id: string }[], moved: string): string[] {
  const ids = photos.map(({ id }) => id);
  const place = ids.indexOf(moved);
  return ids.toSpliced(place, 1).toSpliced(Math.max(0, place - 1), 0, moved);
}
