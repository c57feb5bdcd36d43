import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn, isDay, monthOf } from "../../../platform/time/day.ts";
import type { SpaceApi } from "../../spaces/index.ts";
import { chargeKinds } from "../charge.ts";
import type { PlanApi } from "../routes.ts";
import { carryOut } from "./carry-out.ts";
import { ChargesPart } from "./parts/charges-part.tsx";
import { fieldErrors, fieldLabels } from "./parts/field-errors.ts";
import { PlansPart } from "./parts/plans-part.tsx";
import { SubscriptionsPart } from "./parts/subscriptions-part.tsx";
import { planWords } from "./words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param }));
  if (!space.abilities.edit) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(given.request.url);
  const today = dayIn(visit.now, space.timeZone);
  const asked = `${searchParams.get("month") ?? ""}-01`;
  const from = isDay(asked) ? asked : monthOf(today);
  const until = Temporal.PlainDate.from(from).add({ months: 1 }).toString();
  const api = client<PlanApi>(visit).spaces[":id"];
  const cursor = searchParams.get("cursor");
  const [kind, q] = [chargeKinds.find((one) => one === searchParams.get("kind")), searchParams.get("q")?.trim() || undefined];
  const opened = searchParams.get("subscription");
  const [plans, subscriptions, charges, uses] = await Promise.all([
    read(api.plans.$get({ param })),
    readAll((page) => api.subscriptions.$get({ param, query: page })),
    read(api.charges.$get({ param, query: { from, until, limit: "50", kind, q, cursor: cursor ?? undefined } })),
    opened ? read(client<PlanApi>(visit).subscriptions[":id"].uses.$get({ param: { id: opened }, query: { limit: "50" } })) : undefined,
  ]);
  return {
    space,
    today,
    month: { from, until },
    plans: plans.items,
    subscriptions,
    charges,
    asked: { kind, q },
    uses: uses?.items,
    opened,
    openedPlan: searchParams.get("plan"),
    done: searchParams.get("done"),
  };
}

export type PlansData = Awaited<ReturnType<typeof loader>>;

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

/** What a house sells, who has what, and what they owe. */
export default function Plans() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = planWords[language];
  const { space, done } = shown;
  const said = (text.done as Record<string, string | undefined>)[done ?? ""];
  const parts = { shown, refused, path: `/${language}/spaces/${space.slug}/plans`, language };
  return (
    <Page title={refused ? `${text.error}: ${text.plans}` : text.plans} area={{ kind: "manager", space }} current="members">
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{text.plans}</h1>
            <p className="lead">{text.lead}</p>
          </div>
          <p>
            <a href={`/${language}/spaces/${space.slug}/members`}>{text.backToMembers}</a>
          </p>
        </div>
        <ErrorSummary errors={refused ? fieldErrors(refused) : []} labels={refused && fieldLabels(refused, language)} language={language} />
        {said && !refused && <Notice kind="good" role="status" title={said} />}
        <PlansPart {...parts} />
        <SubscriptionsPart {...parts} />
        <ChargesPart {...parts} />
      </div>
    </Page>
  );
}
