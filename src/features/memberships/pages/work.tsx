import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { boardMessages } from "../board-messages.ts";
import type { CandidateApi } from "../candidate-routes.ts";
import { Calls } from "./parts/calls.tsx";
import { type CandidateData, nameAndPlace, whenOf } from "./parts/candidate-card.ts";
import { MovesTable } from "./parts/moves-table.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { slug: given.params.network ?? "" };
  const network = client<CandidateApi>(visit).networks[":slug"];
  const [board, overdue, applied, moves] = await Promise.all([
    read(network["candidate-board"].$get({ param, query: { cards: "1" } })),
    read(network.candidates.$get({ param, query: { only: "overdue", limit: "20" } })),
    read(network.candidates.$get({ param, query: { stage: "applied", limit: "20" } })),
    read(network["stage-changes"].$get({ param, query: { limit: "5" } })),
  ]);
  return { board, overdue: overdue.items, applied: applied.items, moves: moves.items };
}

/** The coordinator's day: who to ring, what is late, who has applied, and what just happened. */
export default function Work() {
  const { board, overdue, applied, moves } = useLoaderData<typeof loader>();
  const { language, today } = useShell();
  const text = boardMessages[language];
  const { network } = board;
  const candidates = `/${language}/networks/${network.slug}/candidates`;
  return (
    <Page title={text.today} area={{ kind: "coordinator", network }} current="today">
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{text.today}</h1>
            <p className="lead">{text.todayLead(network.name)}</p>
          </div>
          <div className="buttons">
            <a className="button" href={`/${language}/organizations/${network.slug}/look`}>
              {text.look}
            </a>
            <a className="button" href={`/${language}/organizations/${network.slug}/figures`}>
              {text.figures}
            </a>
            <a className="button" href={`/${language}/organizations/${network.slug}/projects`}>
              {text.projects}
            </a>
            <a className="button" href={`/${language}/organizations/${network.slug}/investors`}>
              {text.investors}
            </a>
            <a className="button" href={candidates}>
              {text.toBoard}
            </a>
          </div>
        </div>
        <Calls calls={board.calls} today={today} moreHref={`${candidates}?only=overdue`} language={language} />
        <div className="columns section-s">
          <Lines id="applications" heading={text.applications} none={text.noApplications} rows={applied} />
          <Lines id="late" heading={text.late} none={text.nothingLate} rows={overdue} />
        </div>
        <section className="section-s stack" aria-labelledby="latest">
          <h2 id="latest">{text.latest}</h2>
          <MovesTable moves={moves} caption={text.latestCaption} today={today} language={language} />
        </section>
      </div>
    </Page>
  );
}

function Lines({ id, heading, none, rows }: { id: string; heading: string; none: string; rows: readonly CandidateData[] }) {
  const { language } = useShell();
  const text = boardMessages[language];
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {rows.length === 0 && <p className="soft">{none}</p>}
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={`/${language}/networks/${row.network.slug}/candidates/${row.id}`}>{nameAndPlace(row)}</a>
            <p className="small soft">{[row.nextStep ?? text.noNextStep, whenOf(row, language)].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
