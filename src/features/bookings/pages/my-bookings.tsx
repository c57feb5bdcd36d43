import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Door } from "../../../interface/components/door.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { capital, clock, relativeDay } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { FeedApi } from "../feeds/routes.ts";
import type { BookingApi } from "../routes.ts";
import { carryOutFeed, type FeedOutcome } from "./feeds/carry-out-feeds.ts";
import { FeedBox } from "./feeds/feed-box.tsx";
import { feedBoxWords } from "./feeds/feed-box-words.ts";
import { myBookingsWords } from "./my-bookings-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const cursor = searchParams.get("cursor") ?? undefined;
  const subjectId = visit.actor.personId;
  const [bookings, feeds] = await Promise.all([
    read(client<BookingApi>(visit).me.bookings.$get({ query: { limit: "30", cursor } })),
    read(client<FeedApi>(visit)["calendar-feeds"].$get({ query: { of: "person", subjectId } })),
  ]);
  return { bookings, feeds: feeds.items, subjectId, today: dayIn(visit.now, "Europe/Oslo"), isCancelled: searchParams.has("cancelled") };
}

/** Gives a booking back, or makes or shuts the address one's own calendar follows. */
export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const outcome = await carryOutFeed(visit, form);
  if (outcome) return data<FeedOutcome>(outcome, { status: outcome.problem?.status ?? 200 });
  const param = { id: String(form.get("cancel") ?? "") };
  const { problem } = await attempt(client<BookingApi>(visit).bookings[":id"].cancellation.$put({ param, json: {} }));
  if (problem) return data<FeedOutcome>({ problem }, { status: problem.status });
  throw redirect(`/${visit.language}/me/bookings?cancelled`, 303);
}

/** What one has booked and not yet used, soonest first, and the way to have it in one's own calendar. */
export default function MyBookings() {
  const { bookings, feeds, subjectId, today, isCancelled } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = myBookingsWords[language];
  const feedText = feedBoxWords[language];
  return (
    <Page title={text.title} area={{ kind: "member" }} current="days">
      <div className="phone-page">
        <div className="phone-body">
          <h1>{text.title}</h1>
          {outcome?.problem && <Notice kind="wrong" role="alert" title={outcome.problem.title} />}
          {outcome?.isShut && <Notice kind="good" role="status" title={feedText.isShut} />}
          {isCancelled && !outcome && <Notice kind="good" role="status" title={text.cancelled} />}
          {bookings.items.length === 0 ? (
            <StatePane state="empty" title={text.none}>
              <p>{text.noneText}</p>
              <p>
                <a className="button lit" href={`/${language}/find`}>
                  {text.find}
                </a>
              </p>
            </StatePane>
          ) : (
            <ul className="lines">
              {bookings.items.map((booking) => (
                <BookingLine key={booking.id} booking={booking} today={today} language={language} />
              ))}
            </ul>
          )}
          {bookings.nextCursor && (
            <p>
              <a href={`?${new URLSearchParams({ cursor: bookings.nextCursor })}`}>{text.more}</a>
            </p>
          )}
          <section className="stack close" aria-labelledby="feed">
            <h2 id="feed">{feedText.heading}</h2>
            <p className="soft">{feedText.about}</p>
            <FeedBox of="person" subjectId={subjectId} feeds={feeds} outcome={outcome} language={language} />
          </section>
          <p>
            <a href={`/${language}/me`}>{text.guestDays}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}

type Booking = Awaited<ReturnType<typeof loader>>["bookings"]["items"][number];

function BookingLine({ booking, today, language }: { booking: Booking; today: string; language: Language }) {
  const text = myBookingsWords[language];
  const { id, resource, space, state, title, timeZone, abilities } = booking;
  const at = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
  const [from, until] = [at(booking.startsAt), at(booking.endsAt)];
  const day = from.toPlainDate().toString();
  const when = `${relativeDay(day, today, language)} ${clock(from)}–${clock(until)}`;
  const waits = state === "pending" ? text.pending : state === "held" ? text.held : undefined;
  return (
    <li className="with-icon">
      <Door state={state === "confirmed" ? "open" : "ajar"} />
      <div>
        <a href={`/${language}/spaces/${space.slug}/calendar?${new URLSearchParams({ day, booking: id })}`}>
          {capital(when)} · {resource.name}
        </a>
        <p className="small soft">{[title, space.name, waits].filter(Boolean).join(" · ")}</p>
        {abilities.cancel && (
          <form method="post">
            <button
              className="text-button"
              type="submit"
              name="cancel"
              value={id}
              aria-label={text.cancelThing({ name: resource.name, when })}
            >
              {text.cancel}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
