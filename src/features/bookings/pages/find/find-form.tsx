import { Icon } from "../../../../interface/components/icon.tsx";
import { relativeDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { writtenLength } from "../../../../platform/language/written-length.ts";
import { quarterTimes } from "../draft.ts";
import { type Asked, addressOf, lengthChoices, peopleChoices, type Use, uses } from "./asked.ts";
import { findWords } from "./find-words.ts";

type FormProps = { asked: Asked; days: readonly string[]; today: string; language: Language };

/** What, how many, how long, when and where. It asks by its address, so that it works without script. */
export function FindForm({ asked, days, today, language }: FormProps) {
  const text = findWords[language];
  return (
    <search aria-label={text.title}>
      <nav className="chips" aria-label={text.use}>
        {(Object.keys(uses) as Use[]).map((use) => (
          <a key={use} className="chip" href={addressOf(asked, { use })} aria-current={use === asked.use ? "true" : undefined}>
            {use === asked.use && <Icon name="check" />}
            {text.uses[use]}
          </a>
        ))}
      </nav>
      <form className="finder of-time" data-near-me="">
        <input type="hidden" name="use" value={asked.use} />
        <input type="hidden" name="here" defaultValue={asked.here} />
        <Choice
          name="people"
          label={text.people}
          value={String(asked.people)}
          options={among(peopleChoices, asked.people).map((count) => [String(count), text.peopleFor({ count: String(count) })])}
        />
        <Choice
          name="minutes"
          label={text.minutes}
          value={String(asked.minutes)}
          options={among(lengthChoices, asked.minutes).map((minutes) => [String(minutes), writtenLength(minutes, language)])}
        />
        <Choice
          name="day"
          label={text.day}
          value={asked.day}
          options={(days.includes(asked.day) ? days : [...days, asked.day]).map((day) => [day, relativeDay(day, today, language)])}
        />
        <Choice
          name="time"
          label={text.time}
          value={asked.time}
          options={[["", text.now], ...quarterTimes.map((time) => [time, time] as const)]}
        />
        <div className="cell where">
          <label htmlFor="near">{text.near}</label>
          <input id="near" name="near" defaultValue={asked.near} placeholder={text.nearHint} autoComplete="address-level2" maxLength={80} />
        </div>
        <button className="button near-me" type="button" data-where-i-am="" hidden>
          <Icon name="pin" /> {text.nearMe}
        </button>
        <button className="button lit" type="submit">
          {text.search} <Icon name="arrow-right" />
        </button>
      </form>
      <p className="small" role="status" data-where-unknown="" hidden>
        {text.whereUnknown}
      </p>
    </search>
  );
}

type ChoiceProps = { name: string; label: string; value: string; options: readonly (readonly [value: string, label: string])[] };

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <div className="cell">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function among(usual: readonly number[], asked: number): number[] {
  return [...new Set([...usual, asked])].toSorted((a, b) => a - b);
}
