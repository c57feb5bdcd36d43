import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { OrderState } from "../order.ts";
import type { ProductionApi } from "../routes.ts";
import type { StockApi } from "../stock/routes.ts";
import { orderWords } from "./order-words.ts";
import { MoreOrders, OrderTable } from "./parts/order-table.tsx";

// what waits for the lab comes first
const shownStates: OrderState[] = ["asked", "accepted", "in_production", "ready", "quoted", "collected", "stopped", "declined"];

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  const [space, orders, stock] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    read(client<ProductionApi>(visit).spaces[":id"]["production-orders"].$get({ param, query: { limit: "200", cursor } })),
    read(client<StockApi>(visit).spaces[":id"].consumables.$get({ param })),
  ]);
  return { space, orders: orders.items, nextCursor: orders.nextCursor, low: stock.items.filter(({ isLow }) => isLow).length };
}

/** What a lab has been asked to make, state by state. */
export default function LabOrders() {
  const { space, orders, nextCursor, low } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = orderWords[language];
  const path = `/${language}/spaces/${space.slug}/orders`;
  const byState = shownStates.map((state) => ({ state, rows: orders.filter((order) => order.state === state) }));
  const area = { kind: space.abilities.edit ? "manager" : "host", space } as const;
  return (
    <Page title={`${text.orders} · ${space.name}`} area={area}>
      <div className="frame section stack">
        <h1>{text.orders}</h1>
        <p className="lead">{text.labLead}</p>
        {orders.length === 0 && <p>{text.noneLab}</p>}
        {byState.map(
          ({ state, rows }) =>
            rows.length > 0 && (
              <section key={state} className="stack">
                <h2>
                  {text.states[state]} <span className="count">{rows.length}</span>
                </h2>
                <OrderTable caption={text.states[state]} orders={rows} path={path} seenBy="lab" language={language} />
              </section>
            ),
        )}
        <MoreOrders cursor={nextCursor} language={language} />
        <p className="buttons">
          <a className="button" href={`/${language}/spaces/${space.slug}/stock`}>
            {text.stock}
            {low > 0 && ` · ${text.lowCount({ count: low })}`}
          </a>
          <a className="button" href={`/${language}/spaces/${space.slug}/consultations`}>
            {text.consultation}
          </a>
        </p>
      </div>
    </Page>
  );
}
