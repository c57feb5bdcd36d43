import { Notice } from "../../../../../interface/components/notice.tsx";
import { dateWithYear } from "../../../../../interface/format.ts";
import { inLanguage } from "../../../../../interface/in-language.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import type { ReportData } from "../../../pages/parts/report-part.tsx";
import { storyWords } from "../story-words.ts";
import { Hindrances } from "./hindrances.tsx";

type Told = Pick<NonNullable<ReportData["stories"][number]["told"]>, "titles" | "texts" | "photo">;
type StoryViewProps = { story: Told; id: string; language: Language };

/** A story as it is told: its photo with what it shows, and its words. */
export function StoryView({ story, id, language }: StoryViewProps) {
  const { photo } = story;
  const paragraphs = inLanguage(story.texts, language)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return (
    <div className={photo ? "story frame" : "frame measure"}>
      {photo && (
        <img
          src={photo.url}
          srcSet={`${photo.smallUrl} ${smallWidth(photo)}w, ${photo.url} ${photo.width}w`}
          sizes="(max-width: 48rem) 100vw, 50vw"
          width={photo.width}
          height={photo.height}
          alt={inLanguage(photo.texts, language)}
          loading="lazy"
        />
      )}
      <div className="stack">
        <h2 id={id}>{inLanguage(story.titles, language)}</h2>
        {paragraphs.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}

// the small one is 480 on its longest side
function smallWidth({ width, height }: { width: number; height: number }): number {
  return Math.round(Math.min(width, (480 * width) / Math.max(width, height)));
}

type StoryPartProps = { id: string; place: number; report: ReportData; language: Language };

/** A story in a report: as it is, or the note of one that was taken out. A draft says what it still needs. */
export function StoryPart({ id, place, report, language }: StoryPartProps) {
  const text = storyWords[language];
  const story = report.stories.find((one) => one.id === id);
  if (!story) return null;
  if (!story.told)
    return (
      <section className="frame section-s stack" aria-labelledby={`part-${place}`}>
        <h2 id={`part-${place}`}>{text.takenOut}</h2>
        <p>{text.takenOutAbout({ day: dateWithYear(story.takenOutOn ?? "", language) })}</p>
        <p className="small">
          {text.storyChecksum} <code className="checksum">{story.checksum}</code>
        </p>
      </section>
    );
  return (
    <section className="report-story" aria-labelledby={`part-${place}`}>
      <div className="section-s">
        {story.hindrances.length > 0 && (
          <div className="frame story-hindrances">
            <Notice kind="light" icon="lock" title={text.draftHindrance}>
              <Hindrances hindrances={story.hindrances} language={language} />
              <p>
                <a href={`/${language}/stories/${id}`}>{text.openStory}</a>
              </p>
            </Notice>
          </div>
        )}
        <StoryView story={story.told} id={`part-${place}`} language={language} />
      </div>
    </section>
  );
}
