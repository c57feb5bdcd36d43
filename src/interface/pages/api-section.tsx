import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { curlExample } from "../api-docs/curl-example.ts";
import { type FieldRow, fieldRows, type Schemas, typeText } from "../api-docs/describe-schema.ts";
import { endpointsOf } from "../api-docs/endpoints.ts";
import { messages } from "../api-docs/messages.ts";
import { readDocument } from "../api-docs/read-document.ts";
import { Crumbs } from "../components/crumbs.tsx";
import { DataTable } from "../components/data-table.tsx";
import { Page, useShell } from "../page.tsx";
import { visitOf } from "../visit.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const document = await readDocument(visit);
  const schemas = document.components.schemas as Schemas;
  const found = endpointsOf(document).filter(({ tag }) => tag === given.params.section);
  if (found.length === 0) throw new Response(null, { status: 404 });
  const endpoints = found.map((endpoint) => ({
    ...endpoint,
    paragraphs: endpoint.description.split("\n\n").filter(Boolean),
    curl: curlExample(endpoint, visit.origin, schemas),
    parameters: endpoint.parameters.map((parameter) => ({ ...parameter, type: typeText(parameter.schema, schemas) })),
    bodyFields: endpoint.body ? fieldRows(endpoint.body.schema, schemas) : [],
    answers: endpoint.answers.map((one) => ({ ...one, fields: one.schema ? fieldRows(one.schema, schemas) : [] })),
  }));
  return { section: given.params.section ?? "", endpoints };
}

type Shown = Awaited<ReturnType<typeof loader>>["endpoints"][number];

/** The routes of one part of the trade: what each takes, answers and refuses, with an example. */
export default function ApiSection() {
  const { section, endpoints } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = messages[language];
  return (
    <Page title={`${section} · ${text.title}`} description={text.lead} area={{ kind: "public" }}>
      <div className="frame section api-docs">
        <Crumbs trail={[{ href: `/${language}/api/docs`, label: text.title }, { label: section }]} language={language} />
        <h1 lang="en">{section}</h1>
        {text.english && <p>{text.english}</p>}
        <div lang="en">
          {endpoints.map((endpoint) => (
            <EndpointArticle key={endpoint.id} endpoint={endpoint} />
          ))}
        </div>
      </div>
    </Page>
  );
}

// the anchor is inside, so that a link to it opens what it leads to
function EndpointArticle({ endpoint }: { endpoint: Shown }) {
  return (
    <details className="endpoint">
      <summary>
        <h2>{endpoint.summary}</h2>
        <code className="route">
          {endpoint.method} {endpoint.path}
        </code>
      </summary>
      <div id={endpoint.id}>
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
              <a href={`../docs#${code}`}>{code}</a>
            </span>
          ))}
        </p>
      </div>
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
