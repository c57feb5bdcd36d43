import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read, readAll } from "../../../../interface/api-client.ts";
import { Downloads } from "../../../../interface/components/downloads.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { FairnessTable } from "../../../../interface/components/fairness-table.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { dateWithYear, inWords, money, number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import { agreementWords } from "../../agreement/pages/agreement-words.ts";
import { isOver, quarterOf, quartersBetween, quarterToClose } from "../period.ts";
import type { LedgerApi } from "../routes.ts";
import { exchangeWords } from "./exchange-words.ts";
import { CloseBar } from "./parts/close-bar.tsx";
import { CorrectionsWaiting } from "./parts/corrections-waiting.tsx";
import { FlowsMap } from "./parts/flows-map.tsx";
import { LedgerBook } from "./parts/ledger-book.tsx";
import { NettingBand } from "./parts/netting-band.tsx";
import { periodName, periodTitle, quarterNumber } from "./parts/period-name.ts";
import { PeriodPath } from "./parts/period-path.tsx";

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const done = ["accepted", "rejected", "closedNow"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const network = client<LedgerApi>(visit).networks[":id"];
  const param = { id: given.params.network ?? "" };
  const { searchParams } = new URL(given.request.url);
  const settlements = await read(network.settlements.$get({ param, query: { limit: "200" } }));
  const today = dayIn(visit.now, "Europe/Oslo");
  const asked = searchParams.get("from") ?? "";
  const period = isDay.test(asked) ? quarterOf(asked) : quarterToClose(settlements.items, settlements.firstDay ?? undefined, today);
  const standing = await read(network.period.$get({ param, query: period }));
  if (!standing.abilities.decideCorrections) throw new Response(null, { status: 404 });
  const filter = Object.fromEntries(
    ["organization", "home", "host", "cursor"].flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name) ?? ""]] : [])),
  );
  const rowsOf: Record<string, string> = standing.settlement ? { settlement: standing.settlement.id } : { closing: period.to };
  const [flows, ledger, corrections] = await Promise.all([
    read(network.flows.$get({ param, query: period })),
    read(
      network.ledger.$get({
        param,
        query: { ...rowsOf, ...filter, limit: Object.keys(filter).length > 0 || searchParams.has("all") ? "200" : "12" },
      }),
    ),
    readAll((page) => network.corrections.$get({ param, query: page })),
  ]);
  return {
    period,
    isPast: isOver(period, today),
    standing,
    flows: flows.items,
    ledger,
    rowsOf,
    // of a closed quarter all that wait: their reversals go to the next
    corrections: corrections.filter(({ day }) => standing.settlement !== null || day < period.to),
    quarters: quartersBetween(settlements.firstDay ?? today, today),
    filter,
    isSure: searchParams.has("close"),
    done: done.find((one) => searchParams.has(one)),
  };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const api = client<LedgerApi>(visit);
  const form = await given.request.formData();
  const typed = (name: string) => String(form.get(name) ?? "");
  const path = `/${visit.language}/networks/${given.params.network}/exchange?from=${typed("from")}`;
  if (typed("doing") === "close") {
    const json = { from: typed("from"), to: typed("to") };
    const { problem } = await attempt(api.networks[":id"].settlements.$post({ param: { id: given.params.network ?? "" }, json }));
    return problem ? data({ problem }, { status: problem.status }) : redirect(`${path}&closedNow`, 303);
  }
  const accept = typed("doing") === "accept";
  const json = { accept, ...(typed("reason") && { reason: typed("reason") }) };
  const { problem } = await attempt(api.corrections[":id"].decision.$put({ param: { id: typed("correction") }, json }));
  return problem ? data({ problem }, { status: problem.status }) : redirect(`${path}&${accept ? "accepted" : "rejected"}`, 303);
}

