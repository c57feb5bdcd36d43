import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { JudgingApi } from "../judging/routes.ts";
import type { CallApi } from "../routes.ts";
import { judgeWords } from "./judge-words.ts";
import { ResultNotice } from "./parts/result-notice.tsx";
import { JurorTable, ResultTable } from "./parts/result-tables.tsx";
import { Said, saidIn } from "./parts/said.tsx";
import { resultWords } from "./result-words.ts";
import { workWords } from "./work-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.call ?? "" };
  const phase = new URL(given.request.url).searchParams.get("phase") ?? undefined;
  const [call, { done, problem }] = await Promise.all([
    read(client<CallApi>(visit).calls[":id"].$get({ param })),
    attempt(client<JudgingApi>(visit).calls[":id"].results.$get({ param, query: { phase } })),
  ]);
  if (problem && problem.code !== "judging.sealed") throw new Response(null, { status: problem.status });
  return { call, results: done };
}

/** What the jury came to, for its meeting: three figures side by side, who said what, and a sentence when they differ. */
export default function Results() {
  const { call, results } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = resultWords[language];
  const title = saidIn(call.title, language);
  const path = `/${language}/calls/${call.slug}`;
  const back = call.abilities.run
    ? { label: workWords[language].title, href: `${path}/work` }
    : { label: judgeWords[language].reviews, href: `/${language}/me/reviews` };
  return (
    <Page title={`${text.title} · ${title}`} area={{ kind: "public" }}>
      <div className="frame section stack">
        <Crumbs trail={[{ label: title, href: path }, back, { label: text.title }]} language={language} />
        <h1>{text.title}</h1>
        {!results ? (
          <StatePane state="forbidden" title={text.sealed}>
            <p>{text.sealedAbout}</p>
          </StatePane>
        ) : (
          <>
            <p className="lead">
              <Said texts={results.phase.name} language={language} />
            </p>
            <ResultNotice results={results} language={language} />
            <ResultTable results={results} path={call.abilities.run ? path : undefined} language={language} />
            <JurorTable results={results} language={language} />
            <details>
              <summary>{text.how}</summary>
              <p className="prose">{text.howAbout}</p>
            </details>
          </>
        )}
      </div>
    </Page>
  );
}
