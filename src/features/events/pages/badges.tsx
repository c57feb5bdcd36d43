import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { RadioField, SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import { badgeWords } from "../badges/badge-words.ts";
import { mostBadges, type PaperName, paperNames } from "../badges/papers.ts";
import type { EventApi } from "../routes.ts";
import type { TicketApi } from "../tickets/routes.ts";
import { PaperDrawing } from "./parts/paper-drawing.tsx";
import { registrationsWords } from "./registrations-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.event ?? "" };
  const [event, list] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param })),
    read(client<TicketApi>(visit).events[":id"].arrivals.$get({ param, query: { limit: "1" } })),
  ]);
  return { event, total: list.total };
}

/** What is printed before an event: badges on the paper one has, and the list by company. */
export default function Badges() {
  const { event, total } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = badgeWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const file = (what: "badges" | "companies") => `/api/v1/events/${event.slug}/${what}.pdf`;
  const parts = Array.from({ length: Math.ceil(total / mostBadges) }, (_, part) => part * mostBadges);
  return (
    <Page title={`${text.badges} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: name, href: path },
            { label: registrationsWords[language].title, href: `${path}/registrations` },
            { label: text.badges },
          ]}
          language={language}
        />
        <h1>{text.badges}</h1>
        {total === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <>
            <p className="lead">{text.lead}</p>
            <form method="get" action={file("badges")} className="form badge-form">
              <input type="hidden" name="language" value={language} />
              <fieldset className="field">
                <legend className="label">{text.paper}</legend>
                <div className="papers">
                  {paperNames.map((paper: PaperName) => (
                    <label key={paper} className="paper-choice">
                      <input type="radio" name="paper" value={paper} defaultChecked={paper === "a4-8"} />
                      <PaperDrawing name={paper} />
                      <span>
                        <b>{text.papers[paper].label}</b>
                        <br />
                        <span className="small soft">{text.papers[paper].about}</span>
                      </span>
                    </label>
                  ))}
                </div>
              </fieldset>
              {event.ticketTypes.length > 1 && (
                <SelectField
                  name="ticketType"
                  label={text.kind}
                  isOptional
                  options={[{ value: "", label: text.allKinds }, ...event.ticketTypes.map(({ id, name: label }) => ({ value: id, label }))]}
                  language={language}
                />
              )}
              {parts.length > 1 && (
                <RadioField
                  name="from"
                  label={text.which}
                  options={parts.map((from) => ({
                    value: String(from),
                    label: text.part({ from: number(from + 1, language), to: number(Math.min(from + mostBadges, total), language) }),
                  }))}
                  defaultValue="0"
                  language={language}
                />
              )}
              <TextField
                name="first"
                type="number"
                label={text.first}
                hint={text.firstHint}
                min={1}
                max={10}
                defaultValue="1"
                width="xs"
                language={language}
              />
              <button className="button lit" type="submit">
                {text.make}
              </button>
            </form>
            <section className="stack close" aria-labelledby="companies">
              <h2 id="companies">{text.companies}</h2>
              <p>{text.listLead}</p>
              <p>
                <a className="button" href={`${file("companies")}?language=${language}`}>
                  {text.make}
                </a>
              </p>
            </section>
          </>
        )}
      </div>
    </Page>
  );
}
