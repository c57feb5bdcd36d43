import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { RadioField } from "../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { words } from "../../../interface/messages.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import { ownWords } from "../own-messages.ts";
import type { AccountsApi } from "../routes.ts";
import { OwnLinks } from "./own-links.tsx";
import { problemsByField } from "./problems-by-field.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const cursor = searchParams.get("cursor");
  const keys = await read(client<AccountsApi>(visit).me["api-keys"].$get({ query: cursor ? { cursor } : {} }));
  return { ...keys, isRevoked: searchParams.has("revoked") };
}

// The new key is shown in the answer itself: nothing that can be read again, by address or by cookie, holds it.
export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const form = await given.request.formData();
  const keys = client<AccountsApi>(visit).me["api-keys"];
  const revoked = form.get("revoke");
  if (revoked) {
    const { problem } = await attempt(keys[":id"].$delete({ param: { id: String(revoked) } }));
    if (problem) return data({ problem, name: "", key: undefined }, { status: problem.status });
    throw redirect(`/${visit.language}/me/api-keys?revoked`, 303);
  }
  const name = String(form.get("name") ?? "");
  const scopes = form.get("scopes") === "write" ? ["read", "write"] : ["read"];
  const { done, problem } = await attempt(keys.$post({ json: { name, scopes } }));
  return data({ problem, name, key: done?.key }, { status: problem?.status ?? 200 });
}

export default function ApiKeys() {
  const { language } = useShell();
  const text = ownWords[language];
  const { items, nextCursor, isRevoked } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { errors, byField, general } = problemsByField(answered?.problem, ["name"]);
  return (
    <Page title={answered?.problem ? `${words[language].error}: ${text.keys}` : text.keys} area={{ kind: "member" }} current="me">
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.keys}</h1>
          <p className="lead">{text.keysLead}</p>
          <ErrorSummary errors={errors} labels={{ name: text.keyName }} language={language} />
          {isRevoked && !answered && <Notice kind="good" role="status" title={text.revoked} />}
          {general && <Notice kind="wrong" role="alert" title={general} />}
          {answered?.key && (
            <Notice kind="good" role="status" icon="lock" title={text.newKey}>
              <p style={{ overflowWrap: "anywhere" }}>
                <code>{answered.key}</code>
              </p>
            </Notice>
          )}
          {items.length === 0 ? (
            <p className="soft">{text.noKeys}</p>
          ) : (
            <DataTable
              caption={text.keys}
              isCaptionHidden
              rows={items}
              keyOf={(key) => key.id}
              columns={[
                { label: text.keyName, isHeading: true, cell: (key) => key.name },
                { label: text.keyMay, cell: (key) => key.scopes.join(", ") },
                { label: text.made, cell: (key) => dateWithYear(key.createdAt.slice(0, 10), language) },
                {
                  label: text.action,
                  isAction: true,
                  cell: (key) => (
                    <details>
                      <summary aria-label={text.revokeThing(key.name)}>{text.revoke}</summary>
                      <form method="post" className="stack close">
                        <p>{text.revokeAbout(key.name)}</p>
                        <button className="button small" type="submit" name="revoke" value={key.id}>
                          {text.revokeThing(key.name)}
                        </button>
                      </form>
                    </details>
                  ),
                },
              ]}
            />
          )}
          <ShowMore cursor={nextCursor} language={language} />
          <form method="post" className="stack" noValidate>
            <h2>{text.makeKey}</h2>
            <TextField
              name="name"
              label={text.keyName}
              error={byField.name}
              defaultValue={answered?.problem ? answered.name : undefined}
              language={language}
            />
            <RadioField
              name="scopes"
              label={text.keyMay}
              options={[
                { value: "read", label: text.read },
                { value: "write", label: text.readAndWrite },
              ]}
              defaultValue="read"
              language={language}
            />
            <div className="send">
              <button className="button lit" type="submit">
                {text.makeKey}
              </button>
            </div>
          </form>
        </div>
        <OwnLinks current="keys" />
      </div>
    </Page>
  );
}
