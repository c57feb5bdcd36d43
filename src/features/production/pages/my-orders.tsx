import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ProductionApi } from "../routes.ts";
import { orderWords } from "./order-words.ts";
import { CompanyOrders } from "./parts/company-orders.tsx";
import { MoreOrders, OrderTable } from "./parts/order-table.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  const orders = client<ProductionApi>(visit).me["production-orders"];
  const of = new URL(given.request.url).searchParams.get("of") === "companies" ? ("companies" as const) : undefined;
  const [mine, companies] = await Promise.all([
    of ? { items: [], nextCursor: null } : read(orders.$get({ query: { limit: "50", cursor } })),
    read(orders.$get({ query: { limit: of ? "50" : "10", of: "companies", cursor: of && cursor } })),
  ]);
  return { of, mine, companies };
}

/** What a person has asked labs to make. */
export default function MyOrders() {
  const { of, mine, companies } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = orderWords[language];
  const path = `/${language}/me/orders`;
  return (
    <Page title={text.myOrders} area={{ kind: "member" }} current="days">
      <div className="frame section stack">
        {of === undefined && (
          <>
            <h1>{text.myOrders}</h1>
            <p className="lead">{text.myOrdersLead}</p>
            {mine.items.length === 0 ? (
              <StatePane state="empty" title={text.noneMineTitle}>
                <p>{text.noneMine}</p>
                <p>
                  <a className="button lit" href={`/${language}/spaces`}>
                    {text.toSpaces}
                  </a>
                </p>
              </StatePane>
            ) : (
              <OrderTable caption={text.myOrders} orders={mine.items} path={path} seenBy="customer" language={language} />
            )}
            <MoreOrders cursor={mine.nextCursor} language={language} />
          </>
        )}
        <CompanyOrders path={path} of={of} orders={companies} language={language} />
      </div>
    </Page>
  );
}
