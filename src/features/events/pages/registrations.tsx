import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { inWordsFirst, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { textIn } from "../../spaces/parts.ts";
import { badgeWords } from "../badges/badge-words.ts";
import { owedWords } from "../charges/pages/owed-words.ts";
import { doorWords } from "../door/words.ts";
import { type RegistrationState, registrationStates } from "../event.ts";
import type { EventQuestionApi } from "../questions/routes.ts";
import type { EventApi } from "../routes.ts";
import { doubleWords } from "../tickets/doubles/pages/double-words.ts";
import type { DoubleApi } from "../tickets/doubles/routes.ts";
import { momentInWords } from "./event-times.ts";
import { eventWords } from "./event-words.ts";
import { letterWords } from "./letter-words.ts";
import { AnswerCounts } from "./parts/answer-counts.tsx";
import { EventFigures } from "./parts/event-figures.tsx";
import { questionsWords } from "./questions-words.ts";
import { registrationsWords } from "./registrations-words.ts";
import { surveyWords } from "./survey-words.ts";

const shownStates = ["confirmed", "held", "waiting", "cancelled"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.event ?? "" };
  const asked = searchParams.get("state") ?? "";
  const state = isState(asked) ? asked : undefined;
  const api = client<EventApi>(visit).events[":id"];
  const [event, counts, list] = await Promise.all([
    read(api.$get({ param })),
    read(api.counts.$get({ param })),
    read(api.registrations.$get({ param, query: { limit: "100", state, cursor: searchParams.get("cursor") ?? undefined } })),
  ]);
  const answers =
    event.abilities.run && event.questions.length > 0
      ? await read(client<EventQuestionApi>(visit).events[":id"].answers.$get({ param }))
      : undefined;
  const { items: doubles } = await read(client<DoubleApi>(visit).events[":id"].doubles.$get({ param }));
  return {
    event,
    doubles: doubles.filter(({ settlement }) => settlement === null).length,
    counts,
    list,
    answers: answers?.items ?? [],
    state,
    today: dayIn(visit.now, event.timeZone),
  };
}

function isState(text: string): text is RegistrationState {
  return registrationStates.some((state) => state === text);
}

/** Who has registered, for those who run the event: counts that are never mixed, and everybody with their state. */
export default function Registrations() {
  const { event, doubles, counts, list, answers, state, today } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = registrationsWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const when = (at: string) => momentInWords(at, { timeZone: event.timeZone, today, language });
  const to = (query: Record<string, string>) => `?${new URLSearchParams(query)}`;
  return (
    <Page title={`${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs trail={[{ label: name, href: path }, { label: text.title }]} language={language} />
        <h1>{text.title}</h1>
        <p>
          <a className="button" href={`${path}/door`}>
            {doorWords[language].title}
          </a>{" "}
          <a className="button" href={`${path}/badges`}>
            {badgeWords[language].badges}
          </a>{" "}
          {event.abilities.run && (
            <>
              <a className="button" href={`${path}/letters`}>
                {letterWords[language].title}
              </a>{" "}
              <a className="button" href={`${path}/survey`}>
                {surveyWords[language].results}
              </a>{" "}
              <a className="button" href={`${path}/charges`}>
                {owedWords[language].title}
              </a>
            </>
          )}
        </p>
        {doubles > 0 && (
          <Notice kind="care" title={doubleWords[language].waiting({ count: inWordsFirst(doubles, language), isOne: doubles === 1 })}>
            <p>
              <a href={`${path}/doubles`}>{doubleWords[language].link}</a>
            </p>
          </Notice>
        )}
        <EventFigures event={event} counts={counts} path={path} language={language} />
        {answers.length > 0 && (
          <section className="stack close" aria-labelledby="answers">
            <h2 id="answers">{questionsWords[language].answers}</h2>
            <AnswerCounts counts={answers} language={language} />
          </section>
        )}
        {event.abilities.run && (
          <p>
            <a href={`${path}/questions`}>{event.questions.length > 0 ? questionsWords[language].change : questionsWords[language].ask}</a>
          </p>
        )}
        <ul className="chips">
          {[undefined, ...shownStates].map((each) => (
            <li key={each ?? "all"}>
              <a
                className="chip"
                href={each ? to({ state: each }) : path.concat("/registrations")}
                aria-current={each === state ? "true" : undefined}
              >
                {each ? text.states[each] : text.all}
              </a>
            </li>
          ))}
        </ul>
        {list.items.length === 0 ? (
          <StatePane state={state ? "no-hits" : "empty"} title={state ? text.noneOf : text.none}>
            {!state && <p>{text.noneAbout}</p>}
          </StatePane>
        ) : (
          <DataTable
            caption={text.title}
            isCaptionHidden
            rows={list.items}
            keyOf={({ id }) => id}
            classOf={(row) => (row.state === "cancelled" ? "rows-quiet" : undefined)}
            columns={[
              {
                label: text.who,
                isHeading: true,
                cell: (row) => <a href={`${path}/registrations/${row.id}`}>{row.holder}</a>,
              },
              { label: text.organization, cell: (row) => row.organization?.name ?? "" },
              { label: text.ticket, cell: (row) => row.ticketType.name },
              { label: text.places, isNumeric: true, cell: (row) => number(row.quantity, language) },
              {
                label: text.state,
                cell: (row) =>
                  [
                    row.awaitsApproval ? eventWords[language].asking : text.states[row.state],
                    row.placeInLine !== null && text.inLine({ number: number(row.placeInLine, language) }),
                    row.heldUntil && text.until({ moment: when(row.heldUntil) }),
                  ]
                    .filter(Boolean)
                    .join(", "),
              },
              { label: text.at, cell: (row) => when(row.registeredAt) },
            ]}
          />
        )}
        <ShowMore cursor={list.nextCursor} to={(cursor) => to({ ...(state && { state }), cursor })} language={language} />
        {list.items.length > 0 && <Downloads path={`/events/${event.slug}/registrations`} filters={{ state }} language={language} />}
      </div>
    </Page>
  );
}
