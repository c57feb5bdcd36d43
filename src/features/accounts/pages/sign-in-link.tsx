import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, type Problem } from "../../../interface/api-client.ts";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { withCookiesOf } from "../../../interface/with-cookies-of.ts";
import { signInWords } from "../messages.ts";
import type { AccountsApi } from "../routes.ts";
import { safePath } from "../safe-path.ts";

// Opening the address does not use the link up: programs that look through mail open every link.
export function loader(given: LoaderFunctionArgs) {
  visitOf(given);
  const query = new URL(given.request.url).searchParams;
  return { token: query.get("token") ?? "", to: safePath(query.get("to")) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const form = await given.request.formData();
  const token = String(form.get("token") ?? "");
  const headers = { "user-agent": given.request.headers.get("user-agent") ?? "" };
  const answer = await client<AccountsApi>(visit).sessions.$post({ json: { token } }, { headers });
  if (!answer.ok) return data((await answer.json()) as unknown as Problem, { status: answer.status });
  throw redirect(safePath(String(form.get("to") ?? "")) ?? `/${visit.language}/me`, withCookiesOf(answer));
}

export default function SignInLink() {
  const { language } = useShell();
  const text = signInWords[language];
  const { token, to } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={text.linkTitle} area={{ kind: "public" }}>
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.linkTitle}</h1>
          {problem ? (
            <Notice kind="wrong" role="alert" title={problem.title}>
              <div className="buttons">
                <a className="button" href={`/${language}/sign-in${to ? `?${new URLSearchParams({ to })}` : ""}`}>
                  {text.askAnew}
                </a>
              </div>
            </Notice>
          ) : (
            <>
              <p className="lead">{text.linkLead}</p>
              <form method="post">
                <input type="hidden" name="token" value={token} />
                {to && <input type="hidden" name="to" value={to} />}
                <button className="button lit" type="submit">
                  {text.confirm} <Icon name="arrow-right" />
                </button>
              </form>
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
