import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Page } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import type { ExchangeApi } from "../routes.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const found = await read(client<ExchangeApi>(visit).spaces.$get({ query: {} }));
  return { spaces: found.items };
}

export default function Front() {
  const { spaces } = useLoaderData<typeof loader>();
  return (
    <Page title="Finn plass" description="Se hvor det er ledig." area={{ kind: "public" }} current="find">
      <h1>Hvor kan jeg jobbe?</h1>
      <ul>
        {spaces.map((space) => (
          <li key={space.id}>
            {space.name} {space.guestSeatsLeft}
          </li>
        ))}
      </ul>
    </Page>
  );
}
