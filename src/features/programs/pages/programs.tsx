import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { type Visit, visitOf } from "../../../interface/visit.ts";
import type { AccountsApi } from "../../accounts/routes.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { textIn } from "../../spaces/parts.ts";
import { mayRunProgram } from "../policy.ts";
import type { ProgramApi } from "../routes.ts";
import { programWords } from "./program-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const { searchParams } = new URL(given.request.url);
  const cursor = searchParams.get("cursor");
  const organization = searchParams.get("organization");
  const query = { limit: "100", ...(organization && { organization }), ...(cursor && { cursor }) };
  const list = await read(client<ProgramApi>(visit).programs.$get({ query }));
  return { ...list, organization, runs: await organizationsRun(visit, organization) };
}

/** For whom the visitor may add a program: for one organization, or for all. */
async function organizationsRun(visit: Visit, only: string | null): Promise<{ slug: string; name: string }[]> {
  if (visit.actor.kind !== "person") return [];
  if (only !== null) {
    const { done } = await attempt(client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: only } }));
    return done && mayRunProgram(visit.actor, done.id) ? [{ slug: done.slug, name: done.name }] : [];
  }
  const me = await read(client<AccountsApi>(visit).me.$get());
  const run = me.positions.flatMap(({ organization }) => (mayRunProgram(visit.actor, organization.id) ? [organization] : []));
  return [...new Map(run.map(({ slug, name }) => [slug, { slug, name }])).values()];
}

/** Every program there is, or those of one organization, each with who runs it. */
export default function Programs() {
  const { items, nextCursor, organization, runs } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = programWords[language];
  return (
    <Page title={text.programs} description={text.programsLead} area={{ kind: "public" }}>
      <div className="frame section stack">
        <h1>{text.programs}</h1>
        <p className="lead">{text.programsLead}</p>
        {items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <ul className="program-lines">
            {items.map((program) => (
              <li key={program.id}>
                <p>
                  <a href={`/${language}/programs/${program.slug}`}>
                    <b>{textIn(program.name, language)?.text ?? program.slug}</b>
                  </a>
                </p>
                <p className="small soft">
                  {text.kinds[program.kind]}. {text.run} {program.organization.name}.
                </p>
              </li>
            ))}
          </ul>
        )}
        {nextCursor && (
          <p>
            <a className="button" href={`?${new URLSearchParams({ ...(organization && { organization }), cursor: nextCursor })}`}>
              {text.more}
            </a>
          </p>
        )}
        {runs.length > 0 && (
          <p className="buttons">
            {runs.map(({ slug, name }) => (
              <a key={slug} className="button" href={`/${language}/organizations/${slug}/programs/new`}>
                {text.addFor(name)}
              </a>
            ))}
          </p>
        )}
      </div>
    </Page>
  );
}
