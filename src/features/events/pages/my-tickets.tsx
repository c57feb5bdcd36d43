import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Icon } from "../../../interface/components/icon.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EventApi } from "../routes.ts";
import { lastDayOf, timesInWords } from "./event-times.ts";
import { BringColleague } from "./parts/bring-colleague.tsx";
import { TicketCard } from "./parts/ticket-card.tsx";
import { placeWords } from "./places/place-words.ts";
import { ticketWords } from "./ticket-words.ts";

// more than this is a company's list: each has a page of its own
const mostCards = 10;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const api = client<EventApi>(visit);
  const registration = await read(api.registrations[":id"].$get({ param: { id: given.params.registration ?? "" } }));
  const event = await read(api.events[":id"].$get({ param: { id: registration.event.id } }));
  return {
    registration,
    type: event.abilities.register ? event.ticketTypes.find(({ id }) => id === registration.ticketType.id) : undefined,
  };
}

/** One's tickets of a registration, with the codes one shows at the door; kept on the phone once opened. */
export default function MyTickets() {
  const { registration, type } = useLoaderData<typeof loader>();
  const { language, origin } = useShell();
  const text = ticketWords[language];
  const { event, ticketType, organization } = registration;
  const name = textIn(event.title, language)?.text ?? "";
  const when = timesInWords(event, language);
  const tickets = registration.tickets.flatMap(({ token, ...ticket }) =>
    token === null ? [] : [{ ...ticket, token, kind: ticketType.name, organization: organization?.name ?? null }],
  );
  const path = `/${language}/events/${event.slug}`;
  return (
    <Page
      title={`${text.mine} · ${name}`}
      area={{ kind: "member" }}
      current="events"
      isBare
      scripts={tickets.length > 0 ? ["kept-page"] : []}
    >
      <div className="phone-page">
        <div className="phone-bar">
          <a href={`/${language}/me/events`}>
            <Icon name="arrow-left" /> {text.mine}
          </a>
          <span className="end with-icon" data-offline-ready data-kept-day={lastDayOf(event)} hidden>
            <Icon name="check-round" /> {text.worksOffline}
          </span>
        </div>
        <div className="phone-body">
          <h1 className="hidden">{`${text.mine}: ${name}`}</h1>
          {tickets.length === 0 && (
            <StatePane state="empty" title={text.notYet}>
              <p>{text.notYetText}</p>
            </StatePane>
          )}
          {tickets.length > 0 && <p className="small">{text.showAtDoor}</p>}
          {registration.abilities.nameHolders && tickets.some(({ holder }) => holder === null) && (
            <p>
              <a href={`${path}/registrations/${registration.id}`}>{placeWords[language].sayWho}</a>
            </p>
          )}
          {tickets.length <= mostCards
            ? tickets.map((ticket) => (
                <div key={ticket.id} className="stack close">
                  <TicketCard event={name} when={when} ticket={ticket} language={language} />
                  {tickets.length > 1 && (
                    <p className="small">
                      <a href={`/${language}/tickets/${ticket.token}`}>
                        {text.ownPage}
                        <span className="hidden">{`: ${ticket.holder ?? ticket.code}`}</span>
                      </a>
                    </p>
                  )}
                </div>
              ))
            : tickets.length > 0 && (
                <ul className="lines">
                  {tickets.map((ticket) => (
                    <li key={ticket.id}>
                      <a href={`/${language}/tickets/${ticket.token}`}>{ticket.holder ?? `${text.nameLater}, ${ticket.code}`}</a>
                    </li>
                  ))}
                </ul>
              )}
          {tickets.length > 0 && type && (
            <BringColleague event={name} when={when} link={`${origin}${path}`} left={type.left} language={language} />
          )}
          <p>
            <a href={`${path}/registrations/${registration.id}`}>{text.toRegistration}</a>
          </p>
          <p>
            <a href={path}>{text.toEvent}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}
