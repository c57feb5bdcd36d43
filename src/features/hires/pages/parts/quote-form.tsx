import type { z } from "zod";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { HintAndError } from "../../../../interface/components/field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { capital, clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { availabilityShape } from "../../shapes.ts";
import type { Refused, ShownHire } from "../hire-action.ts";
import { hireWords } from "../hire-words.ts";
import { emptyLines } from "../quote-lines.ts";
import { quoteErrors, quoteLabels } from "./quote-errors.ts";
import { Refusal } from "./refusal.tsx";

type Availability = z.infer<typeof availabilityShape>;
type QuoteProps = {
  hire: ShownHire;
  availability: Availability;
  refused: Refused | undefined;
  today: string;
  path: string;
  language: Language;
};

/** The quote: rooms and time, lines with VAT, discount, and how long it is valid. It begins with the price list. */
export function QuoteForm({ hire, availability, refused, today, path, language }: QuoteProps) {
  const text = hireWords[language];
  const written = refused?.act === "quote" ? refused.written : undefined;
  const zoned = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(hire.space.timeZone);
  const [from, until] = [zoned(hire.startsAt), zoned(hire.endsAt)];
  const value = (name: string, first: string) => (written ? oneOf(written, name) : first);
  const errors = refused?.act === "quote" ? quoteErrors(refused, language) : [];
  const errorOf = (name: string) => errors.find((error) => error.field === name)?.message;
  const field = (name: string, first: string) => {
    const error = errorOf(name);
    return { name, language, defaultValue: value(name, first), ...(error && { error }) };
  };
  const isMoreWritten = (from: number) =>
    Array.from({ length: emptyLines }, (_, place) => oneOf(written, `line-${from + place}-text`)).some(Boolean);
  return (
    <section className="stack" id="quote">
      <h2>{text.giveQuote}</h2>
      {refused?.act === "quote" && (
        <Refusal
          problem={refused.problem}
          errors={errors}
          labels={quoteLabels(written ?? {}, language)}
          title={text.couldNot}
          language={language}
        />
      )}
      <form method="post" action={`${path}#${errorSummaryId}`} className="form" noValidate>
        <input type="hidden" name="timeZone" value={hire.space.timeZone} />
        <fieldset className={errorOf("room") ? "field bad" : "field"} id="room" tabIndex={-1}>
          <legend className="label">{text.rooms}</legend>
          <HintAndError name="room" label={text.rooms} error={errorOf("room")} language={language} />
          <div className="options">
            {availability.rooms.map((room) => (
              <label key={room.id} className="option">
                <input
                  type="checkbox"
                  name="room"
                  value={room.id}
                  defaultChecked={written ? written.room?.includes(room.id) : room.isAsked}
                />
                <span>
                  <b>{room.name}</b>
                  <br />
                  <span className="small soft">
                    {capital(
                      [text.seats({ count: String(room.capacity) }), room.isFree ? text.free : text.taken, room.isAsked && text.askedFor]
                        .filter(Boolean)
                        .join(", "),
                    )}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <TextField {...field("day", from.toPlainDate().toString())} label={text.day} type="date" width="s" />
        <div className="pair">
          <TextField {...field("from", clock(from))} label={text.from} type="time" />
          <TextField {...field("to", clock(until))} label={text.to} type="time" />
        </div>
        <fieldset className={errorOf("lines") ? "field bad" : "field"} id="lines" tabIndex={-1}>
          <legend className="label">{text.lines}</legend>
          <HintAndError name="lines" label={text.lines} hint={text.linesHint} error={errorOf("lines")} language={language} />
          <Lines hire={hire} availability={availability} field={field} isMoreWritten={isMoreWritten} language={language} />
        </fieldset>
        <div className="pair">
          <TextField {...field("discountPercent", "0")} label={text.discountPercent} inputMode="numeric" width="xs" isOptional />
          <TextField {...field("discountReason", "")} label={text.discountReason} maxLength={200} isOptional />
        </div>
        <div className="pair">
          <TextField {...field("validDay", validDay(from, today))} label={text.validDay} type="date" min={today} />
          <TextField {...field("validTime", "16:00")} label={text.validTime} type="time" />
        </div>
        <div className="send">
          <button type="submit" name="act" value="quote" className="button lit">
            {text.sendQuote}
          </button>
        </div>
      </form>
    </section>
  );
}

type Line = Pick<ShownHire["lines"][number], "kind" | "text" | "quantity" | "unitOre" | "supply"> & { vatPercent?: number };
type LinesProps = Pick<QuoteProps, "hire" | "availability" | "language"> & {
  field: (name: string, first: string) => FieldOfLine;
  isMoreWritten: (from: number) => boolean;
};
type FieldOfLine = { name: string; language: Language; defaultValue: string; error?: string };

function Lines({ hire, availability, field, isMoreWritten, language }: LinesProps) {
  const text = hireWords[language];
  const known = hire.lines.length > 0 ? hire.lines : availability.lines;
  const empty: Line = { kind: "other", text: "", quantity: 1, unitOre: 0, supply: "service" };
  const line = (of: Line, number: number) => {
    const named = (name: string, first: string) => field(`line-${number}-${name}`, first);
    const isKnown = number < known.length;
    return (
      <li key={number} className="hire-line">
        <input type="hidden" name={`line-${number}-kind`} value={of.kind} />
        <TextField {...named("text", of.text)} label={text.line} maxLength={200} />
        <TextField {...named("quantity", String(of.quantity))} label={text.quantity} inputMode="numeric" />
        <TextField {...named("unit", isKnown ? kroner(of.unitOre) : "")} label={text.unit} inputMode="decimal" />
        <SelectField
          {...named("supply", of.supply)}
          label={text.supply}
          options={(["letting", "service"] as const).map((each) => ({ value: each, label: text.supplies[each] }))}
        />
        <SelectField
          {...named("vat", of.vatPercent === undefined ? "" : String(of.vatPercent))}
          label={text.vat}
          options={[{ value: "", label: text.vatByLaw }, ...[0, 12, 15, 25].map((rate) => ({ value: String(rate), label: `${rate} %` }))]}
        />
      </li>
    );
  };
  return (
    <>
      <ol className="plain-list">{known.map(line)}</ol>
      <details className="opens-form" open={known.length === 0 || isMoreWritten(known.length)}>
        <summary>{text.moreLines}</summary>
        <ol className="plain-list">{Array.from({ length: emptyLines }, (_, place) => line(empty, known.length + place))}</ol>
      </details>
    </>
  );
}

function kroner(ore: number): string {
  return (ore / 100).toFixed(2).replace(/\.00$/, "").replace(".", ",");
}

// a week to think, but not until the very day
function validDay(from: Temporal.ZonedDateTime, today: string): string {
  const [week, dayBefore] = [Temporal.PlainDate.from(today).add({ days: 7 }), from.toPlainDate().subtract({ days: 1 })];
  return (Temporal.PlainDate.compare(week, dayBefore) < 0 ? week : dayBefore).toString();
}
