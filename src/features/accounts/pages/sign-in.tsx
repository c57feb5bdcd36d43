import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { words } from "../../../interface/messages.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { signInWords } from "../messages.ts";
import type { AccountsApi } from "../routes.ts";
import { safePath } from "../safe-path.ts";
import { problemsByField } from "./problems-by-field.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const query = new URL(given.request.url).searchParams;
  const to = safePath(query.get("to"));
  if (visit.actor.kind === "person") throw redirect(to ?? `/${visit.language}/me`);
  const ways = await read(client<AccountsApi>(visit)["sign-in-ways"].$get());
  return { ...ways, to, isSent: query.has("sent"), hasProviderFailed: query.get("failed") === "provider" };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const form = await given.request.formData();
  const email = String(form.get("email") ?? "");
  const to = safePath(String(form.get("to") ?? ""));
  const { problem } = await attempt(client<AccountsApi>(visit)["sign-in-links"].$post({ json: { email, ...(to && { to }) } }));
  if (problem) return data({ problem, email }, { status: problem.status });
  throw redirect(`/${visit.language}/sign-in?${new URLSearchParams({ sent: "1", ...(to && { to }) })}`, 303);
}

export default function SignIn() {
  const { isSent } = useLoaderData<typeof loader>();
  return isSent ? <LookInYourMail /> : <AskForLink />;
}

function AskForLink() {
  const { language } = useShell();
  const text = signInWords[language];
  const { to, openIdConnect, hasProviderFailed } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors, byField, general } = problemsByField(failed?.problem, ["email"]);
  const onward = new URLSearchParams({ language, ...(to && { to }) });
  return (
    <Page title={failed ? `${words[language].error}: ${text.title}` : text.title} area={{ kind: "public" }} scripts={["passkey"]}>
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.title}</h1>
          <ErrorSummary errors={errors} language={language} />
          {general && <Notice kind="wrong" role="alert" title={general} />}
          {hasProviderFailed && !failed && <Notice kind="wrong" role="alert" title={text.providerFailed} />}
          <p className="lead">{text.lead}</p>
          <form method="post" className="stack" noValidate>
            {to && <input type="hidden" name="to" value={to} />}
            <TextField
              name="email"
              type="email"
              label={text.email}
              hint={text.emailHint}
              error={byField.email}
              defaultValue={failed?.email}
              autoComplete="username webauthn"
              language={language}
            />
            <div className="send">
              <button className="button lit" type="submit">
                {text.send} <Icon name="mail" />
              </button>
            </div>
          </form>
          <p className="small">
            {text.otherSystem} <a href={`/${language}/sign-in/code${to ? `?${new URLSearchParams({ to })}` : ""}`}>{text.getCode}</a>
          </p>
          <section className="stack" aria-labelledby="other-ways" data-passkey-part hidden={!openIdConnect}>
            <h2 id="other-ways">{text.otherWays}</h2>
            <p data-passkey-sign-in data-to={to ?? `/${language}/me`} hidden>
              <button className="button" type="button" aria-describedby="passkey-about">
                <Icon name="lock" /> {text.passkey}
              </button>
            </p>
            <p className="small" id="passkey-about" data-passkey-sign-in hidden>
              {text.passkeyAbout}
            </p>
            <p role="alert" data-passkey-failed={text.passkeyFailed} />
            {openIdConnect && (
              <p>
                <a className="button" href={`/sign-in/open-id-connect?${onward}`}>
                  {text.withProvider(openIdConnect.name)}
                </a>
              </p>
            )}
          </section>
        </div>
      </div>
    </Page>
  );
}

function LookInYourMail() {
  const { language } = useShell();
  const text = signInWords[language];
  const { to, mailAt } = useLoaderData<typeof loader>();
  return (
    <Page title={text.sentTitle} area={{ kind: "public" }}>
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.sentTitle}</h1>
          <p className="lead">{text.sent}</p>
          <p>{text.noLetter}</p>
          <div className="buttons">
            {mailAt && (
              <a className="button lit" href={mailAt}>
                <Icon name="mail" /> {text.readDemoMail}
              </a>
            )}
            <a className="button" href={`/${language}/sign-in${to ? `?${new URLSearchParams({ to })}` : ""}`}>
              {text.again}
            </a>
          </div>
        </div>
      </div>
    </Page>
  );
}
