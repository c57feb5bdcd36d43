import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { capital, monthAndYear } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { PeriodData } from "../load-period.ts";
import { stepped } from "../period.ts";
import { periodWords } from "../period-words.ts";
import { bookingWords } from "../words.ts";
import { HouseMonth } from "./house-month.tsx";
import { MonthPlan } from "./month-plan.tsx";
import { ViewTabs } from "./view-tabs.tsx";
import { WeekPlan } from "./week-plan.tsx";

/** A week or a month of one room, or a month of the whole house. */
export function PeriodPage({ period }: { period: PeriodData }) {
  const { language } = useShell();
  const { space, resource, view } = period;
  const path = `/${language}/spaces/${space.slug}/calendar`;
  const title = titleOf(period, language);
  const area = period.isDesk ? ({ kind: space.abilities.edit ? "manager" : "host", space } as const) : ({ kind: "public" } as const);
  return (
    <Page title={`${title} · ${resource?.name ?? space.name}`} area={area} current="calendar">
      <div className="frame">
        <div className="daybar">
          <div>
            <h1>{title}</h1>
            <p className="soft">
              <a href={`/${language}/spaces/${space.slug}`}>{space.name}</a>
              {resource && `. ${resource.name}`}
            </p>
          </div>
          <PeriodSteps period={period} path={path} language={language} />
          <ViewTabs view={view} day={period.day} resource={resource?.id ?? ""} path={path} language={language} />
        </div>
        {period.resources.length === 0 ? (
          <p className="section-s">{bookingWords[language].nothing}</p>
        ) : (
          <>
            <RoomChoice period={period} path={path} language={language} />
            {resource === null ? (
              <HouseMonth period={period} path={path} language={language} />
            ) : view === "week" ? (
              <WeekPlan period={period} resource={resource} path={path} language={language} />
            ) : (
              <MonthPlan period={period} path={path} language={language} />
            )}
          </>
        )}
      </div>
    </Page>
  );
}

type PartProps = { period: PeriodData; path: string; language: Language };

function PeriodSteps({ period, path, language }: PartProps) {
  const text = periodWords[language];
  const { view, day, today, resource } = period;
  const to = (target: string) => `${path}?${new URLSearchParams({ view, day: target, ...(resource && { resource: resource.id }) })}`;
  return (
    <nav className="day-steps" aria-label={text.views[view]}>
      <a className="button small" href={to(stepped(view, day, -1))}>
        <Icon name="arrow-left" />
        <span className="hidden">{text.before[view]}</span>
      </a>
      <a className="button small" href={to(today)}>
        {text.current[view]}
      </a>
      <a className="button small" href={to(stepped(view, day, 1))}>
        <Icon name="arrow-right" />
        <span className="hidden">{text.after[view]}</span>
      </a>
    </nav>
  );
}

function RoomChoice({ period, path, language }: PartProps) {
  const text = periodWords[language];
  const whole = period.view === "month" ? [{ value: "", label: text.wholeHouse }] : [];
  return (
    <form method="get" action={path} className="room-choice">
      <input type="hidden" name="view" value={period.view} />
      <input type="hidden" name="day" value={period.day} />
      <SelectField
        name="resource"
        label={text.room}
        language={language}
        defaultValue={period.resource?.id ?? ""}
        options={[...whole, ...period.resources.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <button type="submit" className="button small">
        {text.show}
      </button>
    </form>
  );
}

function titleOf({ view, day }: PeriodData, language: Language): string {
  if (view === "month") return capital(monthAndYear(day, language));
  return `${periodWords[language].weekOf({ number: Temporal.PlainDate.from(day).weekOfYear ?? 0 })}, ${monthAndYear(day, language)}`;
}
