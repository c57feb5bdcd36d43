import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { DecidingApi } from "../deciding/routes.ts";
import type { JudgingApi } from "../judging/routes.ts";
import type { CallApi } from "../routes.ts";
import type { SubmissionApi } from "../submissions/routes.ts";
import type { VotingApi } from "../voting/routes.ts";
import { callWords } from "./call-words.ts";
import { letterWords } from "./letter-words.ts";
import { windowInWords } from "./parts/call-line.tsx";
import { JuryPart } from "./parts/jury-part.tsx";
import { LettersPart } from "./parts/letters-part.tsx";
import { PhasesPart } from "./parts/phases-part.tsx";
import { saidIn } from "./parts/said.tsx";
import { SubmissionsPart } from "./parts/submissions-part.tsx";
import { VotePart } from "./parts/vote-part.tsx";
import { carryOut } from "./work-action.ts";
import { workWords } from "./work-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.call ?? "" };
  const [call, list, jury, letters, ballot] = await Promise.all([
    read(client<CallApi>(visit).calls[":id"].$get({ param })),
    read(
      client<SubmissionApi>(visit).calls[":id"].submissions.$get({
        param,
        query: { limit: "100", cursor: searchParams.get("cursor") ?? undefined },
      }),
    ),
    read(client<JudgingApi>(visit).calls[":id"].jurors.$get({ param })),
    read(client<DecidingApi>(visit).calls[":id"]["decision-letters"].$get({ param })),
    read(client<VotingApi>(visit).calls[":id"].ballot.$get({ param, query: {} })),
  ]);
  return { call, list, jurors: jury.items, letters: letters.items, ballot, did: searchParams.get("did") ?? "", now: visit.now.toString() };
}

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

const counted = ["submitted", "late", "drafts", "withdrawn"] as const;

/** Where those who run a call follow it: what has come in, the jury, its phases, the answers and the audience's vote. */
export default function Work() {
  const { call, list, jurors, letters, ballot, did, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = workWords[language];
  const title = saidIn(call.title, language);
  const path = `/${language}/calls/${call.slug}`;
  return (
    <Page title={`${text.title} · ${title}`} area={{ kind: "public" }}>
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: callWords[language].calls, href: `/${language}/calls?organization=${call.organization.slug}` },
            { label: title, href: path },
            { label: text.title },
          ]}
          language={language}
        />
        <div>
          <h1>{title}</h1>
          <p className="lead">{windowInWords(call, language)}</p>
        </div>
        {refused && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
        {!refused && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
        <dl className="figures event-counts">
          {counted.map((key) => (
            <div key={key}>
              <dt>{text.counts[key]}</dt>
              <dd>
                <span className="amount">{number(list.counts[key], language)}</span>
              </dd>
              {key === "drafts" && <dd>{text.draftsAbout}</dd>}
            </div>
          ))}
        </dl>
        <p className="buttons">
          <a className="button" href={`${path}/edit`}>
            {callWords[language].edit}
          </a>
          <a href={`${path}/letters`}>{letterWords[language].title}</a>
          <a href={path}>{text.seePublic}</a>
        </p>
        <PhasesPart call={call} jurors={jurors} path={path} language={language} />
        <JuryPart jurors={jurors} written={refused?.act === "jury" ? refused.written : undefined} language={language} />
        <SubmissionsPart list={list} call={call} path={path} now={now} language={language} />
        <LettersPart letters={letters} language={language} />
        <VotePart call={call} ballot={ballot} path={path} language={language} />
      </div>
    </Page>
  );
}