/** A quarter of guest days for the coordinator: who gave and received, what waits, and closing it. */
export default function Exchange() {
  const { period, isPast, standing, flows, ledger, rowsOf, corrections, quarters, filter, isSure, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { language } = useShell();
  const words = exchangeWords[language];
  const { network, totals, positions, transfers, settlement } = standing;
  const path = `/${language}/networks/${network.slug}/exchange`;
  const here = `${path}?from=${period.from}`;
  const rowsHref = (more: Record<string, string>) => `${here}&${new URLSearchParams({ ...more })}#book`;
  const possible = (positions.length * (positions.length - 1)) / 2;
  const title = periodTitle(period, language);
  const chosen = positions.find(({ organization }) => organization.id === filter.organization)?.organization.name;
  return (
    <Page
      title={problem ? `${words.error}: ${title}` : `${words.title}, ${periodName(period, language)}`}
      area={{ kind: "coordinator", network }}
      current="guestDays"
    >
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p className="lead">
              {totals.days === 0
                ? words.noRows
                : `${words.lead({
                    days: number(totals.days, language),
                    pairs: number(totals.pairs, language),
                    isAllPairs: totals.pairs === possible && possible > 1,
                  })} ${words.over({
                    over: number(totals.overQuota, language),
                    price: totals.amountOre > 0 ? money(totals.amountOre, language) : null,
                  })}`}{" "}
              {standing.lateRows > 0 && words.late({ count: standing.lateRows, inWords: "" })}
            </p>
            <p>
              <a href={`/${language}/networks/${network.slug}/agreement`}>{agreementWords[language].title}</a>
            </p>
          </div>
          <form className="buttons" method="get" action={path}>
            <label className="hidden" htmlFor="from">
              {words.choosePeriod}
            </label>
            <select id="from" name="from" defaultValue={period.from}>
              {quarters.map(({ from }) => (
                <option key={from} value={from}>
                  {words.quarter(quarterNumber(from))}
                </option>
              ))}
            </select>
            <button className="button" type="submit">
              {words.show}
            </button>
          </form>
        </div>
        <ErrorSummary errors={problem ? [{ field: "book", message: problem.title }] : []} language={language} />
        {done && <Notice kind="good" role="status" title={words[done]} />}
        <PeriodPath standing={standing} to={period.to} isOver={isPast} language={language} />
      </div>
      <section className="frame section-s" aria-labelledby="fair">
        <div className="fairness-grid">
          <div>
            <h2 id="fair">{words.whoGave}</h2>
            <FairnessTable
              caption={words.caption}
              rows={positions.map(({ organization, given, received, givenOverQuota, receivedOverQuota, amountOre }) => ({
                name: organization.name,
                href: rowsHref({ organization: organization.id }),
                town: organization.town ?? "",
                gave: given,
                got: received,
                gaveOver: givenOverQuota,
                gotOver: receivedOverQuota,
                owedOre: amountOre,
              }))}
              language={language}
            />
            {totals.days > 0 && (
              <p>
                <a className="with-icon small" href={`${here}&all#book`}>
                  <Icon name="rows" /> {words.seeRows(number(totals.days, language))}
                </a>
              </p>
            )}
          </div>
          <FlowsMap flows={flows} rowsHref={({ from, to }) => rowsHref({ home: from.id, host: to.id })} language={language} />
        </div>
      </section>
      <NettingBand kind={standing.kind} debts={totals.debts} transfers={transfers} language={language} />
      <section className="frame section-s" aria-labelledby="book">
        <CorrectionsWaiting corrections={corrections} path={path} from={period.from} language={language} />
        <h2 id="book">{chosen ? words.bookOf(chosen) : words.book}</h2>
        <p className="soft">{words.bookLead}</p>
        {Object.keys(filter).length > 0 && (
          <p>
            <a href={`${here}#book`}>{words.allRows}</a>
          </p>
        )}
        <LedgerBook rows={ledger.items} caption={words.book} language={language} />
        <ShowMore cursor={ledger.nextCursor} to={(cursor) => rowsHref({ ...filter, cursor })} language={language} />
        <Downloads path={`/networks/${network.slug}/ledger`} filters={{ ...rowsOf, ...filter, cursor: undefined }} language={language} />
        {settlement ? (
          <div className="close-bar room">
            <p>
              {words.closedBy({
                at: dateWithYear(Temporal.Instant.from(settlement.closedAt).toZonedDateTimeISO("Europe/Oslo"), language),
                by: settlement.closedBy,
              })}
            </p>
            <a className="button lit" href={`${path}/settlements/${settlement.id}`}>
              {words.seeStatement}
            </a>
          </div>
        ) : (
          <CloseBar
            period={period}
            days={totals.days}
            transfers={words
              .transferCount({ count: transfers.length, inWords: inWords(transfers.length, language, "feminine") })
              .toLocaleLowerCase()}
            waiting={standing.openCorrections}
            mayClose={standing.abilities.close}
            isSure={isSure}
            path={path}
            language={language}
          />
        )}
      </section>
    </Page>
  );
}
