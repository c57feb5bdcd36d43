import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { writtenIn } from "../../../interface/form-values.ts";
import { excerpt } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { textIn } from "../../spaces/parts.ts";
import { agendaWords } from "../agenda/pages/agenda-words.ts";
import { Programme } from "../agenda/pages/parts/programme.tsx";
import { kindWords } from "../kinds/pages/kind-words.ts";
import { PartnerList } from "../partners/pages/partner-list.tsx";
import { eventFacts } from "./event-facts.ts";
import { daysOver, timesInWords } from "./event-times.ts";
import { eventWords } from "./event-words.ts";
import { loadEvent } from "./load-event.ts";
import { EventHead, placeInWords } from "./parts/event-head.tsx";
import { OwnInvitation } from "./parts/own-invitation.tsx";
import { Tickets } from "./parts/tickets.tsx";
import { carryOut } from "./register-action.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const { searchParams } = new URL(given.request.url);
  const loaded = await loadEvent(visit, given.params.event ?? "");
  const isOver = Temporal.Instant.compare(Temporal.Instant.from(loaded.event.endsAt), visit.now) <= 0;
  return {
    ...loaded,
    isOver,
    now: visit.now.toString(),
    today: dayIn(visit.now, loaded.event.timeZone),
    written: writtenIn(searchParams),
    did: searchParams.get("did") ?? "",
  };
}

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

/** An event: what, when, where and by whom, with its tickets and what one has of them. */
export default function EventPage() {
  const { event, agenda, partners, registrations, payers, isOver, now, today, written, did } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  const shell = useShell();
  const { language } = shell;
  const text = eventWords[language];
  const title = textIn(event.title, language);
  const about = textIn(event.descriptions, language);
  const name = title?.text ?? "";
  // the times of a series are told apart by their days
  const { days, rest } = daysOver(event, language);
  const pageTitle = event.parent?.kind === "series" ? `${name}, ${days} ${rest}` : name;
  const path = `/${language}/events/${event.slug}`;
  const facts = { title: name, about: about?.text };
  return (
    <Page
      title={shown ? `${text.error}: ${pageTitle}` : pageTitle}
      description={excerpt([timesInWords(event, language), placeInWords(event, language), about?.text].filter(Boolean).join(". "))}
      path={`/events/${event.slug}`}
      area={{ kind: "public" }}
      current="events"
      facts={event.status === "draft" ? undefined : eventFacts(event, facts, shell)}
    >
      <div className="frame">
        <Crumbs trail={[{ label: text.events, href: `/${language}/events` }, { label: name }]} language={language} />
        <EventHead event={event} title={title} language={language} />
      </div>
      <div className="frame event-columns page-end">
        <section className="stack" id="tickets" aria-labelledby="tickets-title">
          <h2 id="tickets-title">{text.tickets}</h2>
          {event.status === "draft" && (
            <Notice kind="note" title={text.draft}>
              <p>{text.draftAbout}</p>
            </Notice>
          )}
          {event.status === "cancelled" && <Notice kind="care" title={text.cancelled} />}
          {event.status === "published" && isOver && <Notice kind="note" title={text.over} />}
          {shown && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>
                <a href={`#${shown.error.field}`}>{shown.error.message}</a>
              </p>
            </Notice>
          )}
          {!shown && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
          {event.invitation && registrations.length === 0 && event.abilities.register && (
            <OwnInvitation invitation={event.invitation} language={language} />
          )}
          {event.ticketTypes.length === 0 && event.status === "published" && !isOver && <p>{text.noTickets}</p>}
          {event.ticketTypes.length === 0 && event.abilities.run && !isOver && event.status !== "cancelled" && (
            <p>
              <a href={`${path}/ticket-types`}>{kindWords[language].addAct}</a>
            </p>
          )}
          {event.ticketTypes.length > 0 && (
            <Tickets
              event={event}
              registrations={registrations}
              payers={payers}
              written={shown?.written ?? written}
              shown={shown}
              isKnown={shell.actor !== undefined}
              path={path}
              now={now}
              today={today}
              language={language}
            />
          )}
        </section>
        {about && (
          <section className="stack prose" lang={about.language === language ? undefined : about.language}>
            {about.text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} className="written">
                {paragraph}
              </p>
            ))}
          </section>
        )}
      </div>
      {(agenda.items.length > 0 || agenda.abilities.change) && (
        <section className="frame stack page-end" id="programme" aria-labelledby="programme-title">
          <h2 id="programme-title">{agendaWords[language].programme}</h2>
          <Programme sessions={agenda.items} timeZone={event.timeZone} language={language} />
          {agenda.abilities.change && (
            <p>
              <a href={`${path}/agenda`}>{agenda.items.length > 0 ? agendaWords[language].edit : agendaWords[language].write}</a>
            </p>
          )}
        </section>
      )}
      {event.calls.length > 0 && (
        <section className="frame stack close page-end" aria-labelledby="calls-title">
          <h2 id="calls-title">{text.calls}</h2>
          <ul className="plain-list">
            {event.calls.map((call) => (
              <li key={call.slug}>
                <a href={`/${language}/calls/${call.slug}`}>{textIn(call.title, language)?.text}</a>
              </li>
            ))}
          </ul>
          <p className="small soft">{text.callsAbout}</p>
        </section>
      )}
      <div className="frame page-end">
        <PartnerList
          partners={[...partners.items, ...partners.ofParent.filter(({ name }) => !partners.items.some((own) => own.name === name))]}
          edit={partners.abilities.change ? `${path}/partners` : undefined}
          language={language}
        />
      </div>
    </Page>
  );
}
