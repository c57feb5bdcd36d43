import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { inWords, money, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { softHyphens } from "../../../interface/soft-hyphens.ts";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EventApi } from "../routes.ts";
import { momentInWords, timesInWords } from "./event-times.ts";
import { eventWords } from "./event-words.ts";
import { changeOwn } from "./register-action.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { event = "", registration: id = "" } = given.params;
  const registration = await read(client<EventApi>(visit).registrations[":id"].$get({ param: { id } }));
  if (![registration.event.slug, registration.event.id].includes(event)) throw new Response(null, { status: 404 });
  const did = new URL(given.request.url).searchParams.get("did") ?? "";
  return { registration, today: dayIn(visit.now, registration.event.timeZone), did };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const act = (await given.request.formData()).get("act") === "confirm" ? "confirm" : "cancel";
  return changeOwn(visit, act, given.params.registration ?? "", `/${visit.language}/events/${given.params.event}`);
}

/** One registration: its tickets with their codes, or how long the places are kept, or the number in line. */
export default function RegistrationPage() {
  const { registration, today, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = eventWords[language];
  const { event, state, isOffer, heldUntil, placeInLine, quantity, organization, priceOre, tickets, abilities, ending, onlineUrl } =
    registration;
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const until = heldUntil ? momentInWords(heldUntil, { timeZone: event.timeZone, today, language }) : "";
  return (
    <Page title={refused ? `${text.error}: ${name}` : `${text.yourRegistration} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame">
        <Crumbs
          trail={[{ label: text.events, href: `/${language}/events` }, { label: name, href: path }, { label: text.yourRegistration }]}
          language={language}
        />
        <div className="form-page">
          <div className="stack">
            <h1>{softHyphens(name)}</h1>
            <p className="lead">{timesInWords(event, language)}</p>
            {refused && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.error.message}</p>
              </Notice>
            )}
            <section className="room panel stack close" aria-labelledby="standing" role={did === "confirmed" ? "status" : undefined}>
              <h2 id="standing">{isOffer ? text.offered : text.states[state]}</h2>
              {state === "confirmed" && <p>{text.ticketsAbout}</p>}
              {tickets.some(({ token }) => token !== null) && (
                <p>
                  <a className="button lit" href={`/${language}/me/events/${registration.id}`}>
                    {text.seeTickets}
                  </a>
                </p>
              )}
              {ending && <p>{text.endings[ending]}</p>}
              {heldUntil && <p>{isOffer ? text.offeredUntil({ moment: until }) : text.heldUntil({ moment: until })}</p>}
              {placeInLine !== null && <p>{text.inLine({ number: number(placeInLine, language) })}</p>}
              {onlineUrl && (
                <p>
                  <a href={onlineUrl}>{text.joinOnline}</a>
                </p>
              )}
              {abilities.confirm && (
                <form method="post" className="buttons">
                  <button type="submit" className="button lit" name="act" value="confirm">
                    {isOffer ? text.take : text.confirm}
                  </button>
                  <button type="submit" className="button" name="act" value="cancel">
                    {isOffer ? text.decline : text.letGo}
                  </button>
                </form>
              )}
            </section>
            {tickets.length > 0 && (
              <section className="stack" aria-labelledby="own-tickets">
                <h2 id="own-tickets">{text.tickets}</h2>
                <ol className="event-tickets">
                  {tickets.map((ticket) => (
                    <li key={ticket.id} className="lit-room">
                      <span className="small soft">{registration.ticketType.name}</span>
                      <b>
                        {ticket.token ? (
                          <a href={`/${language}/tickets/${ticket.token}`}>{ticket.holder ?? text.nameLater}</a>
                        ) : (
                          (ticket.holder ?? text.nameLater)
                        )}
                      </b>
                      <span>
                        <span className="small soft">{text.code1}</span> <code>{ticket.code}</code>
                      </span>
                    </li>
                  ))}
                </ol>
              </section>
            )}
            {abilities.cancel && !abilities.confirm && (
              <details className="part" open={refused !== undefined}>
                <summary>{state === "waiting" ? text.leave : text.giveBack}</summary>
                <form method="post" className="form">
                  {state === "confirmed" && <p>{text.giveBackAbout}</p>}
                  <p>
                    <button type="submit" className="button" name="act" value="cancel">
                      {state === "waiting" ? text.leave : text.giveBack}
                    </button>
                  </p>
                </form>
              </details>
            )}
          </div>
          <aside className="side">
            <dl className="hire-facts">
              <div>
                <dt>{text.kind}</dt>
                <dd>
                  {registration.ticketType.name}, {text.places({ count: inWords(quantity, language), isOne: quantity === 1 })}
                </dd>
              </div>
              <div>
                <dt>{text.price}</dt>
                <dd>
                  {priceOre === 0 ? text.free : `${money(priceOre, language)}. ${text.vat}`}
                  {priceOre > 0 && (
                    <>
                      <br />
                      {text.payedBy({ name: organization?.name ?? registration.holder })}
                    </>
                  )}
                </dd>
              </div>
            </dl>
            <p>
              <a href={path}>{text.toEvent}</a>
            </p>
          </aside>
        </div>
      </div>
    </Page>
  );
}
