import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { factsOf, homeOf, listFacts } from "../../../interface/facts.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { addDays } from "../../../platform/time/day.ts";
import { textIn, themes } from "../../spaces/parts.ts";
import { embeddedWords } from "../embed/embedded-words.ts";
import { loadCalendar, mondayOf, type ShownCalendar } from "./calendar-loader.ts";
import { calendarWords } from "./calendar-words.ts";
import { zoned } from "./event-times.ts";
import { EventLine, weekInWords } from "./parts/event-line.tsx";
import { WeekGrid } from "./week/week-grid.tsx";
import { weekWords } from "./week/week-words.ts";

export function loader(given: LoaderFunctionArgs) {
  return loadCalendar(given);
}

/** The calendar: what is to come, week by week. */
export default function Calendar() {
  const calendar = useLoaderData<typeof loader>();
  const { events, nextCursor, network, organization, asked, isPlaceUnknown, thisWeek } = calendar;
  const shell = useShell();
  const { language } = shell;
  const text = calendarWords[language];
  const host = organization ?? network;
  const isNarrowed = asked.week !== undefined || asked.place !== "" || asked.language !== "" || asked.theme !== "";
  const title = organization ? text.hostedBy({ name: organization.name }) : network ? text.titleOf({ network: network.name }) : text.title;
  const weeks = Map.groupBy(events, (event) => mondayOf(zoned(event.startsAt, event.timeZone).toPlainDate().toString()));
  const lines = events.map((event) => ({ name: textIn(event.title, language)?.text ?? "", path: `/events/${event.slug}` }));
  const embedded: Record<string, string> = organization
    ? { organization: organization.slug }
    : network
      ? { organization: network.slug }
      : {};
  const path = network ? `${homeOf(network, shell)}/events` : "/events";
  return (
    <Page
      title={title}
      description={text.description({ network: network?.name ?? shell.network?.name ?? shell.name })}
      path={path}
      area={network?.mayHold ? { kind: "coordinator", network } : { kind: "public", ...(network && { network }) }}
      current="events"
      facts={isNarrowed || nextCursor ? undefined : factsOf(listFacts(title, lines, lines.length, shell))}
    >
      <div className="frame section stack">
        <div>
          <h1>{organization ? title : text.title}</h1>
          <p className="lead">{text.lead}</p>
          {host?.mayHold && (
            <div className="buttons">
              <a className="button" href={`/${language}/organizations/${host.slug}/events/new`}>
                {text.make}
              </a>
              <a className="button" href={`/${language}/organizations/${host.slug}/series/new`}>
                {text.makeSeries}
              </a>
              <a className="button" href={`/${language}/organizations/${host.slug}/festivals/new`}>
                {text.makeFestival}
              </a>
            </div>
          )}
        </div>
        <Filters calendar={calendar} />
        <WeekLinks calendar={calendar} />
        <Views calendar={calendar} />
        {isPlaceUnknown && <Notice kind="care" role="status" title={text.noPlace({ place: asked.place })} />}
        {events.length === 0 && (
          <StatePane state={isNarrowed ? "no-hits" : "empty"} title={isNarrowed ? text.none : text.noneAtAll}>
            <p>{isNarrowed ? text.noneAbout : text.noneAtAllAbout}</p>
          </StatePane>
        )}
        {asked.isGrid && events.length > 0 && asked.week && (
          <section className="stack close" aria-labelledby={`week-${asked.week}`}>
            <h2 id={`week-${asked.week}`}>
              {weekInWords(asked.week, language)} {asked.week === thisWeek && <span className="ticket-tag">{text.thisWeek}</span>}
            </h2>
            <p className="small soft">{weekWords[language].about}</p>
            {nextCursor && <p>{weekWords[language].more}</p>}
            <WeekGrid events={events} monday={asked.week} today={calendar.today} timeZone={calendar.timeZone} language={language} />
          </section>
        )}
        {(asked.isGrid ? [] : [...weeks]).map(([monday, held]) => (
          <section key={monday} aria-labelledby={`week-${monday}`}>
            <h2 id={`week-${monday}`}>
              {weekInWords(monday, language)} {monday === thisWeek && <span className="ticket-tag">{text.thisWeek}</span>}
            </h2>
            <ul className="events event-list">
              {held.map((event) => (
                <EventLine key={event.id} event={event} language={language} />
              ))}
            </ul>
          </section>
        ))}
        {events.length > 0 && (
          <p className="small">
            <a
              href={`/calendars/events.ics?${new URLSearchParams({
                ...(network && { network: network.slug }),
                ...(organization && { organization: organization.slug }),
                language,
              })}`}
            >
              {text.feed}
            </a>{" "}
            · <a href={`/${language}/embed?${new URLSearchParams(embedded)}`}>{embeddedWords[language].toPage}</a>
          </p>
        )}
        {nextCursor && !asked.isGrid && (
          <p>
            <a className="button" href={`?${new URLSearchParams({ ...keptOf(calendar), cursor: nextCursor })}`}>
              {text.more}
            </a>
          </p>
        )}
      </div>
    </Page>
  );
}

