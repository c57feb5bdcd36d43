import { CheckboxField, SelectField } from "../../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import { capital, clockRange, dateWithYear, longDay, weekday } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { writtenLength } from "../../../../../platform/language/written-length.ts";
import { consultationWords } from "../consultation-words.ts";
import { type PartProps, writtenIn } from "./part-props.ts";

/** The fields of the form of weekly times that was sent, by their ids, and which of them one of the API's stands in. */
export function weeklyFields(sent: string | undefined, language: Language): Record<"labels" | "names", Record<string, string>> {
  const text = consultationWords[language];
  const [act, id] = (sent ?? "").split(" ");
  if (act === "out") return { labels: { [`day-${id}`]: text.day, [`reason-${id}`]: text.reason }, names: named(["day", "reason"], id) };
  if (act === "ended") {
    const labels = { [`until-${id}`]: text.endOn, [`end-reason-${id}`]: text.reason };
    return { labels, names: { until: `until-${id}`, reason: `end-reason-${id}` } };
  }
  if (act !== "added") return { labels: {}, names: {} };
  const { weekday: day, opens, closes, slotMinutes, places, note, validFrom: from, validUntil: until } = text;
  const own = { weekday: day, opens, closes, slotMinutes, places, note, from, until };
  const labels = Object.fromEntries(Object.entries(own).map(([field, label]) => [`new-${field}`, label]));
  return { labels, names: Object.fromEntries(Object.keys(own).map((field) => [field, `new-${field}`])) };
}

function named(fields: readonly string[], id: string | undefined): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, `${field}-${id}`]));
}

type Weekly = PartProps["given"]["weekly"][number];

// any Monday: the name of a weekday is all that is taken of it
const aMonday = Temporal.PlainDate.from("2026-11-23");

/** The weekly times; for the desk with what changes them. */
export function WeeklyTimes(part: PartProps) {
  const { given, language } = part;
  const text = consultationWords[language];
  return (
    <section className="stack">
      <h2>{text.weeklyTimes}</h2>
      <ul className="plain-list">
        {given.weekly.map((weekly) => (
          <li key={weekly.id} className="stack close">
            <p>
              <b>{text.weekly({ day: capital(weekdayName(weekly.weekday, language)), times: timesOf(weekly, language) })}</b>
              <br />
              {[
                text.slotOf({ minutes: writtenLength(weekly.slotMinutes, language) }),
                weekly.staff && text.with({ name: weekly.staff.name }),
                weekly.from > given.today && text.from({ day: dateWithYear(weekly.from, language) }),
                weekly.until && text.until({ day: dateWithYear(weekly.until, language) }),
              ]
                .filter(Boolean)
                .join(", ")}
            </p>
            {weekly.note && <p className="soft">{weekly.note}</p>}
            {weekly.exceptions.map(({ day, reason }) => (
              <div key={day}>
                <p>
                  {text.out} {longDay(day, language)}
                  {reason && `: ${reason}`}
                </p>
                {weekly.abilities.change && (
                  <form method="post">
                    <input type="hidden" name="consultation" value={weekly.id} />
                    <input type="hidden" name="day" value={day} />
                    <button type="submit" className="button small" name="act" value="back">
                      {text.putBack({ day: longDay(day, language) })}
                    </button>
                  </form>
                )}
              </div>
            ))}
            {weekly.abilities.change && <ChangeWeekly {...part} weekly={weekly} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangeWeekly({ given, refused, language, weekly }: PartProps & { weekly: Weekly }) {
  const text = consultationWords[language];
  const out = writtenIn(refused, `out ${weekly.id}`);
  const ended = writtenIn(refused, `ended ${weekly.id}`);
  const field = (name: string) => ({ name, id: `${name}-${weekly.id}`, language });
  return (
    <>
      <details className="opens-form" open={refused?.act === `out ${weekly.id}`}>
        <summary>{text.takeOutDay}</summary>
        <form method="post" className="form" noValidate>
          <input type="hidden" name="consultation" value={weekly.id} />
          <TextField {...field("day")} label={text.day} type="date" min={given.today} width="s" defaultValue={out.day} />
          <TextField {...field("reason")} label={text.reason} hint={text.reasonHint} maxLength={300} isOptional defaultValue={out.reason} />
          <button type="submit" className="button" name="act" value="out">
            {text.takeOut}
          </button>
        </form>
      </details>
      <details className="opens-form" open={refused?.act === `ended ${weekly.id}`}>
        <summary>{text.end}</summary>
        <form method="post" className="form" noValidate>
          <input type="hidden" name="consultation" value={weekly.id} />
          <TextField {...field("until")} label={text.endOn} type="date" min={given.today} width="s" defaultValue={ended.until} />
          <TextField
            {...{ ...field("reason"), id: `end-reason-${weekly.id}` }}
            label={text.reason}
            hint={text.reasonHint}
            maxLength={300}
            isOptional
            defaultValue={ended.reason}
          />
          <button type="submit" className="button" name="act" value="ended">
            {text.endIt}
          </button>
        </form>
      </details>
    </>
  );
}

/** The form of a new weekly time, for the desk. */
export function AddWeekly({ given, refused, language }: PartProps) {
  const text = consultationWords[language];
  const written = writtenIn(refused, "added");
  const field = (name: string, usual?: string) => ({
    name,
    language,
    id: `new-${name}`,
    defaultValue: written[name] ?? usual,
  });
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: capital(weekdayName(day, language)) }));
  return (
    <details className="part" open={refused?.act === "added" || given.weekly.length === 0}>
      <summary>{text.add}</summary>
      <form method="post" className="form" noValidate>
        <SelectField {...field("weekday", "2")} label={text.weekday} options={weekdays} />
        <div className="pair">
          <TextField {...field("opens", "17:00")} label={text.opens} type="time" />
          <TextField {...field("closes", "19:00")} label={text.closes} type="time" />
        </div>
        <TextField {...field("slotMinutes", "30")} label={text.slotMinutes} inputMode="numeric" width="xs" />
        <TextField {...field("places", "1")} label={text.places} inputMode="numeric" width="xs" />
        <TextField {...field("note")} label={text.note} maxLength={300} isOptional />
        <TextField {...field("from", given.today)} label={text.validFrom} type="date" width="s" />
        <TextField {...field("until")} label={text.validUntil} type="date" width="s" isOptional />
        <CheckboxField name="isMine" id="new-isMine" defaultChecked={written.isMine === "on"} language={language}>
          {text.isMine}
        </CheckboxField>
        <button type="submit" className="button" name="act" value="added">
          {text.addIt}
        </button>
      </form>
    </details>
  );
}

function weekdayName(day: number, language: Language): string {
  return weekday(aMonday.add({ days: day - 1 }), language);
}

function timesOf({ opens, closes }: Weekly, language: Language): string {
  return clockRange(opens, closes, language);
}
