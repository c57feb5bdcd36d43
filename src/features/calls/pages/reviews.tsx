import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Door } from "../../../interface/components/door.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { JudgingApi } from "../judging/routes.ts";
import { judgeWords } from "./judge-words.ts";
import { Said } from "./parts/said.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  return read(client<JudgingApi>(visit).me.reviews.$get({ query: { limit: "200", cursor } }));
}

type Assignment = Awaited<ReturnType<typeof loader>>["items"][number];

/** What one is to judge: call by call and phase by phase, with how far one has come. */
export default function Reviews() {
  const { items, nextCursor } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = judgeWords[language];
  const groups = [...Map.groupBy(items, ({ call, phase }) => `${call.id} ${phase.number}`)];
  return (
    <Page title={text.reviews} area={{ kind: "member" }} current="days">
      <div className="frame section stack">
        <h1>{text.reviews}</h1>
        <p className="lead">{text.lead}</p>
        {items.length === 0 && (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        )}
        {groups.map(([key, group]) => (
          <Group key={key} group={group} language={language} />
        ))}
        <ShowMore cursor={nextCursor} language={language} />
      </div>
    </Page>
  );
}

function Group({ group, language }: { group: Assignment[]; language: Language }) {
  const text = judgeWords[language];
  const [first] = group;
  if (!first) return null;
  const { call, phase } = first;
  const done = group.filter(({ deliveredAt, conflict }) => deliveredAt !== null || conflict === "conflict").length;
  return (
    <section className="stack close" aria-labelledby={`group-${call.slug}-${phase.number}`}>
      <h2 id={`group-${call.slug}-${phase.number}`}>
        <Said texts={call.title} language={language} />: <Said texts={phase.name} language={language} />
      </h2>
      <p className="small soft">
        {phase.isOpen ? text.open : text.closed} · {text.progress({ done: number(done, language), all: number(group.length, language) })}
      </p>
      <ul className="lines">
        {group.map((each) => (
          <li key={each.submission.id} className="with-icon">
            <Door state={each.deliveredAt ? "open" : each.conflict === "conflict" || !phase.isOpen ? "shut" : "ajar"} />
            <div>
              <a href={`/${language}/me/reviews/${each.submission.id}?phase=${phase.number}`}>{each.submission.title}</a>
              <p className="small soft">{stateInWords(each, language)}</p>
            </div>
          </li>
        ))}
      </ul>
      {!phase.isOpen && (
        <p>
          <a className="button" href={`/${language}/calls/${call.slug}/results?phase=${phase.number}`}>
            {text.results}
          </a>
        </p>
      )}
    </section>
  );
}

function stateInWords({ conflict, deliveredAt, scored, criteria, phase }: Assignment, language: Language): string {
  const text = judgeWords[language].states;
  if (conflict === "conflict") return text.recused;
  if (deliveredAt) return text.delivered;
  if (!phase.isOpen) return text.missed;
  if (scored > 0) return text.started({ done: number(scored, language), all: number(criteria, language) });
  return conflict === "none" ? text.declared : text.assigned;
}
