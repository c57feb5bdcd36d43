import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { type Visit, visitOf } from "../../../interface/visit.ts";
import type { AccountsApi } from "../../accounts/routes.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { mayRunCall } from "../policy.ts";
import type { CallApi } from "../routes.ts";
import { callWords } from "./call-words.ts";
import { CallLine } from "./parts/call-line.tsx";

const states = ["open", "coming", "closed"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const { searchParams } = new URL(given.request.url);
  const asked = searchParams.get("state");
  const state = states.find((each) => each === asked) ?? "open";
  const organization = searchParams.get("organization") ?? undefined;
  const cursor = searchParams.get("cursor") ?? undefined;
  const list = await read(client<CallApi>(visit).calls.$get({ query: { state, organization, cursor, limit: "50" } }));
  return { ...list, state, organization, runs: await organizationsRun(visit, organization), now: visit.now.toString() };
}

/** In whose name the visitor may make a call: of one organization, or of all. */
async function organizationsRun(visit: Visit, only: string | undefined): Promise<{ slug: string; name: string }[]> {
  if (visit.actor.kind !== "person") return [];
  if (only !== undefined) {
    const { done } = await attempt(client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: only } }));
    return done && mayRunCall(visit.actor, done.id) ? [{ slug: done.slug, name: done.name }] : [];
  }
  const me = await read(client<AccountsApi>(visit).me.$get());
  const run = me.positions.flatMap(({ organization }) => (mayRunCall(visit.actor, organization.id) ? [organization] : []));
  return [...new Map(run.map(({ slug, name }) => [slug, { slug, name }])).values()];
}

/** What one can apply for, in order of deadline. */
export default function Calls() {
  const { items, nextCursor, state, organization, runs, now } = useLoaderData<typeof loader>();
  const { language, actor } = useShell();
  const text = callWords[language];
  const to = (query: Record<string, string | undefined>) => {
    const given = Object.entries({ organization, ...query }).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return `/${language}/calls?${new URLSearchParams(given)}`;
  };
  return (
    <Page title={text.calls} description={text.lead} area={{ kind: "public" }}>
      <div className="frame section stack">
        <h1>{text.calls}</h1>
        <p className="lead">{text.lead}</p>
        <ul className="chips">
          {states.map((each) => (
            <li key={each}>
              <a className="chip" href={to({ state: each })} aria-current={each === state ? "true" : undefined}>
                {text[each]}
              </a>
            </li>
          ))}
        </ul>
        {items.length === 0 ? (
          <StatePane state="empty" title={text.none[state]}>
            <p>{text.noneAbout}</p>
          </StatePane>
        ) : (
          <ul className="lines calls">
            {items.map((call) => (
              <CallLine key={call.id} call={call} now={now} language={language} />
            ))}
          </ul>
        )}
        <ShowMore cursor={nextCursor} to={(cursor) => to({ state, cursor })} language={language} />
        {actor && (
          <p className="buttons">
            {runs.map(({ slug, name }) => (
              <a key={slug} className="button" href={`/${language}/organizations/${slug}/calls/new`}>
                {organization ? text.make : text.makeFor({ name })}
              </a>
            ))}
            <a href={`/${language}/me/submissions`}>{text.mine}</a>
          </p>
        )}
      </div>
    </Page>
  );
}
