import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import type { TicketApi } from "../tickets/routes.ts";
import { lastDayOf, timesInWords } from "./event-times.ts";
import { TicketCard } from "./parts/ticket-card.tsx";
import { ticketWords } from "./ticket-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const { tickets } = client<TicketApi>(visitOf(given));
  return { ticket: await read(tickets[":token"].$get({ param: { token: given.params.ticket ?? "" } })) };
}

/** One ticket for whoever has its link: to show at the door, and to send to whoever will come. Kept on the phone once opened. */
export default function TicketPage() {
  const { ticket } = useLoaderData<typeof loader>();
  const { language, origin } = useShell();
  const text = ticketWords[language];
  const { event, token } = ticket;
  const name = textIn(event.title, language)?.text ?? "";
  const when = [timesInWords(event, language), event.place].filter(Boolean).join(", ");
  const link = `${origin}/${language}/tickets/${token}`;
  const letter = new URLSearchParams({ subject: text.mailSubject(name), body: text.mailText({ event: name, when, link }) });
  return (
    <Page title={`${text.title} · ${name}`} area={{ kind: "public" }} current="events" isBare scripts={token ? ["kept-page"] : []}>
      <div className="phone-page">
        <div className="phone-bar">
          <a href={`/${language}/events/${event.slug}`}>
            <Icon name="arrow-left" /> {text.toEvent}
          </a>
          <span className="end with-icon" data-offline-ready data-kept-day={lastDayOf(event)} hidden>
            <Icon name="check-round" /> {text.worksOffline}
          </span>
        </div>
        <div className="phone-body">
          <h1 className="hidden">{`${text.title}: ${name}`}</h1>
          {event.isCancelled && <Notice kind="wrong" title={text.cancelled} />}
          {token === null ? (
            <Notice kind="care" title={text.givenBack}>
              <p>{text.givenBackText}</p>
            </Notice>
          ) : (
            <>
              <TicketCard event={name} when={when} ticket={{ ...ticket, token }} language={language} />
              <p className="small">{text.showAtDoor}</p>
              <section className="stack close" aria-labelledby="send">
                <h2 id="send" className="h3">
                  {text.send}
                </h2>
                <p className="small">{text.sendAbout}</p>
                <p className="two-buttons">
                  <a className="button" href={`mailto:?${letter.toString().replaceAll("+", "%20")}`}>
                    <Icon name="mail" /> {text.byEmail}
                  </a>
                  <button className="button" type="button" data-share hidden>
                    {text.share}
                  </button>
                </p>
              </section>
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
