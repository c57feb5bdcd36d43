import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { clockRange, longDay, moment } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { writtenLength } from "../../../../platform/language/written-length.ts";
import { addDays, dayIn, isDay, momentOf } from "../../../../platform/time/day.ts";
import type { SpaceApi } from "../../../spaces/index.ts";
import type { WaitingApi } from "../../waiting/routes.ts";
import { lineWords } from "./line-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const { searchParams } = new URL(given.request.url);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } }));
  const today = dayIn(visit.now, space.timeZone);
  const asked = searchParams.get("day") ?? "";
  const day = isDay(asked) ? asked : today;
  const at = (date: string) => momentOf(date, "00:00", space.timeZone).toString();
  const cursor = searchParams.get("cursor");
  const query = { from: at(day), to: at(addDays(day, 1)), ...(cursor && { cursor }) };
  const line = await read(client<WaitingApi>(visit).spaces[":id"].waits.$get({ param: { id }, query }));
  return { space, day, today, line, isTakenOff: searchParams.has("off") };
}

type Outcome = { problem: Problem; id: string; reason: string };

/** Takes somebody off the list, with the reason. */
export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const [id, reason, day] = [String(form.get("wait") ?? ""), String(form.get("reason") ?? ""), String(form.get("day") ?? "")];
  const { problem } = await attempt(client<WaitingApi>(visit).waits[":id"].removal.$put({ param: { id }, json: { reason } }));
  if (problem) return data<Outcome>({ problem, id, reason }, { status: problem.status });
  throw redirect(`/${visit.language}/spaces/${given.params.space}/waits?${new URLSearchParams({ day, off: "1" })}`, 303);
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>;
type Place = Line["line"]["items"][number];

/** Who waits for the time of a house on a day, as those at the desk see it. */
export default function LinePage() {
  const { space, day, today, line, isTakenOff } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const { language } = useShell();
  const text = lineWords[language];
  const problem = outcome?.problem;
  const errors = problem
    ? (problem.errors ?? [{ field: "reason", message: problem.title }]).map(({ message }) => ({ field: `reason-${outcome.id}`, message }))
    : [];
  const from = line.items.find(({ id }) => id === outcome?.id)?.person.name;
  const labels = Object.fromEntries(errors.map(({ field }) => [field, [from, text.reason].filter(Boolean).join(", ")]));
  return (
    <Page
      title={problem ? `${text.error}: ${text.title}` : `${text.title}, ${space.name}`}
      area={{ kind: space.abilities.edit ? "manager" : "host", space }}
      current="calendar"
    >
      <div className="frame">
        <div className="daybar">
          <div>
            <h1>{text.title}</h1>
            <p className="soft">{text.lead({ day: longDay(day, language) })}</p>
          </div>
          <Steps space={space.slug} day={day} today={today} language={language} />
        </div>
        <ErrorSummary errors={errors} labels={labels} language={language} />
        {isTakenOff && !outcome && <Notice kind="good" role="status" title={text.didTakeOff} />}
        {line.items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <Table items={line.items} day={day} today={today} outcome={outcome} message={errors[0]?.message} language={language} />
        )}
        <ShowMore cursor={line.nextCursor} to={(cursor) => `?${new URLSearchParams({ day, cursor })}`} language={language} />
        <p className="section-s">
          <a href={`/${language}/spaces/${space.slug}/calendar?day=${day}`}>{text.calendar}</a>
        </p>
      </div>
    </Page>
  );
}

type StepsProps = { space: string; day: string; today: string; language: Language };

function Steps({ space, day, today, language }: StepsProps) {
  const text = lineWords[language];
  const path = `/${language}/spaces/${space}/waits`;
  const [before, after] = [addDays(day, -1), addDays(day, 1)];
  return (
    <nav className="day-steps" aria-label={text.dayNav}>
      <a className="button small" href={`${path}?day=${before}`}>
        <Icon name="arrow-left" />
        <span className="hidden">{longDay(before, language)}</span>
      </a>
      <a className="button small" href={path} aria-current={day === today ? "date" : undefined}>
        {text.today}
      </a>
      <a className="button small" href={`${path}?day=${after}`}>
        <Icon name="arrow-right" />
        <span className="hidden">{longDay(after, language)}</span>
      </a>
    </nav>
  );
}

type TableProps = {
  items: readonly Place[];
  day: string;
  today: string;
  outcome: Outcome | undefined;
  message: string | undefined;
  language: Language;
};

function Table({ items, day, today, outcome, message, language }: TableProps) {
  const text = lineWords[language];
  return (
    <DataTable
      caption={text.title}
      isCaptionHidden
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { label: text.who, isHeading: true, cell: ({ person }) => person.name },
        { label: text.wants, cell: (place) => <Wish place={place} language={language} /> },
        { label: text.since, cell: ({ askedAt, timeZone }) => moment(zoned(askedAt, timeZone), today, language) },
        { label: text.state, cell: (place) => standing(place, today, language) },
        {
          label: text.takeOff,
          isAction: true,
          cell: (place) => (
            <details open={outcome?.id === place.id}>
              <summary aria-label={text.takeOffName({ name: place.person.name })}>{text.takeOff}</summary>
              <form method="post" className="form" noValidate>
                <input type="hidden" name="day" value={day} />
                <TextField
                  name="reason"
                  id={`reason-${place.id}`}
                  label={text.reason}
                  hint={text.reasonHint}
                  defaultValue={outcome?.id === place.id ? outcome.reason : ""}
                  error={outcome?.id === place.id ? message : undefined}
                  maxLength={500}
                  language={language}
                />
                <button className="button" type="submit" name="wait" value={place.id}>
                  {text.takeOff}
                </button>
              </form>
            </details>
          ),
        },
      ]}
    />
  );
}

function Wish({ place, language }: { place: Place; language: Language }) {
  const text = lineWords[language];
  const { resource, startsAt, endsAt, minutes, timeZone, title, people } = place;
  const window = Temporal.Instant.from(startsAt).until(Temporal.Instant.from(endsAt)).total("minutes");
  const times = clockRange(zoned(startsAt, timeZone), zoned(endsAt, timeZone), language);
  const about = [title, people !== null && text.people({ count: people })].filter(Boolean).join(" · ");
  return (
    <div>
      <b>{resource.name}</b> {minutes < window ? text.length({ length: writtenLength(minutes, language), times }) : times}
      {about && <p className="small soft">{about}</p>}
    </div>
  );
}

function standing({ place, offer, timeZone }: Place, today: string, language: Language): string {
  const text = lineWords[language];
  if (!offer) return place === null ? "" : text.place({ place });
  return text.offered({
    times: clockRange(zoned(offer.startsAt, timeZone), zoned(offer.endsAt, timeZone), language),
    until: moment(zoned(offer.heldUntil, timeZone), today, language),
  });
}

function zoned(at: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
}
