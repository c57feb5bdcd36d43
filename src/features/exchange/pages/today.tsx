import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Seats } from "../../../interface/components/seats.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { capital, clock, inWords, inWordsFirst, longDay, weekday } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { addDays } from "../../../platform/time/day.ts";
import { timesInWords } from "../../spaces/parts.ts";
import { guestState } from "../host-phone/guest.ts";
import { AskingGuests } from "./parts/asking-guests.tsx";
import { DoubleAdmissions } from "./parts/double-admissions.tsx";
import { type Arrival, type GuestDay, loadGuestDay } from "./parts/guest-day.ts";
import { GuestDuties } from "./parts/guest-duties.tsx";
import { GuestRows, inListOrder } from "./parts/guest-rows.tsx";
import { carryOutAct } from "./parts/host-acts.ts";
import { HostOutcome } from "./parts/host-outcome.tsx";
import { hostWords } from "./words/host-words.ts";

export function loader(given: LoaderFunctionArgs) {
  return loadGuestDay(given);
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const space = given.params.space ?? "";
  const { did, of, problem, written } = await carryOutAct(visit, space, await given.request.formData());
  if (problem) return { problem, written };
  const asked = new URL(given.request.url).searchParams.get("day");
  const query = new URLSearchParams({ ...(asked && { day: asked }), did, of });
  throw redirect(`/${visit.language}/spaces/${space}/today?${query}`, 303);
}

/** The host's day: who comes, who asks, who waits, who is in. */
export default function Today() {
  const loaded = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const day = { ...loaded, written: outcome?.written };
  const { language } = useShell();
  const text = hostWords[language];
  const { space } = day;
  const isToday = day.day === day.today;
  const path = `/${language}/spaces/${space.slug}/today${isToday ? "" : `?day=${day.day}`}`;
  const title = isToday ? text.title : text.dayTitle(longDay(day.day, language));
  const area = { kind: day.isManager ? "manager" : "host", space } as const;
  return (
    <Page title={title} area={area} current="today" scripts={["today"]}>
      <div className="frame today" data-space={space.id} data-read-at={day.readAt}>
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p className="lead">
              {isToday && `${capital(longDay(day.day, language))}. `}
              <OpenHours day={day} language={language} />
            </p>
          </div>
          {isToday && (
            <a className="button lit" href={`/${language}/spaces/${space.slug}/check-in`}>
              <Icon name="scan" /> {text.openCheckIn}
            </a>
          )}
        </div>
        <DayLinks day={day} language={language} />
        <p className="hidden" aria-live="polite" data-said />
        {outcome?.problem && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{outcome.problem.title}</p>
          </Notice>
        )}
        <div className="stack" data-live="day">
          <HostOutcome day={day} path={path} language={language} />
          <DoubleAdmissions day={day} action={path} language={language} />
          <AskingGuests guests={day.items.filter((guest) => guestState(guest) === "asks")} day={day} action={path} language={language} />
          <Guests day={day} path={path} language={language} />
          <WaitingList day={day} path={path} language={language} />
        </div>
        <Downloads path={`/spaces/${space.slug}/day-passes`} filters={{ from: day.day, to: day.day }} language={language} />
        <section className="section-s">
          <h2>{text.closing}</h2>
          <p>{text.closingText}</p>
          <p>
            <a href={`/${language}/spaces/${space.slug}/visitors`}>{text.visitors}</a>
            <br />
            <a href={`/${language}/spaces/${space.slug}/door`}>{text.doorQr}</a>
          </p>
        </section>
      </div>
    </Page>
  );
}

type PartProps = { day: GuestDay; path: string; language: Language };

