import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Downloads } from "../../../../interface/components/downloads.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { FigureLines } from "../../../../interface/components/figure.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { TextareaField } from "../../../../interface/components/text-field.tsx";
import { money, monthAndYear, number, signed } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { SpaceApi } from "../../../spaces/index.ts";
import type { AgreementApi } from "../../agreement/routes.ts";
import { yearOf } from "../period.ts";
import type { LedgerApi } from "../routes.ts";
import { exchangeWords } from "./exchange-words.ts";
import { LedgerBook } from "./parts/ledger-book.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const { searchParams } = new URL(given.request.url);
  const [agreements, space] = await Promise.all([
    read(client<AgreementApi>(visit).spaces[":id"].agreements.$get({ param })),
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
  ]);
  const networks = agreements.items.map(({ network }) => network);
  const network = networks.find(({ slug }) => slug === searchParams.get("network")) ?? networks[0];
  const year = searchParams.get("year") ?? "";
  const thisYear = dayIn(visit.now, "Europe/Oslo").slice(0, 4);
  const period = yearOf(/^20\d{2}$/.test(year) ? `${year}-01-01` : `${thisYear}-01-01`);
  const shown = {
    space: agreements.space,
    organizationId: space.organization.id,
    network,
    period,
    thisYear,
    isAsked: searchParams.has("asked"),
  };
  if (!network) return { ...shown, fairness: undefined, ledger: undefined, sides: {}, filter: {} };
  const of = client<LedgerApi>(visit).networks[":id"];
  const cursor = searchParams.get("cursor");
  const sides = Object.fromEntries(
    ["home", "host"].flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name) ?? ""]] : [])),
  );
  const filter = { ...period, organization: space.organization.id, ...sides };
  const [fairness, ledger] = await Promise.all([
    read(of.fairness.$get({ param: { id: network.id }, query: period })),
    read(of.ledger.$get({ param: { id: network.id }, query: { ...filter, limit: "50", ...(cursor && { cursor }) } })),
  ]);
  return { ...shown, fairness, ledger, sides, filter };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const id = String(form.get("row") ?? "");
  const json = { reason: String(form.get("reason") ?? "") };
  const { problem } = await attempt(client<LedgerApi>(visit)["ledger-transactions"][":id"].corrections.$post({ param: { id }, json }));
  if (problem) return data({ problem, row: id, reason: json.reason }, { status: problem.status });
  return redirect(`/${visit.language}/spaces/${given.params.space}/numbers?asked`, 303);
}

