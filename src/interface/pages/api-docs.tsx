import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { OpenApiDocument } from "../../platform/http/openapi.ts";
import { curlExample } from "../api-docs/curl-example.ts";
import { type FieldRow, fieldRows, type Schemas, typeText } from "../api-docs/describe-schema.ts";
import { endpointsOf } from "../api-docs/endpoints.ts";
import { messages } from "../api-docs/messages.ts";
import { DataTable } from "../components/data-table.tsx";
import { Page, useShell } from "../page.tsx";
import { visitOf } from "../visit.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const answer = await visit.api("/api/v1/openapi.json");
  const document = (await answer.json()) as OpenApiDocument;
  const schemas = document.components.schemas as Schemas;
  const endpoints = endpointsOf(document).map((endpoint) => ({
    ...endpoint,
    paragraphs: endpoint.description.split("\n\n").filter(Boolean),
    curl: curlExample(endpoint, visit.origin, schemas),
    parameters: endpoint.parameters.map((parameter) => ({ ...parameter, type: typeText(parameter.schema, schemas) })),
    bodyFields: endpoint.body ? fieldRows(endpoint.body.schema, schemas) : [],
    answers: endpoint.answers.map((one) => ({ ...one, fields: one.schema ? fieldRows(one.schema, schemas) : [] })),
  }));
  const tags = [...Map.groupBy(endpoints, ({ tag }) => tag)].sort(([one], [other]) => one.localeCompare(other));
  return { tags, refusals: document["x-refusals"] };
}

type Shown = Awaited<ReturnType<typeof loader>>["tags"][number][1][number];

/** Every route and every refusal on one page; a refusal's code is its anchor, so that the `type` of a problem leads to it. */
export default function ApiDocs() {
  const { tags, refusals } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = messages[language];
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
        <nav aria-label={text.contents}>
          <ul className="columns">
            {tags.map(([tag]) => (
              <li key={tag}>
                <a href={`#${tag}`}>{tag}</a>
              </li>
            ))}
            <li>
              <a href="#refusals">refusals</a>
            </li>
          </ul>
        </nav>
        <div lang="en">
          {tags.map(([tag, endpoints]) => (
            <section key={tag} aria-labelledby={tag}>
              <h2 id={tag}>{tag}</h2>
              {endpoints.map((endpoint) => (
                <EndpointArticle key={endpoint.id} endpoint={endpoint} />
              ))}
            </section>
          ))}
        </div>
        <section aria-labelledby="refusals">
          <h2 id="refusals" lang="en">
            refusals
          </h2>
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

function EndpointArticle({ endpoint }: { endpoint: Shown }) {
  return (
    <details className="endpoint">
      <summary>
        <h3 id={endpoint.id}>{endpoint.summary}</h3>
        <code className="route">
          {endpoint.method} {endpoint.path}
        </code>
      </summary>
      {endpoint.paragraphs.map((paragraph) => (
        <p key={paragraph}>
          <Prose text={paragraph} />
        </p>
      ))}
      <p>Who may: {endpoint.permission}.</p>
      <ParameterTable parameters={endpoint.parameters} />
      {endpoint.bodyFields.length > 0 && <FieldTable caption={`Body (${endpoint.body?.kind})`} fields={endpoint.bodyFields} />}
      <pre>
        <code>{endpoint.curl}</code>
      </pre>
      {endpoint.answers.map(({ status, description, fields }) => (
        <details key={status}>
          <summary>
            Answers {status}: {description}
          </summary>
          {fields.length > 0 && <FieldTable caption="Fields of the answer" fields={fields} />}
        </details>
      ))}
      <p className="small">
        Refusals:{" "}
        {endpoint.refusals.map((code, place) => (
          <span key={code}>
            {place > 0 && ", "}
            <a href={`#${code}`}>{code}</a>
          </span>
        ))}
      </p>
    </details>
  );
}

function ParameterTable({ parameters }: { parameters: Shown["parameters"] }) {
  if (parameters.length === 0) return null;
  return (
    <DataTable
      caption="Parameters"
      columns={[
        { label: "Name", cell: ({ name }) => <code>{name}</code>, isHeading: true },
        { label: "In", cell: (parameter) => `${parameter.in}${parameter.required ? ", required" : ""}` },
        { label: "Type", cell: ({ type }) => type },
        { label: "About", cell: ({ description }) => <Prose text={description || "–"} /> },
      ]}
      rows={parameters}
      keyOf={(parameter) => `${parameter.in} ${parameter.name}`}
    />
  );
}

function FieldTable({ caption, fields }: { caption: string; fields: FieldRow[] }) {
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: "Name", cell: ({ name }) => <code>{name}</code>, isHeading: true },
        { label: "Type", cell: ({ type }) => type },
        { label: "Given", cell: ({ isRequired }) => (isRequired ? "always" : "optional") },
        { label: "About", cell: ({ about }) => <Prose text={about || "–"} /> },
      ]}
      rows={fields}
      keyOf={({ name }) => name}
    />
  );
}

/** What stands between backticks is code. */
function Prose({ text }: { text: string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
  return text.split("`").map((part, place) => (place % 2 === 1 ? <code key={place}>{part}</code> : part));
}
