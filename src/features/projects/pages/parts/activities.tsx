import { DataTable } from "../../../../interface/components/data-table.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { inLanguage } from "../../../../interface/in-language.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { projectWords } from "../project-words.ts";
import type { ShownProject } from "./project-of-api.ts";

/** Events that are activities of the project, with those who registered and those who came. */
export function Activities({ project, language }: { project: Pick<ShownProject, "events">; language: Language }) {
  const text = projectWords[language];
  const sum = (of: "registered" | "checkedIn") => project.events.reduce((total, event) => total + event[of], 0);
  return (
    <section aria-labelledby="activities" className="stack">
      <h2 id="activities">{text.activities}</h2>
      {project.events.length === 0 ? (
        <p>{text.noActivities}</p>
      ) : (
        <DataTable
          caption={text.activities}
          isCaptionHidden
          rows={project.events}
          keyOf={({ id }) => id}
          columns={[
            {
              label: text.event,
              isHeading: true,
              cell: ({ slug, titles }) => <a href={`/${language}/events/${slug}`}>{inLanguage(titles, language)}</a>,
              total: text.inAll,
            },
            {
              label: text.when,
              cell: ({ startsAt }) => dateWithYear(Temporal.Instant.from(startsAt).toZonedDateTimeISO("Europe/Oslo"), language),
            },
            { label: text.registered, isNumeric: true, cell: ({ registered }) => registered, total: sum("registered") },
            { label: text.checkedIn, isNumeric: true, cell: ({ checkedIn }) => checkedIn, total: sum("checkedIn") },
          ]}
        />
      )}
    </section>
  );
}
