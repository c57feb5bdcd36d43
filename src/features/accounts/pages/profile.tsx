import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { words } from "../../../interface/messages.ts";
import { MemberDock } from "../../../interface/navigation/member-dock.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import { ownWords } from "../own-messages.ts";
import type { AccountsApi } from "../routes.ts";
import { OwnLinks } from "./own-links.tsx";
import { problemsByField } from "./problems-by-field.ts";
import { ColourForm, PasskeyPart, ProfileForm } from "./profile-parts.tsx";

const aYear = 365 * 24 * 60 * 60;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const api = client<AccountsApi>(visit).me;
  const [me, passkeys] = await Promise.all([read(api.$get()), read(api.passkeys.$get({ query: {} }))]);
  const done = new URL(given.request.url).searchParams.get("done");
  return { me, passkeys: passkeys.items, colourScheme: visit.colourScheme, done };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const form = await given.request.formData();
  const here = `/${visit.language}/me/profile`;
  if (form.has("colourScheme")) {
    const cookie = `colour-scheme=${chosenScheme(form.get("colourScheme"))}; Path=/; Max-Age=${aYear}; SameSite=Lax`;
    throw redirect(here, { status: 303, headers: { "set-cookie": cookie } });
  }
  const api = client<AccountsApi>(visit).me;
  const removed = form.get("removePasskey");
  const written = {
    name: String(form.get("name") ?? ""),
    locale: String(form.get("locale")) as "nb",
    visibility: String(form.get("visibility")) as "public",
  };
  const { problem } = removed
    ? await attempt(api.passkeys[":id"].$delete({ param: { id: String(removed) } }))
    : await attempt(api.$patch({ json: written, header: { "if-match": `"${form.get("version")}"` } }));
  if (problem) return data({ problem, written: removed ? undefined : written }, { status: problem.status });
  throw redirect(`${here}?done=${removed ? "removed" : "saved"}`, 303);
}

function chosenScheme(value: FormDataEntryValue | null): string {
  return value === "light" || value === "dark" ? value : "auto";
}

export default function Profile() {
  const { language } = useShell();
  const text = ownWords[language];
  const { me, passkeys, colourScheme, done } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors, byField, general } = problemsByField(failed?.problem, ["name", "locale", "visibility"]);
  return (
    <Page
      title={failed ? `${words[language].error}: ${text.profile}` : text.profile}
      area={{ kind: "member" }}
      current="me"
      scripts={["colour-scheme", "passkey"]}
    >
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.profile}</h1>
          <p className="lead">{text.profileLead}</p>
          {done && !failed && <Notice kind="good" role="status" title={text.saved} />}
          <ErrorSummary errors={errors} labels={{ name: text.name }} language={language} />
          {failed?.problem.code === "request.changed_meanwhile" ? (
            <Notice kind="care" role="alert" title={text.changedMeanwhile}>
              <p>{text.asItIs(me.name)}</p>
            </Notice>
          ) : (
            general && <Notice kind="wrong" role="alert" title={general} />
          )}
          <ProfileForm me={{ ...me, ...failed?.written }} errors={byField} language={language} />
          <PasskeyPart passkeys={passkeys} language={language} />
          <ColourForm chosen={colourScheme} language={language} />
        </div>
        <OwnLinks current="profile" />
      </div>
      <MemberDock current="me" />
    </Page>
  );
}
