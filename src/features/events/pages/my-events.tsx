import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Door } from "../../../interface/components/door.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { inWords, number } from "../../../interface/format.ts";
import { MemberDock } from "../../../interface/navigation/member-dock.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EventInvitationApi } from "../inviting/routes.ts";
import type { EventApi } from "../routes.ts";
import type { GivenTicketApi } from "../tickets/given/routes.ts";
import { calendarWords } from "./calendar-words.ts";
import { momentInWords, timesInWords } from "./event-times.ts";
import { eventWords } from "./event-words.ts";
import { GivenTickets } from "./parts/given-tickets.tsx";
import { InvitedTo } from "./parts/invited-to.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const visit = signedIn(args);
  const cursor = new URL(args.request.url).searchParams.get("cursor") ?? undefined;
  const [{ items, nextCursor }, invitations, given] = await Promise.all([
    read(client<EventApi>(visit).me.registrations.$get({ query: { limit: "50", cursor } })),
    read(client<EventInvitationApi>(visit).me.invitations.$get({ query: { limit: "50" } })),
    read(client<GivenTicketApi>(visit).me.tickets.$get({ query: { limit: "50" } })),
  ]);
  const isAhead = ({ event, state }: Own) =>
    state !== "cancelled" && Temporal.Instant.compare(Temporal.Instant.from(event.endsAt), visit.now) > 0;
  // those to come stand with the next one first
  return {
    invitations: cursor ? [] : invitations.items,
    given: cursor ? [] : given.items,
    ahead: items.filter(isAhead).reverse(),
    earlier: items.filter((own) => !isAhead(own)),
    nextCursor,
    today: dayIn(visit.now, "Europe/Oslo"),
  };
}

type Own = { id: string; state: "held" | "waiting" | "confirmed" | "cancelled"; event: { endsAt: string } };
type Loaded = Awaited<ReturnType<typeof loader>>;

/** What one has registered for, waits for, or has been to. */
export default function MyEvents() {
  const { invitations, given, ahead, earlier, nextCursor, today } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = calendarWords[language];
  return (
    <Page title={text.mine} area={{ kind: "member" }} current="events" scripts={["kept-ahead"]}>
      <div className="phone-page">
        <div className="phone-body">
          <h1>{text.mine}</h1>
          <p className="lead">{text.mineLead}</p>
          {invitations.length + given.length + ahead.length + earlier.length === 0 && (
            <StatePane state="empty" title={text.mineNone}>
              <p>{text.mineNoneAbout}</p>
            </StatePane>
          )}
          {invitations.length > 0 && <InvitedTo invitations={invitations} language={language} />}
          {given.length > 0 && <GivenTickets tickets={given} language={language} />}
          {ahead.length > 0 && <OwnEvents title={text.ahead} items={ahead} isAhead today={today} language={language} />}
          {earlier.length > 0 && <OwnEvents title={text.earlier} items={earlier} today={today} language={language} />}
          <ShowMore cursor={nextCursor} language={language} />
          <p>
            <a className={ahead.length === 0 ? "button lit" : "button"} href={`/${language}/events`}>
              {text.toCalendar}
            </a>
          </p>
        </div>
        <MemberDock current="events" />
      </div>
    </Page>
  );
}

type OwnProps = { title: string; items: Loaded["ahead"]; isAhead?: true; today: string; language: Language };

function OwnEvents({ title, items, isAhead, today, language }: OwnProps) {
  const text = eventWords[language];
  return (
    <section className="stack close">
      <h2>{title}</h2>
      <ul className="lines">
        {items.map(({ id, event, state, isOffer, heldUntil, placeInLine, quantity, ticketType }) => {
          const name = textIn(event.title, language);
          const until = heldUntil ? momentInWords(heldUntil, { timeZone: event.timeZone, today, language }) : "";
          return (
            <li key={id} className="with-icon">
              <Door state={state === "confirmed" ? "open" : state === "cancelled" ? "shut" : "ajar"} />
              <div>
                <a
                  href={`/${language}/events/${event.slug}/registrations/${id}`}
                  lang={name?.language === language ? undefined : name?.language}
                >
                  {name?.text}
                </a>
                <p className="small">{timesInWords(event, language)}</p>
                <p className="small soft">
                  {[
                    isOffer ? text.offered : text.states[state],
                    `${ticketType.name}, ${text.places({ count: inWords(quantity, language), isOne: quantity === 1 })}`,
                  ].join(" · ")}
                </p>
                {state === "confirmed" && (
                  <p className="small">
                    <a
                      href={`/${language}/me/events/${id}`}
                      data-keep-ahead={isAhead}
                      aria-label={`${text.seeTickets}: ${name?.text ?? ""}`}
                    >
                      {text.seeTickets}
                    </a>
                  </p>
                )}
                {heldUntil && <p className="small">{isOffer ? text.offeredUntil({ moment: until }) : text.heldUntil({ moment: until })}</p>}
                {isOffer && (
                  <p>
                    <a
                      className="button"
                      href={`/${language}/events/${event.slug}/registrations/${id}`}
                      aria-label={`${text.take}: ${name?.text ?? ""}`}
                    >
                      {text.take}
                    </a>
                  </p>
                )}
                {placeInLine !== null && <p className="small">{text.inLine({ number: number(placeInLine, language) })}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
