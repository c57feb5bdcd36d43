import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useLocation } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Board } from "../../../interface/components/board.tsx";
import { Door } from "../../../interface/components/door.tsx";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { UndoBar } from "../../../interface/components/undo-bar.tsx";
import { inWords } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { GeographyApi } from "../../geography/routes.ts";
import { boardMessages } from "../board-messages.ts";
import { type Stage, stages } from "../candidate.ts";
import type { CandidateApi } from "../candidate-routes.ts";
import { BoardFilters } from "./parts/board-filters.tsx";
import { Calls } from "./parts/calls.tsx";
import { type BoardData, cardOf } from "./parts/candidate-card.ts";
import { ifMatch, typed } from "./parts/form-values.ts";
import { MovesTable } from "./parts/moves-table.tsx";

const filterNames = ["q", "county", "municipality", "owner", "only"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const asked = new URL(given.request.url).searchParams;
  const slug = given.params.network ?? "";
  const stage = stages.find((one) => one === asked.get("stage"));
  const filters = Object.fromEntries(filterNames.map((name) => [name, asked.get(name) ?? ""]));
  const network = client<CandidateApi>(visit).networks[":slug"];
  const [board, moves, counties] = await Promise.all([
    read(network["candidate-board"].$get({ param: { slug }, query: { ...filters, ...(stage && { stage }) } })),
    read(network["stage-changes"].$get({ param: { slug }, query: { limit: "6" } })),
    read(client<GeographyApi>(visit).counties.$get({ query: {} })),
  ]);
  const find = (id: string | null) => moves.items.find((move) => move.id === id);
  return {
    board,
    moves: moves.items,
    counties: counties.items.map(({ number, nameNo }) => ({ value: number, label: nameNo })),
    filters: filters as Record<(typeof filterNames)[number], string>,
    stage,
    moved: find(asked.get("moved")),
    undone: find(asked.get("undone")),
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const api = client<CandidateApi>(visit);
  const here = new URL(given.request.url);
  here.searchParams.delete("moved");
  here.searchParams.delete("undone");
  const undo = typed(form, "undo");
  if (undo !== "") {
    const { done, problem } = await attempt(api["stage-changes"][":id"].undo.$put({ param: { id: undo } }));
    if (problem) return data({ problem }, { status: problem.status });
    here.searchParams.set("undone", done.id);
    return redirect(`${here.pathname}${here.search}#card-${done.candidateId}`, 303);
  }
  const id = typed(form, "card");
  const stage = typed(form, "stage") as Stage;
  const { done, problem } = await attempt(api.candidates[":id"].stage.$put({ param: { id }, json: { stage }, header: ifMatch(form) }));
  if (problem?.code === "candidate.reason_missing")
    return redirect(`/${visit.language}/networks/${given.params.network}/candidates/${id}?stage=${stage}#move`, 303);
  if (problem) return data({ problem }, { status: problem.status });
  here.searchParams.set("moved", done.id);
  return redirect(`${here.pathname}${here.search}#card-${id}`, 303);
}

export default function Candidates() {
  const { board, moves, counties, filters, stage, moved, undone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const { pathname, search } = useLocation();
  const text = boardMessages[language];
  const { totals, network } = board;
  const work = `/${language}/networks/${network.slug}`;
  const all = Object.values(totals).reduce((sum, count) => sum + count, 0);
  const inTouch = totals.contacted + totals.in_dialogue + totals.applied;
  const address = (change: Record<string, string>) =>
    `${pathname}?${new URLSearchParams(kept({ ...filters, stage: stage ?? "", ...change }))}`;
  return (
    <Page title={text.candidates} area={{ kind: "coordinator", network }} current="candidates" scripts={["board"]}>
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{text.candidates}</h1>
            <p className="lead">{all === 0 ? text.noneYet : text.lead({ found: all, inTouch, applied: totals.applied })}</p>
          </div>
          <div className="buttons">
            <a className="button" href={`${work}/import`}>
              {text.importSheet}
            </a>
            <a className="button lit" href={`${work}/candidates/new`}>
              <Icon name="plus" /> {text.newCandidate}
            </a>
          </div>
        </div>
        {refused?.problem && (
          <Notice kind="wrong" role="alert" title={text.notMoved}>
            <p>{refused.problem.title}</p>
          </Notice>
        )}
        {undone?.from && (
          <Notice kind="good" role="status" title={text.movedBack(text.stages[undone.from])}>
            {null}
          </Notice>
        )}
        <Calls calls={board.calls} today={today} moreHref={address({ only: "overdue" })} language={language} />
        <BoardFilters board={board} filters={filters} counties={counties} stage={stage} address={address} language={language} />
        {board.stages.every(({ count }) => count === 0) && all > 0 && (
          <p className="soft">
            {text.nothingFound} <a href={pathname}>{text.wholeBoard}</a>
          </p>
        )}
        <Board
          language={language}
          moveAction={`${pathname}${search}`}
          otherStages={stages
            .filter((one) => !board.stages.some((drawn) => drawn.stage === one))
            .map((id) => ({ id, name: text.stages[id] }))}
          stages={board.stages.map(({ stage: id, count, items }) => ({
            id,
            name: text.stages[id],
            count,
            cards: items.map((item) => cardOf(item, language)),
            ...(count > items.length && { more: { count: count - items.length, href: address({ stage: id }) } }),
          }))}
        >
          <Done board={board} members={`${work}/memberships`} declined={address({ stage: "declined" })} />
        </Board>
        <Downloads path={`/networks/${network.slug}/candidates`} filters={{ ...filters, stage }} language={language} />
        <section className="section-s stack" aria-labelledby="latest">
          <h2 id="latest">{text.latest}</h2>
          <MovesTable moves={moves} caption={text.latestCaption} today={today} language={language} />
        </section>
      </div>
      {moved?.abilities.undo && (
        <UndoBar action={`${pathname}${search}`} fields={{ undo: moved.id }} closeHref={address({})} language={language}>
          <b>{moved.name}</b> {text.movedTo(text.stages[moved.to])}
        </UndoBar>
      )}
    </Page>
  );
}

/** The last room: those who have joined, and those who said no. */
function Done({ board, members, declined }: { board: BoardData; members: string; declined: string }) {
  const { language } = useShell();
  const text = boardMessages[language];
  return (
    <>
      <div data-stage="member">
        <h2>
          <Door state="open" /> {text.stages.member} <span className="count">{board.membersNow}</span>
        </h2>
        <p className="small">{text.inAndOut({ joined: board.joinedThisYear, left: board.leftThisYear })}</p>
        <p className="small">
          <a href={members}>{text.toMembers}</a>
        </p>
      </div>
      <div data-stage="declined" className="second">
        <h2>
          <Door state="shut" /> {text.stages.declined} <span className="count">{board.totals.declined}</span>
        </h2>
        {board.askAgain.map(({ year, count }) => (
          <p key={year} className="small">
            {text.askAgain(year)} <a href={declined}>{inWords(count, language)}</a>.
          </p>
        ))}
        {board.askNoMore > 0 && (
          <p className="small">
            {text.askNoMore} <a href={declined}>{inWords(board.askNoMore, language)}</a>.
          </p>
        )}
      </div>
    </>
  );
}

function kept(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}
