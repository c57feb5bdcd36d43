import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ProductionApi } from "../routes.ts";
import { orderWords } from "./order-words.ts";
import { MoreOrders, OrderTable } from "./parts/order-table.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  return await read(client<ProductionApi>(visit).me["production-orders"].$get({ query: { limit: "50", cursor } }));
}

/** What a person has asked labs to make. */
export default function MyOrders() {
  const { items, nextCursor } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = orderWords[language];
  return (
    <Page title={text.myOrders} area={{ kind: "member" }} current="days">
      <div className="frame section stack">
        <h1>{text.myOrders}</h1>
        <p className="lead">{text.myOrdersLead}</p>
        {items.length === 0 ? (
          <p>{text.noneMine}</p>
        ) : (
          <OrderTable caption={text.myOrders} orders={items} path={`/${language}/me/orders`} isLab={false} language={language} />
        )}
        <MoreOrders cursor={nextCursor} language={language} />
      </div>
    </Page>
  );
}