function Guests({ day, path, language }: PartProps) {
  const text = hostWords[language];
  const guests = inListOrder(day.items.filter((guest) => ["in", "expected", "gone"].includes(guestState(guest))));
  const seats = day.seats?.guestSeats ?? 0;
  const taken = seats - (day.seats?.guestSeatsLeft ?? 0);
  const inside = guests.filter((guest) => guestState(guest) === "in");
  const expected = guests.filter((guest) => guestState(guest) === "expected").length;
  return (
    <section aria-labelledby="guests">
      <div className="list-head">
        <h2 id="guests">{text.guests}</h2>
        <p className="small">
          <Seats free={seats - taken} seats={seats} />{" "}
          {guests.length > 0 && (
            <b>{text.inOf({ inside: inWordsFirst(inside.length, language), expected: inWords(expected, language) })}. </b>
          )}
          {seats > 0 ? text.seats({ taken, seats }) : text.noSeats}
        </p>
      </div>
      {guests.length === 0 ? (
        <Empty day={day} seats={seats} language={language} />
      ) : (
        <GuestRows guests={guests} day={day} action={path} language={language} />
      )}
      {inside.map((guest) => (
        <Duties key={guest.id} guest={guest} day={day} path={path} language={language} />
      ))}
    </section>
  );
}

function Duties({ guest, day, path, language }: PartProps & { guest: Arrival }) {
  const text = hostWords[language];
  if (guest.duties.length === 0) return null;
  const done = guest.duties.filter(({ isDone }) => isDone).length;
  return (
    <details className="room" open={day.did === "in" && day.of === guest.id} data-duties={guest.id}>
      <summary>
        {text.receive(guest.holder)} <span className="soft small">{text.dutiesDone({ done, all: guest.duties.length })}</span>
      </summary>
      <GuestDuties guest={guest} action={path} language={language} />
    </details>
  );
}

function WaitingList({ day, path, language }: PartProps) {
  const text = hostWords[language];
  const waiting = inListOrder(day.items.filter((guest) => guestState(guest) === "listed"));
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{text.listTitle}</h2>
      <p className="small soft">{text.listNote}</p>
      <GuestRows guests={waiting} day={day} action={path} language={language} />
    </section>
  );
}

function Empty({ day, seats, language }: { day: GuestDay; seats: number; language: Language }) {
  const text = hostWords[language];
  return (
    <StatePane state="empty" title={day.day === day.today ? text.emptyToday : text.emptyTitle} level={3}>
      <p>{seats > 0 ? text.emptyText : text.emptyClosed}</p>
      {seats === 0 && day.isManager && (
        <p>
          <a href={`/${language}/spaces/${day.space.slug}/guest-terms`}>{text.changeTerms}</a>
        </p>
      )}
    </StatePane>
  );
}

function OpenHours({ day, language }: { day: GuestDay; language: Language }) {
  const text = hostWords[language];
  const times = hoursOn(day);
  return (
    <span>
      {times.length > 0 && `${text.openHours} `}
      {timesInWords(times, language)}
    </span>
  );
}

/** The space's own hours of the day: what the house said of that day, else the week. */
function hoursOn({ space, day, today }: GuestDay) {
  if (day === today) return space.today.times;
  const exception = space.openingExceptions.find((one) => one.day === day);
  if (exception) return exception.opens && exception.closes ? [{ opens: exception.opens, closes: exception.closes }] : [];
  if (!space.openOnHolidays && space.holidays.some((holiday) => holiday.day === day)) return [];
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  return space.openingHours.filter((time) => time.weekday === weekday);
}

function DayLinks({ day, language }: { day: GuestDay; language: Language }) {
  const text = hostWords[language];
  const path = `/${language}/spaces/${day.space.slug}/today`;
  const [before, after] = [addDays(day.day, -1), addDays(day.day, 1)];
  return (
    <nav aria-label={text.pickDay} className="day-links">
      <a className="chip" href={`${path}?day=${before}`}>
        <Icon name="arrow-left" /> <span className="hidden">{text.previousDay}: </span>
        {capital(weekday(before, language))}
      </a>
      {day.day !== day.today && (
        <a className="chip" href={path}>
          {text.toToday}
        </a>
      )}
      <a className="chip" href={`${path}?day=${after}`}>
        <span className="hidden">{text.nextDay}: </span>
        {capital(weekday(after, language))} <Icon name="arrow-right" />
      </a>
      <form method="get" action={path}>
        <label className="hidden" htmlFor="day">
          {text.pickDay}
        </label>
        <input id="day" type="date" name="day" defaultValue={day.day} required />
        <button className="button small" type="submit">
          {text.goToDay}
        </button>
      </form>
      <span className="small soft">{text.updated(clock(Temporal.Instant.from(day.readAt).toZonedDateTimeISO(day.space.timeZone)))}</span>
    </nav>
  );
}
