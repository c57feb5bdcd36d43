import type { z } from "zod";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { availabilityShape } from "../../shapes.ts";
import { oneOf } from "../form-values.ts";
import type { Refused, ShownHire } from "../hire-action.ts";
import { hireWords } from "../hire-words.ts";
import { emptyLines } from "../quote-lines.ts";

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
  const field = (name: string, first: string) => ({ name, language, defaultValue: value(name, first) });
  return (
    <section className="stack" id="quote">
      <h2>{text.giveQuote}</h2>
      <form method="post" action={`${path}#quote`} className="form" noValidate>
        <input type="hidden" name="timeZone" value={hire.space.timeZone} />
        <fieldset className="field">
          <legend className="label">{text.rooms}</legend>
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
                    {[text.seats({ count: String(room.capacity) }), room.isFree ? text.free : text.taken, room.isAsked && text.askedFor]
                      .filter(Boolean)
                      .join(", ")}
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
        <fieldset className="field">
          <legend className="label">{text.lines}</legend>
          <p className="hint">{text.linesHint}</p>
          <Lines hire={hire} availability={availability} value={value} language={language} />
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

type LinesProps = Pick<QuoteProps, "hire" | "availability" | "language"> & { value: (name: string, first: string) => string };

function Lines({ hire, availability, value, language }: LinesProps) {
  const text = hireWords[language];
  const known = hire.lines.length > 0 ? hire.lines : availability.lines;
  const empty = { kind: "other" as const, text: "", quantity: 1, unitOre: 0, supply: "service" as const, vatPercent: undefined };
  const lines = [...known, ...Array.from({ length: emptyLines }, () => empty)];
  return (
    <ol className="plain-list">
      {lines.map((line, number) => {
        const named = (name: string, first: string) => ({
          name: `line-${number}-${name}`,
          language,
          defaultValue: value(`line-${number}-${name}`, first),
        });
        const isKnown = number < known.length;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
          <li key={number} className="hire-line">
            <input type="hidden" name={`line-${number}-kind`} value={line.kind} />
            <TextField {...named("text", line.text)} label={text.line} maxLength={200} isOptional={!isKnown} />
            <TextField {...named("quantity", String(line.quantity))} label={text.quantity} inputMode="numeric" />
            <TextField
              {...named("unit", isKnown ? kroner(line.unitOre) : "")}
              label={text.unit}
              inputMode="decimal"
              isOptional={!isKnown}
            />
            <SelectField
              {...named("supply", line.supply)}
              label={text.supply}
              options={(["letting", "service"] as const).map((each) => ({ value: each, label: text.supplies[each] }))}
            />
            <SelectField
              {...named("vat", line.vatPercent === undefined ? "" : String(line.vatPercent))}
              label={text.vat}
              options={[
                { value: "", label: text.vatByLaw },
                ...[0, 12, 15, 25].map((rate) => ({ value: String(rate), label: `${rate} %` })),
              ]}
            />
          </li>
        );
      })}
    </ol>
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