/** What a house gave and received: in a year, by month, by house, and every day of it. */
export default function Numbers() {
  const { space, organizationId, network, period, thisYear, isAsked, fairness, ledger, sides, filter } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const words = exchangeWords[language];
  const path = `/${language}/spaces/${space.slug}/numbers`;
  const year = period.from.slice(0, 4);
  const here = `${path}?year=${year}`;
  const own = fairness?.organizations.find(({ organization }) => organization.id === organizationId);
  const field = `reason-${refused?.row}`;
  const message = refused?.problem.errors?.[0]?.message ?? refused?.problem.title;
  const errors = message === undefined ? [] : [{ field, message }];
  const count = (value: number) => number(value, language);
  return (
    <Page title={refused ? `${words.error}: ${words.numbers}` : words.numbers} area={{ kind: "manager", space }} current="numbers">
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{words.numbers}</h1>
            <p className="lead">
              {network
                ? `${words.year(year, year < thisYear)}. ${words.numbersLead({ given: count(own?.given ?? 0), received: count(own?.received ?? 0) })}`
                : words.noNetwork}
            </p>
          </div>
          <ul className="chips">
            {[Number(thisYear), Number(thisYear) - 1].map((one) => (
              <li key={one}>
                <a className="chip" href={`${path}?year=${one}`} aria-current={String(one) === year ? "true" : undefined}>
                  {one}
                </a>
              </li>
            ))}
          </ul>
        </div>
        <ErrorSummary errors={errors} labels={{ [field]: words.whyWrong }} language={language} />
        {isAsked && <Notice kind="good" role="status" title={words.asked} />}
        {fairness && ledger && (
          <>
            <FigureLines
              language={language}
              figures={[
                { label: words.given, amount: count(own?.given ?? 0), rowsHref: `${here}&host=${organizationId}#book` },
                { label: words.received, amount: count(own?.received ?? 0), rowsHref: `${here}&home=${organizationId}#book` },
                { label: words.balance, amount: signed(own?.balance ?? 0, language), rowsHref: `${here}#book` },
                { label: words.toPay, amount: money(own?.amountOre ?? 0, language), note: words.positive, rowsHref: `${here}#book` },
              ]}
            />
            <div className="columns section-s">
              <section aria-labelledby="months">
                <h2 id="months">{words.overTime}</h2>
                <DataTable
                  caption={words.overTime}
                  isCaptionHidden
                  rows={fairness.months.filter((month) => month.organizationId === organizationId)}
                  keyOf={({ month }) => month}
                  columns={[
                    { label: words.month, cell: ({ month }) => monthAndYear(month, language), isHeading: true },
                    { label: words.gave, cell: ({ given }) => count(given), isNumeric: true },
                    { label: words.got, cell: ({ received }) => count(received), isNumeric: true },
                    { label: words.difference, cell: ({ given, received }) => signed(given - received, language), isNumeric: true },
                  ]}
                />
              </section>
              <section aria-labelledby="pairs">
                <h2 id="pairs">{words.perPair}</h2>
                <DataTable
                  caption={words.perPair}
                  isCaptionHidden
                  rows={byCounterpart(fairness.pairs, organizationId)}
                  keyOf={({ other }) => other.id}
                  columns={[
                    { label: words.withHouse, cell: ({ other }) => other.name, isHeading: true },
                    {
                      label: words.gave,
                      cell: ({ other, given }) => <a href={`${here}&host=${organizationId}&home=${other.id}#book`}>{count(given)}</a>,
                      isNumeric: true,
                    },
                    {
                      label: words.got,
                      cell: ({ other, received }) => <a href={`${here}&home=${organizationId}&host=${other.id}#book`}>{count(received)}</a>,
                      isNumeric: true,
                    },
                    { label: words.difference, cell: ({ given, received }) => signed(given - received, language), isNumeric: true },
                  ]}
                />
              </section>
            </div>
            <section className="section-s" aria-labelledby="book">
              <h2 id="book">{words.book}</h2>
              <p className="soft">{words.bookLead}</p>
              <LedgerBook
                rows={ledger.items}
                caption={words.book}
                language={language}
                actionOf={(row) =>
                  row.abilities.askCorrection && (
                    <details open={refused?.row === row.id}>
                      <summary>{words.askCorrection}</summary>
                      <form className="form" method="post" action={path} noValidate>
                        <input type="hidden" name="row" value={row.id} />
                        <TextareaField
                          name="reason"
                          id={`reason-${row.id}`}
                          label={words.whyWrong}
                          language={language}
                          rows={2}
                          maxLength={500}
                          defaultValue={refused?.row === row.id ? refused.reason : ""}
                          {...(message !== undefined && refused?.row === row.id && { error: message })}
                        />
                        <button className="button small" type="submit">
                          {words.askButton}
                        </button>
                      </form>
                    </details>
                  )
                }
              />
              <ShowMore
                cursor={ledger.nextCursor}
                to={(cursor) => `${here}&${new URLSearchParams({ ...sides, cursor })}#book`}
                language={language}
              />
              {network && <Downloads path={`/networks/${network.slug}/ledger`} filters={filter} language={language} />}
            </section>
          </>
        )}
      </div>
    </Page>
  );
}

type Pair = { home: { id: string; name: string }; host: { id: string; name: string }; days: number };

/** The house's pairs joined both ways: what it gave each other house and what it got there. */
function byCounterpart(pairs: readonly Pair[], organizationId: string) {
  const all = new Map<string, { other: Pair["home"]; given: number; received: number }>();
  for (const { home, host, days } of pairs) {
    if (home.id !== organizationId && host.id !== organizationId) continue;
    const other = home.id === organizationId ? host : home;
    const known = all.get(other.id) ?? { other, given: 0, received: 0 };
    all.set(other.id, {
      other,
      given: known.given + (host.id === organizationId ? days : 0),
      received: known.received + (home.id === organizationId ? days : 0),
    });
  }
  return [...all.values()].toSorted((a, b) => b.given + b.received - a.given - a.received);
}
