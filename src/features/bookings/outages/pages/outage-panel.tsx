import type { z } from "zod";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { longDay } from "../../../../interface/format.ts";
import { catalogue, type Language } from "../../../../platform/language/language.ts";
import type { outage } from "../contract.ts";

const words = catalogue({
  nb: {
    out: (f: { name: string; until: string }) => `${f.name} er ute av drift ut ${f.until}`,
    back: (f: { name: string }) => `Sett ${f.name} i drift`,
    report: "Meld noe ute av drift",
    what: "Rom eller maskin",
    note: "Hva er galt?",
    noteHint: "Alle kan lese det",
    until: "Ut dagen",
    send: "Meld ute av drift",
    about: "Bookinger i den tida avlyses, og de som har booket, får brev.",
  },
  nn: {
    out: (f: { name: string; until: string }) => `${f.name} er ute av drift ut ${f.until}`,
    back: (f: { name: string }) => `Set ${f.name} i drift`,
    report: "Meld noko ute av drift",
    what: "Rom eller maskin",
    note: "Kva er gale?",
    noteHint: "Alle kan lese det",
    until: "Ut dagen",
    send: "Meld ute av drift",
    about: "Bookingar i den tida blir avlyste, og dei som har booka, får brev.",
  },
  en: {
    out: (f: { name: string; until: string }) => `${f.name} is out of order through ${f.until}`,
    back: (f: { name: string }) => `Put ${f.name} back in order`,
    report: "Report something out of order",
    what: "Room or machine",
    note: "What is wrong?",
    noteHint: "Everybody can read it",
    until: "Through the day",
    send: "Report it out of order",
    about: "Bookings in that time are cancelled, and those who booked get a letter.",
  },
});

type Outage = z.infer<typeof outage>;
type Shared = { day: string; timeZone: string; isDesk: boolean; language: Language };

/** What is out of order in the house, and why; the desk puts it back. */
export function OutageNotices({ outages, day, timeZone, isDesk, language }: Shared & { outages: readonly Outage[] }) {
  const text = words[language];
  return outages.map(({ resource, note, until }) => (
    <Notice key={resource.id} kind="care" title={text.out({ name: resource.name, until: longDay(lastDay(until, timeZone), language) })}>
      <p>{note}</p>
      {isDesk && (
        <form method="post" className="buttons">
          <input type="hidden" name="day" value={day} />
          <input type="hidden" name="resource" value={resource.id} />
          <button type="submit" className="button small" name="act" value="back-in-order">
            {text.back({ name: resource.name })}
          </button>
        </form>
      )}
    </Notice>
  ));
}

/** The desk's form for taking a machine out of order. */
export function ReportOutage({
  resources,
  day,
  timeZone,
  isDesk,
  language,
}: Shared & { resources: readonly { id: string; name: string }[] }) {
  const text = words[language];
  if (!isDesk || resources.length === 0) return null;
  return (
    <details className="part section-s">
      <summary>{text.report}</summary>
      <form method="post" className="form">
        <input type="hidden" name="day" value={day} />
        <input type="hidden" name="timeZone" value={timeZone} />
        <SelectField
          name="resource"
          id="outage-resource"
          label={text.what}
          options={resources.map(({ id, name }) => ({ value: id, label: name }))}
          language={language}
        />
        <TextField name="note" id="outage-note" label={text.note} hint={text.noteHint} maxLength={200} language={language} />
        <TextField
          name="until"
          id="outage-until"
          label={text.until}
          type="date"
          min={day}
          width="s"
          defaultValue={day}
          language={language}
        />
        <p className="small soft">{text.about}</p>
        <button type="submit" className="button" name="act" value="outage">
          {text.send}
        </button>
      </form>
    </details>
  );
}

// one that ends at midnight is over before the new day
function lastDay(until: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(until).subtract({ seconds: 1 }).toZonedDateTimeISO(timeZone);
}
