import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { dateWithYear, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import type { ProgramApi } from "../routes.ts";
import { curveRowWords } from "../survival/curve-row-words.ts";
import { clocks, mergerViews } from "../survival/follow-up.ts";
import { survivalWords } from "../survival/survival-words.ts";
import { programWords } from "./program-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const asked = new URL(given.request.url).searchParams;
  const clock = clocks.find((one) => one === asked.get("clock")) ?? "intake";
  const merged = mergerViews.find((one) => one === asked.get("merged")) ?? "censored";
  const [cohort, cursor] = [asked.get("cohort"), asked.get("cursor")];
  const param = { id: given.params.program ?? "" };
  const of = client<ProgramApi>(visitOf(given)).programs[":id"];
  const query = { clock, merged, ...(cohort && { cohort }) };
  const [program, survival, rows] = await Promise.all([
    read(of.$get({ param })),
    read(of.survival.$get({ param, query })),
    read(of.survival.rows.$get({ param, query: { ...query, limit: "100", ...(cursor && { cursor }) } })),
  ]);
  return { program, definition: survival.definition, rows, query };
}

/** The startups behind the curve of a program, each with how long it was followed: whoever doubts the curve can work it out anew. */
export default function Curve() {
  const { program, definition, rows, query } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = curveRowWords[language];
  const name = textIn(program.name, language)?.text ?? program.slug;
  const years = (value: number) => number(Math.round(value * 100) / 100, language);
  const isLate = rows.items.some(({ entry }) => entry > 0);
  const path = `/${language}/programs/${program.slug}`;
  return (
    <Page title={`${text.title}, ${name}`} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: programWords[language].programs, href: `/${language}/programs` },
            { label: name, href: `${path}?${new URLSearchParams(query)}#survival` },
            { label: text.title },
          ]}
          language={language}
        />
        <h1>{text.title}</h1>
        <p className="lead">
          {text.yearsFrom(survivalWords[language].clocks[query.clock])} {survivalWords[language].merged}:{" "}
          {survivalWords[language].mergedAs[query.merged]}.
        </p>
        <p className="prose">{definition}</p>
        {rows.hidden > 0 && (
          <Notice kind="light" icon="lock" title={text.hidden({ hidden: number(rows.hidden, language), n: number(rows.n, language) })} />
        )}
        {rows.n === 0 && <p className="soft">{text.none}</p>}
        {rows.items.length > 0 && (
          <DataTable
            caption={text.title}
            isCaptionHidden
            rows={rows.items}
            keyOf={(row) => String(row.number)}
            columns={[
              { label: text.startup, isHeading: true, cell: (row) => <a href={`/${language}${row.path}`}>{row.name}</a> },
              { label: text.intake, cell: ({ intakeOn }) => dateWithYear(intakeOn, language) },
              ...(isLate ? [{ label: text.from, isNumeric: true, cell: ({ entry }: (typeof rows.items)[number]) => years(entry) }] : []),
              { label: text.until, isNumeric: true, cell: ({ exit }) => years(exit) },
              { label: text.afterwards, cell: ({ isEnd }) => (isEnd ? text.ended : text.known) },
            ]}
          />
        )}
        <ShowMore cursor={rows.nextCursor} to={(cursor) => `?${new URLSearchParams({ ...query, cursor })}`} language={language} />
      </div>
    </Page>
  );
}
