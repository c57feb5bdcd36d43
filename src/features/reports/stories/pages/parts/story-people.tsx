import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../../interface/format.ts";
import { appearances } from "../../story.ts";
import { storyWords } from "../story-words.ts";
import type { StoryData } from "./hindrances.tsx";
import type { StoryFormProps } from "./story-photo-forms.tsx";

/** Who is shown or quoted, how it stands with their consent, and what can be done about it. */
export function StoryPeople({ story, errors, written, language }: StoryFormProps) {
  const text = storyWords[language];
  const version = <input type="hidden" name="version" value={story.version} />;
  const error = (name: string) => {
    const message = errors.find(({ field }) => field === name)?.message;
    return message ? { error: message } : {};
  };
  const day = (moment: string) => dateWithYear(Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo"), language);
  const stands = ({ consent, answeredAt, askedAt }: StoryData["people"][number]) => {
    const since = consent === "asked" ? askedAt : answeredAt;
    return since ? `${text.consents[consent]}, ${text.since({ day: day(since) })}` : text.consents[consent];
  };
  const deed = (what: string, person: StoryData["people"][number], label: string) => (
    <form method="post">
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="person" value={person.id} />
      {version}
      <button className="button small" type="submit">
        {label}
        <span className="hidden">: {person.name}</span>
      </button>
    </form>
  );
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{text.people}</h2>
      <p className="soft">{text.peopleAbout}</p>
      {story.people.length > 0 ? (
        <DataTable
          caption={text.people}
          isCaptionHidden
          rows={story.people}
          keyOf={({ id }) => id}
          columns={[
            { label: text.name, isHeading: true, cell: ({ name }) => name },
            { label: text.appearance, cell: ({ appearance }) => text.appearances[appearance] },
            { label: text.consent, cell: stands },
            {
              label: text.what,
              cell: (person) => (
                <div className="buttons">
                  {person.email && person.consent !== "given" && deed("ask", person, person.askedAt ? text.askAgain : text.ask)}
                  {deed("take-off", person, text.takeOff)}
                </div>
              ),
            },
          ]}
        />
      ) : (
        <form method="post" className="form">
          <input type="hidden" name="what" value="nobody" />
          {version}
          <label className="agree">
            <input type="checkbox" name="nobody" defaultChecked={story.showsNobody} /> <span>{text.nobody}</span>
          </label>
          <button className="button small" type="submit">
            {text.saveNobody}
          </button>
        </form>
      )}
      <h3>{text.addPerson}</h3>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="what" value="person" />
        {version}
        <TextField
          name="name"
          label={text.name}
          maxLength={120}
          defaultValue={written?.person?.name}
          language={language}
          {...error("name")}
        />
        <TextField
          name="email"
          type="email"
          label={text.email}
          hint={text.emailHint}
          defaultValue={written?.person?.email}
          language={language}
          {...error("email")}
        />
        <SelectField
          name="appearance"
          label={text.appearance}
          options={appearances.map((value) => ({ value, label: text.appearances[value] }))}
          defaultValue={written?.person?.appearance ?? "both"}
          language={language}
        />
        <button className="button" type="submit">
          {text.add}
        </button>
      </form>
    </section>
  );
}
