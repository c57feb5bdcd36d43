import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { words } from "../../../../interface/messages.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { type Visit, visitOf } from "../../../../interface/visit.ts";
import { withCookiesOf } from "../../../../interface/with-cookies-of.ts";
import { safePath } from "../../../accounts/parts.ts";
import type { AccountsApi } from "../../../accounts/routes.ts";
import type { ExchangeApi } from "../../routes.ts";
import type { ProofApi } from "../routes.ts";
import { AskForCode } from "./parts/ask-for-code.tsx";
import { WriteCode } from "./parts/write-code.tsx";
import { proofWords } from "./proof-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const query = new URL(given.request.url).searchParams;
  const to = safePath(query.get("to"));
  if (visit.actor.kind === "person") throw redirect(to ?? `/${visit.language}/me`);
  const [houses, ways] = await Promise.all([
    read(client<ExchangeApi>(visit).spaces.$get({ query: { limit: "200" } })),
    read(client<AccountsApi>(visit)["sign-in-ways"].$get()),
  ]);
  return {
    to,
    chosen: query.get("space") ?? "",
    houses: houses.items.map(({ slug, name, town }) => ({ slug, name, town })),
    hasMore: houses.nextCursor !== null,
    mailAt: ways.mailAt,
  };
}

/** What was written, the step one stands at after it, and why not further. The address stays out of every URL. */
export interface Written {
  step: "ask" | "prove";
  space: string;
  email: string;
  problem?: Problem | undefined;
  isHouseMissing?: boolean;
  isWrongShape?: boolean;
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const form = await given.request.formData();
  const [space, email] = [String(form.get("space") ?? ""), String(form.get("email") ?? "").trim()];
  if (form.get("step") === "prove") return prove(visit, given.request, form, { space, email });
  if (space === "") return told({ step: "ask", space, email, isHouseMissing: true });
  const { problem } = await attempt(client<ProofApi>(visit).spaces[":id"]["proof-codes"].$post({ param: { id: space }, json: { email } }));
  return told({ step: problem ? "ask" : "prove", space, email, problem });
}

async function prove(visit: Visit, request: Request, form: FormData, { space, email }: { space: string; email: string }) {
  const code = String(form.get("code") ?? "").replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) return told({ step: "prove", space, email, isWrongShape: true });
  const headers = { "user-agent": request.headers.get("user-agent") ?? "" };
  const verification = client<ProofApi>(visit).spaces[":id"]["proof-codes"].verification;
  const answer = await verification.$post({ param: { id: space }, json: { email, code } }, { headers });
  if (!answer.ok) return told({ step: "prove", space, email, problem: (await answer.json()) as unknown as Problem });
  throw redirect(safePath(String(form.get("to") ?? "")) ?? `/${visit.language}/me`, withCookiesOf(answer));
}

function told(written: Written) {
  return data(written, { status: written.problem?.status ?? (hasFailed(written) ? 422 : 200) });
}

function hasFailed({ problem, isHouseMissing = false, isWrongShape = false }: Written): boolean {
  return problem !== undefined || isHouseMissing || isWrongShape;
}

/** Two steps on one address: where one is a member and as whom, then the code from the letter. */
export default function Prove() {
  const { language } = useShell();
  const loaded = useLoaderData<typeof loader>();
  const written = useActionData<typeof action>();
  const text = proofWords[language];
  const isSent = written?.step === "prove";
  const title = isSent ? text.codeTitle : text.title;
  return (
    <Page title={written && hasFailed(written) ? `${words[language].error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame form-page">
        {isSent ? (
          <WriteCode written={written} language={language} {...loaded} />
        ) : (
          <AskForCode written={written} language={language} {...loaded} />
        )}
      </div>
    </Page>
  );
}
