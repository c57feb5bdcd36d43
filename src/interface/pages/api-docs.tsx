import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { endpointsOf } from "../api-docs/endpoints.ts";
import { messages } from "../api-docs/messages.ts";
import { readDocument } from "../api-docs/read-document.ts";
import { Page, useShell } from "../page.tsx";
import { visitOf } from "../visit.ts";

export async function loader(given: LoaderFunctionArgs) {
  const document = await readDocument(visitOf(given));
  const endpoints = endpointsOf(document).map(({ id, tag, summary, method, path }) => ({ id, tag, summary, method, path }));
  const sections = [...Map.groupBy(endpoints, ({ tag }) => tag)].sort(([one], [other]) => one.localeCompare(other));
  return { sections, refusals: document["x-refusals"] };
}

/** The way to every route, and every refusal: its code is its anchor, so that the `type` of a problem leads to it. */
export default function ApiDocs() {
  const { sections, refusals } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = messages[language];
  const at = `/${language}/api/docs`;
  return (
    <Page title={text.title} description={text.lead} area={{ kind: "public" }}>
      <div className="frame section api-docs">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <ul>
          <li>{text.keys}</li>
          <li>{text.writes}</li>
          <li>{text.lists}</li>
          <li>{text.refusals}</li>
        </ul>
        <p>
          <a href="/api/v1/openapi.json">{text.machine}</a>
        </p>
        {text.english && <p>{text.english}</p>}
        <section aria-labelledby="routes">
          <h2 id="routes">{text.routes}</h2>
          <ul className="columns">
            {sections.map(([section, endpoints]) => (
              <li key={section}>
                <a href={`${at}/${section}`} lang="en">
                  {section}
                </a>{" "}
                <span className="soft">{endpoints.length}</span>
              </li>
            ))}
          </ul>
          <details>
            <summary>{text.everyRoute}</summary>
            {sections.map(([section, endpoints]) => (
              <ul key={section} lang="en" aria-label={section}>
                {endpoints.map(({ id, summary, method, path }) => (
                  <li key={id}>
                    <a href={`${at}/${section}#${id}`}>{summary}</a>{" "}
                    <code className="route">
                      {method} {path}
                    </code>
                  </li>
                ))}
              </ul>
            ))}
          </details>
        </section>
        <section aria-labelledby="refusals">
          <h2 id="refusals">{text.everyRefusal}</h2>
          <dl>
            {refusals.map(({ code, status, texts }) => (
              <div key={code} id={code}>
                <dt>
                  <code>{code}</code> {status}
                </dt>
                <dd>{texts[language]}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Page>
  );
}