type PartProps = { calendar: ShownCalendar };

function Filters({ calendar }: PartProps) {
  const { language } = useShell();
  const text = calendarWords[language];
  const { organization, asked } = calendar;
  return (
    <form className="event-filters">
      {organization && <input type="hidden" name="organization" value={organization.slug} />}
      {asked.week && <input type="hidden" name="week" value={asked.week} />}
      {asked.isGrid && <input type="hidden" name="view" value="grid" />}
      <TextField name="place" label={text.place} hint={text.placeHint} defaultValue={asked.place} isOptional language={language} />
      <SelectField
        name="language"
        label={text.language}
        isOptional
        options={[{ value: "", label: text.anyLanguage }, ...Object.entries(text.languages).map(([value, label]) => ({ value, label }))]}
        defaultValue={asked.language}
        language={language}
      />
      <SelectField
        name="theme"
        label={text.theme}
        isOptional
        options={[
          { value: "", label: text.anyTheme },
          ...Object.entries(themes).map(([value, labels]) => ({ value, label: labels[language] })),
        ]}
        defaultValue={asked.theme}
        language={language}
      />
      <button type="submit" className="button">
        {text.show}
      </button>
    </form>
  );
}

/** The same events as a list, or as a week. */
function Views({ calendar }: PartProps) {
  const { language } = useShell();
  const text = weekWords[language];
  const { view: _, ...rest } = keptOf(calendar);
  const chips = [
    { label: text.list, view: undefined, isCurrent: !calendar.asked.isGrid },
    { label: text.grid, view: "grid", isCurrent: calendar.asked.isGrid },
  ];
  return (
    <nav aria-label={text.views}>
      <ul className="chips">
        {chips.map(({ label, view, isCurrent }) => (
          <li key={label}>
            <a
              className="chip"
              href={`?${new URLSearchParams({ ...rest, ...(view && { view }) })}`}
              aria-current={isCurrent ? "true" : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WeekLinks({ calendar }: PartProps) {
  const { language } = useShell();
  const text = calendarWords[language];
  const { asked, thisWeek } = calendar;
  const shown = asked.week ?? thisWeek;
  const to = (week: string | undefined) => {
    const { week: _, ...rest } = keptOf(calendar);
    return `?${new URLSearchParams({ ...rest, ...(week && { week }) })}`;
  };
  const chips = [
    { href: to(addDays(shown, -7)), label: text.before, isCurrent: false },
    { href: to(thisWeek), label: text.thisWeek, isCurrent: asked.week === thisWeek },
    { href: to(addDays(shown, 7)), label: text.after, isCurrent: false },
    // a grid is of one week
    ...(asked.isGrid ? [] : [{ href: to(undefined), label: text.all, isCurrent: asked.week === undefined }]),
  ];
  return (
    <ul className="chips">
      {chips.map(({ href, label, isCurrent }) => (
        <li key={label}>
          <a className="chip" href={href} aria-current={isCurrent ? "true" : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

function keptOf({ asked, organization }: ShownCalendar): Record<string, string> {
  const kept = {
    view: asked.isGrid ? "grid" : undefined,
    week: asked.week,
    place: asked.place,
    language: asked.language,
    theme: asked.theme,
    organization: organization?.slug,
  };
  return Object.fromEntries(Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
