import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { capital, fullDay, inWords, longDay, money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import type { Language } from "../../../platform/language/language.ts";
import { addDays } from "../../../platform/time/day.ts";
import { timesInWords } from "../../spaces/parts.ts";
import { OutageNotices, ReportOutage } from "../outages/pages/outage-panel.tsx";
import { attendingWords } from "./attending/attending-words.ts";
import { carryOut } from "./carry-out.ts";
import { feedBoxWords } from "./feeds/feed-box-words.ts";
import { groupOfKind } from "./kind-groups.ts";
import { type DayData, loadDay } from "./load-day.ts";
import { loadPeriod, type PeriodData } from "./load-period.ts";
import { outsideWords } from "./outside/outside-words.ts";
import { BookingDetails } from "./parts/booking-details.tsx";
import { BookingForm } from "./parts/booking-form.tsx";
import { DayPlan } from "./parts/day-plan.tsx";
import { Legend } from "./parts/legend.tsx";
import { PeriodPage } from "./parts/period-page.tsx";
import { ViewTabs } from "./parts/view-tabs.tsx";
import { WaitsOfDay } from "./parts/waits-of-day.tsx";
import { viewOf } from "./period.ts";
import { describeWords } from "./series/describe-words.ts";
import { seriesWords } from "./series/series-words.ts";
import { lineWords } from "./waiting/line-words.ts";
import { waitingWords } from "./waiting/waiting-words.ts";
import { bookingWords } from "./words.ts";

export function loader(given: LoaderFunctionArgs): Promise<DayData | PeriodData> {
  const view = viewOf(new URL(given.request.url).searchParams.get("view"));
  return view === "day" ? loadDay(given) : loadPeriod(given, view);
}

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

export default function Calendar() {
  const shown = useLoaderData<typeof loader>() as DayData | PeriodData;
  return shown.view === "day" ? <CalendarDay day={shown} /> : <PeriodPage period={shown} />;
}

/** A day of a house: every room, machine and desk beside each other, and the form to book one. */
function CalendarDay({ day }: { day: DayData }) {
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = bookingWords[language];
  const { space } = day;
  const path = `/${language}/spaces/${space.slug}/calendar`;
  const isThisYear = day.day.slice(0, 4) === day.today.slice(0, 4);
  const name = isThisYear ? longDay(day.day, language) : fullDay(day.day, language);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const area = day.isDesk ? ({ kind: space.abilities.edit ? "manager" : "host", space } as const) : ({ kind: "public" } as const);
  const written = outcome?.written ?? day.written;
  return (
    <Page
      title={outcome?.problem ? `${text.error}: ${title}` : `${title} · ${space.name}`}
      description={day.isSignedIn ? undefined : text.description({ space: space.name })}
      area={area}
      current="calendar"
      scripts={day.isSignedIn ? ["calendar"] : []}
    >
      <div className="frame">
        <div className="daybar">
          <div>
            <h1>{title}</h1>
            <p className="soft">
              <a href={`/${language}/spaces/${space.slug}`}>{space.name}</a>. <Counts day={day} language={language} />{" "}
              {day.opening.length > 0 ? text.open({ hours: timesInWords(day.opening, language) }) : text.closed}
            </p>
          </div>
          <DaySteps day={day} path={path} language={language} />
          <ViewTabs view="day" day={day.day} resource={written.resource} path={path} language={language} />
        </div>
        <MachineLinks day={day} language={language} />
        {day.did && !outcome && <Done day={day} language={language} />}
        <OutageNotices outages={day.outages} day={day.day} timeZone={space.timeZone} isDesk={day.isDesk} language={language} />
        {day.resources.length === 0 ? (
          <p className="section-s">{text.nothing}</p>
        ) : (
          <>
            <div className="calendar-news" role="status" data-news />
            <p className="hidden" role="status" data-said />
            <div className="calendar-work" data-space={space.id}>
              <DayPlan day={day} path={path} draft={day.isDrafting || outcome?.written ? written : undefined} language={language} />
              <div className="calendar-side">
                <WaitsOfDay day={day} path={path} language={language} />
                {day.selected || outcome?.bookingId ? (
                  <BookingDetails
                    key={day.selected?.id}
                    booking={day.selected ?? day.booked.find(({ id }) => id === outcome?.bookingId)}
                    day={day}
                    path={path}
                    written={outcome?.written ?? (day.isMoving ? day.written : undefined)}
                    problem={outcome?.problem}
                    alternatives={outcome?.alternatives}
                    occurrences={outcome?.occurrences}
                    language={language}
                  />
                ) : (
                  <BookingForm
                    day={day}
                    path={path}
                    written={written}
                    problem={outcome?.problem}
                    occurrences={outcome?.occurrences}
                    alternatives={outcome?.alternatives}
                    language={language}
                  />
                )}
              </div>
            </div>
            <Legend language={language} />
            <ReportOutage resources={day.resources} day={day.day} timeZone={space.timeZone} isDesk={day.isDesk} language={language} />
            {day.isDesk && (
              <p className="section-s">
                <a href={`/${language}/spaces/${space.slug}/waits?day=${day.day}`}>{lineWords[language].title}</a>
                {" · "}
                <a href={`/${language}/spaces/${space.slug}/calendar-feeds`}>{feedBoxWords[language].title}</a>
              </p>
            )}
          </>
        )}
        {space.abilities.edit && (
          <p className="page-end">
            <a href={`/${language}/spaces/${space.slug}/resources`}>{text.resources}</a>
            <br />
            <a href={`/${language}/spaces/${space.slug}/hires`}>{text.hires}</a>
            <br />
            <a href={`/${language}/spaces/${space.slug}/outside-calendars`}>{outsideWords[language].title}</a>
          </p>
        )}
      </div>
    </Page>
  );
}

function MachineLinks({ day, language }: PartProps) {
  const text = bookingWords[language];
  const space = `/${language}/spaces/${day.space.slug}`;
  if (!day.resources.some(({ kind }) => kind === "machine")) return null;
  return (
    <p className="buttons">
      <a className="button small" href={`${space}/courses`}>
        {text.courses}
      </a>
      <a className="button small" href={`${space}/consultations`}>
        {text.consultation}
      </a>
      <a className="button small" href={`${space}/orders/new`}>
        {text.haveMade}
      </a>
      {day.isDesk && (
        <>
          <a className="button small" href={`${space}/orders`}>
            {text.orders}
          </a>
          <a className="button small" href={`${space}/certificates`}>
            {text.certificates}
          </a>
        </>
      )}
    </p>
  );
}

type PartProps = { day: DayData; language: Language };

function Counts({ day, language }: PartProps) {
  const text = bookingWords[language];
  const count = (group: string) =>
    day.resources.filter(({ kind }) => groupOfKind(kind) === group).reduce((sum, { places }) => sum + places, 0);
  const [machines, desks] = [count("machine"), count("desk")];
  const rooms = count("meeting_room") + count("hall") + count("office");
  const parts = [
    ...(rooms > 0 ? [text.rooms({ count: rooms, inWords: inWords(rooms, language, "neuter") })] : []),
    ...(machines > 0 ? [text.machines({ count: machines, inWords: inWords(machines, language) })] : []),
    ...(desks > 0 ? [text.desks({ count: desks, inWords: inWords(desks, language) })] : []),
  ];
  const list = [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter(Boolean).join(` ${text.and} `);
  return <>{list && `${capital(list)}.`}</>;
}

function DaySteps({ day, path, language }: PartProps & { path: string }) {
  const text = bookingWords[language];
  const [before, after] = [addDays(day.day, -1), addDays(day.day, 1)];
  return (
    <nav className="day-steps" aria-label={text.dayNav}>
      <a className="button small" href={`${path}?day=${before}`}>
        <Icon name="arrow-left" />
        <span className="hidden">{longDay(before, language)}</span>
      </a>
      <a className="button small" href={path} aria-current={day.day === day.today ? "date" : undefined}>
        {text.today}
      </a>
      <a className="button small" href={`${path}?day=${after}`}>
        <Icon name="arrow-right" />
        <span className="hidden">{longDay(after, language)}</span>
      </a>
    </nav>
  );
}

function Done({ day, language }: PartProps) {
  const text = bookingWords[language];
  const booking = day.selected;
  const zoned = (moment: string) =>
    Temporal.Instant.from(moment).toZonedDateTimeISO(day.space.timeZone).toPlainTime().toString().slice(0, 5);
  const facts = booking ? { name: booking.resource.name, times: `${zoned(booking.startsAt)}–${zoned(booking.endsAt)}` } : undefined;
  const isForOther = booking?.kind === "booking" && !booking.isMine && booking.holder !== null;
  const booked = facts && (isForOther ? text.bookedFor({ ...facts, who: booking.holder ?? "" }) : text.booked(facts));
  const isOfSeries = day.did === "booked" && day.series.length > 1;
  const many = { count: inWords(day.series.length, language), name: booking?.resource.name ?? "" };
  const said: Record<string, string | undefined> = {
    booked,
    asked: facts && text.asked(facts),
    moved: booking ? movedInWords(booking, language) : text.moved,
    cancelled: text.cancelled,
    approved: text.approved,
    refused: text.refused,
    joined: waitingWords[language].joined,
    joinedFor: waitingWords[language].joinedFor,
    checkedIn: attendingWords[language].checkedIn,
    shown: attendingWords[language].shown,
    hidden: attendingWords[language].hidden,
    described: describeWords[language].done,
    left: waitingWords[language].left,
    taken: waitingWords[language].taken,
  };
  const bookedMany = isForOther
    ? seriesWords[language].bookedManyFor({ ...many, who: booking.holder ?? "" })
    : seriesWords[language].bookedMany(many);
  const sentence = isOfSeries ? bookedMany : said[day.did ?? ""];
  return sentence ? (
    <Notice kind="good" role="status" title={sentence}>
      {null}
    </Notice>
  ) : null;
}

// who pays may be another than before: the plan that covered the old time need not cover the new one
function movedInWords({ priceOre, organization, holder, isMine }: NonNullable<DayData["selected"]>, language: Language): string {
  const text = bookingWords[language];
  if (!priceOre) return text.moved;
  const price = money(priceOre, language);
  if (organization) return `${text.moved} ${text.theyPay({ who: organization.name, price })}`;
  return `${text.moved} ${isMine || holder === null ? text.youPay({ price }) : text.theyPay({ who: holder, price })}`;
}
