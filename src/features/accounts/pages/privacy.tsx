import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { number } from "../../../interface/format.ts";
import { words } from "../../../interface/messages.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { deedWords } from "../deed-words.ts";
import { ownWords } from "../own-messages.ts";
import type { AccountsApi } from "../routes.ts";
import { codeWords } from "./code-words.ts";
import { OwnLinks } from "./own-links.tsx";
import { shownValue } from "./shown-value.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  return read(client<AccountsApi>(visit).me.data.$get());
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const email = String((await given.request.formData()).get("email") ?? "");
  const { problem } = await attempt(client<AccountsApi>(visit).me.erasure.$post({ json: { email } }));
  if (problem) return data({ problem, email }, { status: problem.status });
  throw redirect(`/${visit.language}/erased`, 303);
}

export default function Privacy() {
  const { language } = useShell();
  const text = ownWords[language];
  const { parts } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const error = failed?.problem.title;
  return (
    <Page title={failed ? `${words[language].error}: ${text.privacy}` : text.privacy} area={{ kind: "member" }} current="me">
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.privacy}</h1>
          <p className="lead">{text.privacyLead}</p>
          <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} language={language} />
          <p>
            <a className="button" href="/api/v1/me/data" download="romslig.json">
              <Icon name="download" /> {text.download}
            </a>
          </p>
          <h2>{text.held}</h2>
          {parts.map((part) => (
            <Part key={part.name} part={part} language={language} />
          ))}
          <h2>{text.keptTitle}</h2>
          <ul className="plain-list">{parts.map(({ name, kept }) => kept && <li key={name}>{kept[language]}</li>)}</ul>
          <form method="post" className="stack" noValidate>
            <h2>{text.erase}</h2>
            <Notice kind="care" title={text.eraseAbout} />
            <TextField
              name="email"
              type="email"
              label={text.eraseConfirm}
              error={error}
              defaultValue={failed?.email}
              autoComplete="off"
              language={language}
            />
            <div className="send">
              <button className="button" type="submit">
                {text.eraseButton}
              </button>
            </div>
          </form>
        </div>
        <OwnLinks current="privacy" />
      </div>
    </Page>
  );
}

type PartProps = {
  part: { title: Record<Language, string>; fields: Record<string, Record<Language, string>>; rows: Record<string, unknown>[] };
  language: Language;
};

function Part({ part, language }: PartProps) {
  const text = ownWords[language];
  const title = part.title[language];
  const columns = Object.entries(part.fields).map(([field, label]) => ({
    label: label[language],
    cell: (row: Record<string, unknown>) => inWords(field, row[field], language),
  }));
  return (
    <details>
      <summary>
        {title} {text.count(number(part.rows.length, language))}
      </summary>
      {part.rows.length === 0 ? (
        <p className="soft">{text.nothing}</p>
      ) : (
        <div style={{ overflowWrap: "anywhere" }}>
          <DataTable
            caption={title}
            isCaptionHidden
            rows={part.rows.slice(0, 200)}
            keyOf={(row) => JSON.stringify(row)}
            columns={columns}
          />
        </div>
      )}
    </details>
  );
}

/** A value as one says it; a thing of the log by its kind, since its id says nothing to anybody. */
function inWords(field: string, value: unknown, language: Language): string {
  if (typeof value !== "string") return shownValue(value, language);
  if (field === "action") return deedWords[language].deeds[value] ?? value;
  if (field === "subject") return deedWords[language].things[value.split(" ")[0] ?? ""] ?? value;
  return codeWords[language][field]?.[value] ?? shownValue(value, language);
}
