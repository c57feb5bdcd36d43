import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData, useParams } from "react-router";
import { attempt, client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { bookingFields } from "../../bookings/parts.ts";
import type { ResourceApi, SpaceApi } from "../../spaces/index.ts";
import type { ProductionApi } from "../routes.ts";
import type { StockApi } from "../stock/routes.ts";
import { carryOut } from "./order-action.ts";
import { orderWords } from "./order-words.ts";
import { orderLabels } from "./parts/order-fields.tsx";
import { Files, Photos } from "./parts/order-files.tsx";
import { Lines } from "./parts/order-lines.tsx";
import { ChangeOrder, History, Messages, Wanted } from "./parts/order-parts.tsx";
import { Standing } from "./parts/standing.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const order = await read(client<ProductionApi>(visit)["production-orders"][":id"].$get({ param: { id: given.params.order ?? "" } }));
  const isLabPage = given.params.space !== undefined;
  if (isLabPage && (given.params.space !== order.space.slug || !order.abilities.isLab)) throw new Response(null, { status: 404 });
  const param = { id: order.space.slug };
  const [space, machines, stock, payers] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    order.abilities.work
      ? readAll((page) => client<ResourceApi>(visit).resources.$get({ query: { space: order.space.slug, kind: "machine", ...page } }))
      : undefined,
    order.abilities.work ? attempt(client<StockApi>(visit).spaces[":id"].consumables.$get({ param })) : undefined,
    order.abilities.edit ? read(client<ProductionApi>(visit).spaces[":id"]["production-order-payers"].$get({ param })) : undefined,
  ]);
  return {
    order,
    isManager: space.abilities.edit,
    machines: machines?.map(({ id, name }) => ({ id, name })) ?? [],
    payers: payers?.items ?? [],
    stock: stock?.done?.items ?? [],
    today: dayIn(visit.now, order.space.timeZone),
    did: new URL(given.request.url).searchParams.get("did"),
  };
}

export type OrderData = Awaited<ReturnType<typeof loader>>;

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

/** One order: where it stands and what one can do, the files, the price, and what the two sides write. */
export default function Order() {
  const given = useLoaderData<typeof loader>() as OrderData;
  const refused = useActionData<typeof action>();
  const isLabPage = useParams().space !== undefined;
  const { language } = useShell();
  const text = orderWords[language];
  const { order } = given;
  const { space } = order;
  const area = isLabPage ? ({ kind: given.isManager ? "manager" : "host", space } as const) : ({ kind: "member" } as const);
  const list = isLabPage ? `/${language}/spaces/${space.slug}/orders` : `/${language}/me/orders`;
  const labels = labelsOf(refused?.act, language);
  const faults = faultsIn(refused?.problem, labels, namesOf[refused?.act ?? ""]);
  const part = { given, refused, language, path: `${list}/${order.id}` };
  return (
    <Page title={refused ? `${text.error}: ${order.title}` : order.title} area={area} {...(!isLabPage && { current: "days" as const })}>
      <div className="frame">
        <Crumbs trail={[{ label: isLabPage ? text.orders : text.myOrders, href: list }, { label: order.title }]} language={language} />
        <div className="form-page">
          <div className="stack">
            <h1>{order.title}</h1>
            <ErrorSummary errors={faults} labels={labels} language={language} />
            {refused && faults.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.problem.errors?.[0]?.message ?? refused.problem.title}</p>
              </Notice>
            )}
            {given.did && !refused && <Notice kind="good" role="status" title={given.did === "begun" ? text.begun : text.done} />}
            <Standing {...part} />
            <Files {...part} />
            <Faults faults={faults}>
              <Lines {...part} />
              <Photos {...part} />
              <Messages {...part} />
            </Faults>
          </div>
          <aside className="side">
            <Wanted {...part} />
            <ChangeOrder {...part} />
            <History {...part} />
          </aside>
        </div>
      </div>
    </Page>
  );
}

const namesOf: Record<string, Record<string, string>> = {
  line: { text: "line-text", amountOre: "line-amount" },
  machine: { ...bookingFields, amountOre: "machine-amount" },
  message: { text: "message" },
};

/** What the fields of the form that was sent are called; of the others nothing is said. */
function labelsOf(act: string | undefined, language: Language): Record<string, string> {
  const text = orderWords[language];
  const { what, consumed, amount, machine, day, from, to, write } = text;
  if (act === "line") return { "line-text": what, consumed, "line-amount": amount };
  if (act === "machine") return { resource: machine, day, from, to, "machine-amount": amount };
  if (act === "message") return { message: write };
  return act === "change" ? orderLabels(language) : {};
}
