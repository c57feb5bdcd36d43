import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ProcessPath } from "../../../interface/components/steps.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { importMessages } from "../import-messages.ts";
import type { ImportApi } from "../imports/routes.ts";
import { ImportColumns, mappingIn } from "./parts/import-columns.tsx";
import { areaOfImport, importPath } from "./parts/import-place.ts";
import { ImportProgress } from "./parts/import-progress.tsx";
import { ImportResult } from "./parts/import-result.tsx";

const outcomes = ["create", "change", "same", "refuse"] as const;

/** One import: match the columns, look through the rows, have them written. */
export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const api = client<ImportApi>(visit).imports[":id"];
  const param = { id: given.params.run ?? "" };
  const run = await read(api.$get({ param }));
  if (run.organization.slug !== (given.params.network ?? given.params.organization)) throw new Response(null, { status: 404 });
  const asked = new URL(given.request.url).searchParams;
  const outcome = outcomes.find((one) => one === asked.get("outcome"));
  const cursor = asked.get("cursor") ?? undefined;
  const hasRows = run.state === "checked" || run.state === "imported";
  const rows = hasRows
    ? await read(api.rows.$get({ param, query: { ...(outcome && { outcome }), ...(cursor && { cursor }), limit: "100" } }))
    : { items: [], nextCursor: null };
  const isMatching = run.state === "uploaded" || run.state === "failed" || (run.abilities.match && asked.has("match"));
  return { run, rows, outcome, isMatching, isNetwork: given.params.network !== undefined };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const api = client<ImportApi>(visit).imports[":id"];
  const param = { id: given.params.run ?? "" };
  const rows = form.get("rows");
  const asked =
    rows === "all" || rows === "good"
      ? attempt(api.confirmation.$put({ param, json: { rows } }))
      : attempt(api.mapping.$put({ param, json: { columns: mappingIn(form) } }));
  const { problem } = await asked;
  return problem ? data({ problem }, { status: problem.status }) : redirect(new URL(given.request.url).pathname, 303);
}

export default function ImportRun() {
  const { run, rows, outcome, isMatching, isNetwork } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = importMessages[language];
  const title = text.importOf(run.kindName);
  const imports = `/${language}${importPath(isNetwork, run.organization.slug)}`;
  const home = run.page === null ? imports : `/${language}${run.page}`;
  const again = run.page === null ? `${imports}/${run.kind}` : home;
  const isUnderWay = run.state === "checking" || run.state === "importing";
  const place = isMatching ? 0 : run.state === "imported" ? 3 : run.state === "importing" ? 2 : 1;
  return (
    <Page title={refused ? `${text.error}: ${title}` : title} area={areaOfImport(isNetwork, run.organization)} current="members">
      {isUnderWay && <meta httpEquiv="refresh" content="2" />}
      <div className="frame">
        <Crumbs trail={[{ label: text.title, href: home }, { label: title, href: again }, { label: run.fileName }]} language={language} />
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p className="lead">{run.fileName}</p>
          </div>
        </div>
        <ProcessPath
          label={text.steps}
          steps={[text.match, text.check, text.write].map((step, at) => ({
            title: step,
            about: "",
            state: at < place ? "done" : at === place ? "now" : "later",
          }))}
          language={language}
        />
        {refused && (
          <Notice kind="wrong" role="alert" title={refused.problem.title}>
            {null}
          </Notice>
        )}
        {run.state === "failed" && (
          <Notice kind="wrong" role="status" title={text.failed}>
            {null}
          </Notice>
        )}
        {isUnderWay ? (
          <ImportProgress run={run} language={language} />
        ) : isMatching ? (
          <ImportColumns run={run} language={language} />
        ) : (
          <ImportResult
            run={run}
            rows={rows}
            outcome={outcome}
            path={`${imports}/${run.kind}/${run.id}`}
            home={again}
            shownOn={run.shownOn === null ? null : `/${language}${run.shownOn}`}
            language={language}
          />
        )}
      </div>
    </Page>
  );
}
