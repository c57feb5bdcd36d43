import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { FairnessTable } from "../../../../interface/components/fairness-table.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { dateWithYear, money, number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { LedgerApi } from "../routes.ts";
import { exchangeWords } from "./exchange-words.ts";
import { NettingBand } from "./parts/netting-band.tsx";
import { periodName, periodTitle } from "./parts/period-name.ts";

/** `last` in the place of the id is the latest settlement. */
export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const api = client<LedgerApi>(visit);
  const asked = given.params.settlement ?? "";
  const latest =
    asked === "last"
      ? await read(api.networks[":id"].settlements.$get({ param: { id: given.params.network ?? "" }, query: { limit: "1" } }))
      : undefined;
  const id = latest ? latest.items[0]?.id : asked;
  if (!id || !/^[0-9a-f-]{36}$/i.test(id)) throw new Response(null, { status: 404 });
  const settlement = await read(api.settlements[":id"].$get({ param: { id } }));
  if (settlement.network.slug !== given.params.network) throw new Response(null, { status: 404 });
  return { statement: settlement };
}

/** A closed period: who gave and received, and who pays whom; to read, print and keep. */
export default function SettlementPage() {
  const { statement } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = exchangeWords[language];
  const { network, totals, positions, settlement, abilities } = statement;
  const exchange = `/${language}/networks/${network.slug}/exchange`;
  // who runs a house reads its side here, and has no way into the network's own pages
  const whose = abilities.seeNetwork
    ? { area: { kind: "coordinator" as const, network }, current: "guestDays" as const }
    : { area: { kind: "public" as const, network } };
  const file = (ending: string) => `/api/v1/settlements/${statement.id}/statement.${ending}?language=${language}`;
  return (
    <Page title={`${words.statement}, ${periodName(statement, language)}`} {...whose}>
      <div className="frame">
        <Crumbs
          trail={[
            abilities.seeNetwork
              ? { label: words.title, href: `${exchange}?from=${statement.from}` }
              : { label: network.name, href: `/${language}/networks/${network.slug}` },
            { label: `${words.statement}, ${periodName(statement, language)}` },
          ]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{periodTitle(statement, language)}</h1>
            <p className="lead">
              {words.lead({ days: number(totals.days, language), pairs: number(totals.pairs, language), isAllPairs: false })}{" "}
              {words.over({
                over: number(totals.overQuota, language),
                price: totals.amountOre > 0 ? money(totals.amountOre, language) : null,
              })}{" "}
              {statement.lateRows > 0 && words.late({ count: statement.lateRows, inWords: "" })}
            </p>
            {settlement && (
              <p className="soft">
                {words.closedBy({
                  at: dateWithYear(Temporal.Instant.from(settlement.closedAt).toZonedDateTimeISO("Europe/Oslo"), language),
                  by: settlement.closedBy,
                })}
              </p>
            )}
          </div>
          <div className="buttons">
            <a className="button" href={file("pdf")}>
              <Icon name="print" /> {words.downloadPdf}
            </a>
            <a className="button" href={file("csv")}>
              <Icon name="download" /> {words.downloadCsv}
            </a>
          </div>
        </div>
        <h2>{words.whoGave}</h2>
        <FairnessTable
          caption={words.caption}
          rows={positions.map(({ organization, given, received, givenOverQuota, receivedOverQuota, amountOre }) => ({
            name: organization.name,
            ...(abilities.seeNetwork && { href: `${exchange}?from=${statement.from}&organization=${organization.id}#book` }),
            town: organization.town ?? "",
            gave: given,
            got: received,
            gaveOver: givenOverQuota,
            gotOver: receivedOverQuota,
            owedOre: amountOre,
          }))}
          language={language}
        />
        {abilities.seeNetwork && (
          <p>
            <a className="with-icon small" href={`${exchange}?from=${statement.from}&all#book`}>
              <Icon name="rows" /> {words.seeRows(number(totals.days, language))}
            </a>
          </p>
        )}
      </div>
      <NettingBand kind={statement.kind} debts={totals.debts} transfers={statement.transfers} language={language} />
    </Page>
  );
}
