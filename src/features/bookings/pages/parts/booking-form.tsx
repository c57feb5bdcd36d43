import type { Problem } from "../../../../interface/api-client.ts";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { Faults } from "../../../../interface/components/faults.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { ForWhom } from "../../../memberships/parts.ts";
import type { Occurrence } from "../../series/occurrence.ts";
import type { Alternatives as FoundAlternatives } from "../alternatives/load-alternatives.ts";
import { quarterTimes, type WrittenBooking } from "../draft.ts";
import type { DayData } from "../load-day.ts";
import { priceInWords } from "../price-words.ts";
import { bookingFaults } from "../refused-fields.ts";
import { seriesWords } from "../series/series-words.ts";
import { waitingWords } from "../waiting/waiting-words.ts";
import { bookingWords } from "../words.ts";
import { Occurrences } from "./occurrences.tsx";
import { Reason } from "./reason.tsx";
import { RefusedBooking } from "./refused-booking.tsx";
import { RepeatFields } from "./repeat-fields.tsx";

type FormProps = {
  day: DayData;
  path: string;
  written: WrittenBooking;
  problem: Problem | undefined;
  alternatives?: FoundAlternatives | undefined;
  occurrences: Occurrence[] | undefined;
  language: Language;
};

/** The form of a new booking: sent as a booking, or back to the page to see it in the plan or a quarter of an hour beside. */
export function BookingForm({ day, path, written, problem, occurrences, alternatives, language }: FormProps) {
  const text = bookingWords[language];
  const chosen = day.resources.find(({ id }) => id === written.resource) ?? day.resources[0];
  if (!day.isSignedIn) {
    const back = encodeURIComponent(`${path}?day=${day.day}`);
    return (
      <aside className="room panel">
        <h2>{text.newBooking}</h2>
        <p>
          <a className="button" href={`/${language}/sign-in?to=${back}`}>
            {text.signIn}
          </a>
        </p>
      </aside>
    );
  }
  const times = quarterTimes.map((time) => ({ value: time, label: time }));
  const toBook = chosen?.needsApproval && !day.isDesk ? text.ask({ name: chosen.name }) : text.book({ name: chosen?.name ?? "" });
  const forWhom = day.whom?.chosen;
  const faults = bookingFaults(problem, language);
  const stopped = [problem, ...(occurrences ?? []).map((one) => one.problem)].filter((one) => one != null);
  const price = chosen?.prices.find(({ unit, audience }) => unit === "hour" && audience === "members");
  return (
    <aside className="room panel" id="new" aria-labelledby="new-title">
      <h2 id="new-title">{text.newBooking}</h2>
      {problem && !occurrences && (
        <RefusedBooking problem={problem} faults={faults} alternatives={alternatives} day={day} written={written} language={language} />
      )}
      <Faults faults={occurrences ? [] : faults}>
        <form method="post" action={`${path}?${new URLSearchParams({ day: day.day, ...(forWhom && { for: forWhom.id }) })}#new`}>
          {!day.whom?.list && <DefaultButton act="book" />}
          <input type="hidden" name="day" value={day.day} />
          <input type="hidden" name="timeZone" value={day.space.timeZone} />
          {day.whom && <ForWhom whom={day.whom} action={`${path}#new`} language={language} />}
          <SelectField
            name="resource"
            label={text.room}
            language={language}
            defaultValue={chosen?.id}
            options={day.resources.map(({ id, name, capacity }) => ({ value: id, label: `${name}, ${text.people({ count: capacity })}` }))}
          />
          <div className="pair">
            <SelectField name="from" label={text.from} language={language} defaultValue={written.from} options={times} />
            <SelectField name="to" label={text.to} language={language} defaultValue={written.to} options={times} />
          </div>
          <fieldset className="pair nudge">
            <legend className="hidden">{text.move}</legend>
            <button type="submit" className="button small" formMethod="get" formAction={`${path}#new`} name="nudge" value="earlier">
              {text.earlier}
            </button>
            <button type="submit" className="button small" formMethod="get" formAction={`${path}#new`} name="nudge" value="later">
              {text.later}
            </button>
          </fieldset>
          <TextField
            name="title"
            label={text.what}
            hint={text.whatHint}
            isOptional
            defaultValue={written.title}
            maxLength={200}
            language={language}
          />
          <TextField
            name="people"
            label={text.howMany}
            isOptional
            type="text"
            inputMode="numeric"
            pattern="[0-9]*"
            width="xs"
            defaultValue={written.people}
            language={language}
          />
          {problem?.code === "booking.taken" && <WaitOffer name={forWhom?.name} language={language} />}
          <RepeatFields day={day.day} written={written} language={language} />
          {day.isDesk && (
            <SelectField
              name="kind"
              label={text.kind}
              language={language}
              defaultValue={written.kind}
              options={[
                { value: "booking", label: text.kinds.booking },
                { value: "maintenance", label: text.kinds.maintenance },
              ]}
            />
          )}
          {day.isDesk && (
            <Reason problems={stopped} value={written.reason} hint={occurrences && seriesWords[language].thenLook} language={language} />
          )}
          {occurrences && <Occurrences occurrences={occurrences} written={written} timeZone={day.space.timeZone} language={language} />}
          <FormPrice day={day} price={price} language={language} />
          {!occurrences?.some((one) => one.problem) && !day.whom?.list && (
            <button type="submit" className="button lit" name="act" value="book">
              {toBook}
            </button>
          )}
          {occurrences && (
            <p>
              <a href={`${path}?day=${day.day}`}>{seriesWords[language].giveUp}</a>
            </p>
          )}
        </form>
      </Faults>
      <p className="fine soft" hidden data-hint>
        {text.dragHint}
      </p>
    </aside>
  );
}

type Hourly = DayData["resources"][number]["prices"][number] | undefined;

// what the time costs whoever asks, else what an hour costs members
function FormPrice({ day, price, language }: { day: DayData; price: Hourly; language: Language }) {
  const text = bookingWords[language];
  if (!day.price && !price) return null;
  return (
    <p className="price">
      <span>{day.price ? text.priceOf({ from: day.price.from, to: day.price.to }) : text.price}</span>
      <b>{day.price ? priceInWords(day.price, language) : price && text.perHour({ price: money(price.amountOre, language) })}</b>
    </p>
  );
}

/** `name`: of the member the desk books for. */
function WaitOffer({ name, language }: { name: string | undefined; language: Language }) {
  const text = waitingWords[language];
  return (
    <Notice kind="note" title={name === undefined ? text.full : text.fullFor({ name })}>
      <p className="small">{name === undefined ? text.fullAbout : text.fullAboutFor({ name })}</p>
      <div className="buttons">
        <button type="submit" className="button small" name="act" value="wait">
          {name === undefined ? text.join : text.joinFor({ name })}
        </button>
      </div>
    </Notice>
  );
}
