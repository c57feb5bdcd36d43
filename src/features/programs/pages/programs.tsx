import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import type { ProgramApi } from "../routes.ts";
import { programWords } from "./program-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const { searchParams } = new URL(given.request.url);
  const cursor = searchParams.get("cursor");
  return read(client<ProgramApi>(visitOf(given)).programs.$get({ query: { limit: "100", ...(cursor && { cursor }) } }));
}

/** Every program there is, each with who runs it. */
export default function Programs() {
  const { items, nextCursor } = useLoaderData<typeof loader>();
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
            <a className="button" href={`?${new URLSearchParams({ cursor: nextCursor })}`}>
              {text.more}
            </a>
          </p>
        )}
      </div>
    </Page>
  );
}
