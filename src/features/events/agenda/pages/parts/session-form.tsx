import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../../interface/components/default-button.tsx";
import { TextareaField, TextField } from "../../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../../interface/form-values.ts";
import { capital, clock, longDay } from "../../../../../interface/format.ts";
import { labelsInEach } from "../../../../../interface/labels.ts";
import { type Language, languages } from "../../../../../platform/language/language.ts";
import { zoned } from "../../../pages/event-times.ts";
import { agendaWords } from "../agenda-words.ts";
import { linesOf } from "../speaker-lines.ts";
import type { ShownSession } from "./programme.tsx";

type FormProps = {
  session: (ShownSession & { version: number; resourceId: string | null }) | undefined;
  /** Where a new one begins: the day it is for, and when the last one of it ends. */
  next: { day: string; from: string; to: string };
  days: readonly string[];
  rooms: readonly { id: string; name: string }[];
  tracks: readonly string[];
  timeZone: string;
  written: Written | undefined;
  errors: readonly { field: string; message: string }[];
  language: Language;
};

/** What the fields of a session are called, in its form and in the list of what is wrong. */
export function sessionLabels(language: Language) {
  const { name, about, day, from, to, speakers, track, house, room, language: spoken, mostPeople } = agendaWords[language];
  const texts = { ...labelsInEach("title", name), ...labelsInEach("about", about) };
  return { ...texts, day, from, to, speakers, track, house, room, language: spoken, mostPeople };
}

/** The form of a session: a new one, or one that is written anew. */
export function SessionForm({ session, next, days, rooms, tracks, timeZone, written, errors, language }: FormProps) {
  const text = agendaWords[language];
  const usual = usualOf(session, next, timeZone);
  const labels = sessionLabels(language);
  const field = (name: keyof typeof labels) => {
    const error = errors.find((one) => one.field === name)?.message;
    const defaultValue = written ? oneOf(written, name) : (usual[name] ?? "");
    return { name, label: labels[name], language, defaultValue, ...(error !== undefined && { error }) };
  };
  return (
    <form className="form" method="post" noValidate>
      <DefaultButton act="save" />
      {session && <input type="hidden" name="session" value={session.id} />}
      {session && <input type="hidden" name="version" value={session.version} />}
      <TextField {...field(`title-${language}`)} hint={text.nameHint} maxLength={200} />
      <div className="event-row">
        <SelectField {...field("day")} options={days.map((day) => ({ value: day, label: capital(longDay(day, language)) }))} />
        <TextField {...field("from")} type="time" width="s" />
        <TextField {...field("to")} type="time" width="s" />
      </div>
      <TextareaField {...field("speakers")} hint={text.speakersHint} rows={4} maxLength={8000} isOptional />
      <TextField {...field("track")} hint={text.trackHint} maxLength={60} list="tracks" autoComplete="off" isOptional />
      <datalist id="tracks">
        {tracks.map((track) => (
          <option key={track} value={track} />
        ))}
      </datalist>
      {rooms.length > 0 && (
        <SelectField
          {...field("house")}
          isOptional
          options={[{ value: "", label: text.noHouse }, ...rooms.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <TextField {...field("room")} {...(rooms.length > 0 && { hint: text.roomHint })} maxLength={100} isOptional />
      <div className="event-row">
        <SelectField
          {...field("language")}
          isOptional
          options={[
            { value: "", label: text.noLanguage },
            ...Object.entries(text.languageNames).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextField {...field("mostPeople")} hint={text.mostHint} inputMode="numeric" width="xs" isOptional />
      </div>
      <details open={errors.some(({ field: name }) => name.startsWith("about-")) || undefined}>
        <summary>{text.more}</summary>
        <div className="form">
          {languages
            .filter((each) => each !== language)
            .map((each) => (
              <TextField key={each} {...field(`title-${each}`)} lang={each} maxLength={200} isOptional />
            ))}
          {languages.map((each) => (
            <TextareaField key={each} {...field(`about-${each}`)} lang={each} maxLength={4000} isOptional />
          ))}
        </div>
      </details>
      <div className="send">
        <button type="submit" className="button lit" name="act" value="save">
          {session ? text.save : text.add}
        </button>
      </div>
    </form>
  );
}

function usualOf(session: FormProps["session"], next: FormProps["next"], timeZone: string): Record<string, string> {
  if (!session) return next;
  const [from, until] = [zoned(session.startsAt, timeZone), zoned(session.endsAt, timeZone)];
  const { title, descriptions } = session;
  return {
    ...Object.fromEntries(
      languages.flatMap((each) => [
        [`title-${each}`, title[each] ?? ""],
        [`about-${each}`, descriptions[each] ?? ""],
      ]),
    ),
    day: from.toPlainDate().toString(),
    from: clock(from),
    to: clock(until),
    speakers: linesOf(session.speakers),
    track: session.track ?? "",
    house: session.resourceId ?? "",
    room: session.resourceId === null ? (session.room ?? "") : "",
    language: session.language ?? "",
    mostPeople: session.mostPeople === null ? "" : String(session.mostPeople),
  };
}
