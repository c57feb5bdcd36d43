import { type CSSProperties, Fragment } from "react";
import type { Language } from "../../platform/language/language.ts";
import { dayOfMonth, longDay, weekdayShort } from "../format.ts";
import { words } from "../messages.ts";
import { Door, type DoorState } from "./door.tsx";
import { weeksOfDays } from "./weeks-of-days.ts";

export type DayChoice = {
  /** ISO date. */
  date: string;
  state: DoorState;
  /** "6 ledige", "Fullt", "I dag, for seint". */
  words: string;
  /** Gone by, or too late: stands there but cannot be chosen. Closed days cannot either. */
  isPast?: boolean;
};

type DayChooserProps = {
  days: readonly DayChoice[];
  chosen?: string;
  language: Language;
  /** The group's name for screen readers; "Velg dag" unless given. */
  label?: string;
} & (
  | { /** The radio buttons' name, in a form. */ name: string; hrefOf?: undefined }
  | { /** Each day a link instead. */ hrefOf: (date: string) => string; name?: undefined }
);

/** Weeks as wings, days as rooms with a door each. Radio buttons in a form, or links. */
export function DayChooser({ days, chosen, language, label, name, hrefOf }: DayChooserProps) {
  const { weeks, daysAWeek } = weeksOfDays(days);
  const grid = (
    <div className="weeks" style={{ "--days": daysAWeek } as CSSProperties}>
      {weeks.map((week) => (
        <Fragment key={week.key}>
          <p className="week">{words[language].week(week.number)}</p>
          {week.days.map((day, weekday) => {
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is what the gap is
            if (!day) return <span key={weekday} className="day is-nothing" />;
            const shared = { day, language, isChosen: day.date === chosen };
            if (hrefOf) return <DayLink key={day.date} {...shared} href={hrefOf(day.date)} />;
            return <DayRadio key={day.date} {...shared} name={name} />;
          })}
        </Fragment>
      ))}
    </div>
  );
  const title = label ?? words[language].chooseDay;
  if (hrefOf) return <nav aria-label={title}>{grid}</nav>;
  return (
    <fieldset>
      <legend className="hidden">{title}</legend>
      {grid}
    </fieldset>
  );
}

type DayProps = { day: DayChoice; language: Language; isChosen: boolean };

function DayRadio({ day, language, isChosen, name }: DayProps & { name: string }) {
  return (
    <label className={classOf(day)}>
      <input type="radio" name={name} value={day.date} defaultChecked={isChosen} disabled={!mayBeChosen(day)} />
      <DayFace day={day} language={language} />
    </label>
  );
}

function DayLink({ day, language, isChosen, href }: DayProps & { href: string }) {
  if (!mayBeChosen(day)) {
    return (
      <span className={classOf(day)}>
        <DayFace day={day} language={language} />
      </span>
    );
  }
  return (
    <a className={classOf(day)} href={href} aria-current={isChosen ? "date" : undefined}>
      <DayFace day={day} language={language} />
    </a>
  );
}

function DayFace({ day, language }: Omit<DayProps, "isChosen">) {
  return (
    <>
      <span className="hidden">{longDay(day.date, language)}: </span>
      <span className="date" aria-hidden="true">
        {weekdayShort(day.date, language)} <b>{dayOfMonth(day.date, language)}</b>
      </span>
      <Door state={day.isPast ? "shut" : day.state} />
      <span className="words">{day.words}</span>
    </>
  );
}

function mayBeChosen(day: DayChoice): boolean {
  return !day.isPast && day.state !== "closed";
}

function classOf(day: DayChoice): string {
  return `day ${day.isPast ? "is-past" : `is-${day.state}`}`;
}
