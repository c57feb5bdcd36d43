import { FileField } from "../../../../../interface/components/text-field.tsx";
import { inLanguage } from "../../../../../interface/in-language.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { TextsFields } from "../../../pages/parts/texts-fields.tsx";
import type { WrittenStory } from "../story-action.ts";
import { storyWords } from "../story-words.ts";
import type { StoryData } from "./hindrances.tsx";

export type StoryFormProps = {
  story: StoryData;
  errors: readonly { field: string; message: string }[];
  written: WrittenStory | undefined;
  language: Language;
};

/** The photo of a story with what it shows, another in its place, and away with it. */
export function StoryPhotoForms({ story, errors, written, language }: StoryFormProps) {
  const text = storyWords[language];
  const { photo } = story;
  const fileError = errors.find(({ field }) => field === "file")?.message;
  const version = <input type="hidden" name="version" value={story.version} />;
  const shows = (texts: Partial<Record<Language, string | undefined>>) => (
    <TextsFields
      name="photoTexts"
      label={text.shows}
      hint={text.showsHint}
      texts={texts}
      errors={errors}
      language={language}
      longest={300}
    />
  );
  return (
    <section className="stack" aria-labelledby="photo">
      <h2 id="photo">{text.photo}</h2>
      {photo ? (
        <div className="columns">
          <img
            className="story-photo"
            src={photo.smallUrl}
            width={photo.width}
            height={photo.height}
            alt={inLanguage(photo.texts, language)}
          />
          <div className="stack">
            <form method="post" className="form" noValidate>
              <input type="hidden" name="what" value="shows" />
              {version}
              {shows(written?.photoTexts ?? photo.texts)}
              <button className="button" type="submit">
                {text.saveShows}
              </button>
            </form>
            <form method="post">
              <input type="hidden" name="what" value="remove-photo" />
              {version}
              <button className="button small" type="submit">
                {text.removePhoto}
              </button>
            </form>
          </div>
        </div>
      ) : (
        <>
          <p className="soft">{text.noPhoto}</p>
          <form method="post" className="form" encType="multipart/form-data" noValidate>
            <input type="hidden" name="what" value="photo" />
            {version}
            <FileField
              name="file"
              label={text.file}
              hint={text.fileHint}
              accept="image/jpeg,image/png,image/webp"
              language={language}
              {...(fileError && { error: fileError })}
            />
            {shows(written?.photoTexts ?? {})}
            <button className="button" type="submit">
              {text.savePhoto}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
