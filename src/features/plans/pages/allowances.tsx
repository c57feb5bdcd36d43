import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn, isDay } from "../../../platform/time/day.ts";
import { units } from "../plan.ts";
import type { PlanApi } from "../routes.ts";
import { AllowanceList } from "./parts/allowance-list.tsx";
import { EntriesTable } from "./parts/entries-table.tsx";
import { planWords } from "./words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const api = client<PlanApi>(visit);
  const { items } = await read(api.people[":id"].entitlements.$get({ param: { id: visit.actor.personId }, query: {} }));
  const { searchParams } = new URL(given.request.url);
  const [id, unit, periodFrom] = ["subscription", "unit", "from"].map((name) => searchParams.get(name) ?? "");
  const opened = units.find((one) => one === unit);
  const entries =
    id && opened && periodFrom && isDay(periodFrom)
      ? await read(api.subscriptions[":id"]["entitlement-entries"].$get({ param: { id }, query: { unit: opened, periodFrom } }))
      : undefined;
  return { items, entries: entries?.items, today: dayIn(visit.now, "Europe/Oslo") };
}

/** What one has left of one's plans, and the entries it is the sum of. */
export default function Allowances() {
  const { items, entries, today } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = planWords[language];
  return (
    <Page title={text.allowances} area={{ kind: "member" }} current="days">
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{text.allowances}</h1>
            <p className="lead">{text.allowancesLead}</p>
          </div>
        </div>
        {items.length === 0 && (
          <StatePane state="empty" title={text.noAllowances}>
            <p>{text.noAllowancesText}</p>
            <p>
              <a className="button lit" href={`/${language}/find`}>
                {text.findRoom}
              </a>
            </p>
          </StatePane>
        )}
        <div className="section-end">
          <AllowanceList items={items} language={language} />
          {entries && <EntriesTable entries={entries} today={today} language={language} />}
        </div>
      </div>
    </Page>
  );
}
