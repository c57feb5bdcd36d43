import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, type Problem, read, readAll } from "../../../interface/api-client.ts";
import { visitOf } from "../../../interface/visit.ts";
import { withCookiesOf } from "../../../interface/with-cookies-of.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { OrganizationKind } from "../organization.ts";
import type { OrganizationsApi } from "../routes.ts";
import { FirstOperatorPage } from "./first-operator-page.tsx";
import { OperatorSetupPage } from "./operator-setup-page.tsx";

/** There for an operator; for others only while nobody runs the installation. */
export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const installation = await read(client<OrganizationsApi>(visit).installation.$get());
  const isDone = new URL(given.request.url).searchParams.get("done");
  if (!installation.abilities.rename && installation.isSetUp) throw new Response(null, { status: 404 });
  const networks = await readAll((page) => client<OrganizationsApi>(visit).organizations.$get({ query: { kind: "network", ...page } }));
  return { installation, networks, done: isDone };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const form = await given.request.formData();
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const api = client<OrganizationsApi>(visit);
  const values = Object.fromEntries([...form.entries()].map(([name, value]) => [name, name === "code" ? "" : String(value)]));
  const intent = said("intent");
  if (intent === "rename") {
    const { problem } = await attempt(api.installation.$patch({ json: { name: said("installationName") } }));
    return problem ? refused(problem) : redirect("?done=renamed", 303);
  }
  if (intent === "add") {
    const json = {
      kinds: [said("kind") as OrganizationKind],
      ...(said("name") && { name: said("name") }),
      ...(said("organizationNumber") && { organizationNumber: said("organizationNumber") }),
    };
    const { done, problem } = await attempt(api.organizations.$post({ json }));
    return problem ? refused(problem) : redirect(`/${visit.language}/organizations/${done.slug}/edit`, 303);
  }
  const json = {
    code: said("code"),
    name: said("name"),
    email: said("email"),
    locale: visit.language satisfies Language,
    installationName: said("installationName"),
    organization: { name: said("organization"), kind: said("kind") as "network" | "space_operator" },
  };
  const headers = { "user-agent": given.request.headers.get("user-agent") ?? "" };
  const answer = await api.installation["first-operator"].$post({ json }, { headers });
  if (!answer.ok) return refused((await answer.json()) as unknown as Problem);
  return redirect("?done=set-up", withCookiesOf(answer));

  function refused<Given extends { status: number }>(problem: Given) {
    return data({ problem, intent, values }, { status: problem.status });
  }
}

export default function SetupPage() {
  const { installation, networks, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return installation.abilities.rename ? (
    <OperatorSetupPage installation={installation} networks={networks} answer={answer} done={done} />
  ) : (
    <FirstOperatorPage answer={answer} />
  );
}
