import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "react-router";
import { client } from "../../../interface/api-client.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import { withCookiesOf } from "../../../interface/with-cookies-of.ts";
import { signInWords } from "../messages.ts";
import type { AccountsApi } from "../routes.ts";

export function loader(given: LoaderFunctionArgs) {
  signedIn(given);
  return null;
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const answer = await client<AccountsApi>(visit).me.sessions[":id"].$delete({ param: { id: "current" } });
  throw redirect(`/${visit.language}`, withCookiesOf(answer));
}

export default function SignOut() {
  const { language } = useShell();
  const text = signInWords[language];
  return (
    <Page title={text.outTitle} area={{ kind: "member" }} current="me">
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.outTitle}</h1>
          <p>{text.outLead}</p>
          <form method="post">
            <button className="button lit" type="submit">
              {text.out}
            </button>
          </form>
        </div>
      </div>
    </Page>
  );
}
