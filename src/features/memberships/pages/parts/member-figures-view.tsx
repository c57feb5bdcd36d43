import { useLocation } from "react-router";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { FigureLines } from "../../../../interface/components/figure.tsx";
import { dateWithYear, number, signed } from "../../../../interface/format.ts";
import { useShell } from "../../../../interface/page.tsx";
import { addDays } from "../../../../platform/time/day.ts";
import { memberMessages } from "../../member-messages.ts";
import type { MembersWorkData } from "./members-work.ts";

/** Start, joined, left and end, which balance; new, net growth and churn, which are three numbers. Each opens to its rows. */
export function MemberFigures({ work: { figures, rows, figure, period } }: { work: MembersWorkData }) {
  const { language } = useShell();
  const { search } = useLocation();
  const text = memberMessages[language];
  const href = (name: string | undefined) => {
    const query = new URLSearchParams(search);
    query.delete("saved");
    query.delete("cursor");
    if (name) query.set("figure", name);
    else query.delete("figure");
    return `?${query}#rows`;
  };
  const line = (name: "start" | "joined" | "left" | "end" | "new" | "returned" | "churn") => ({
    label: text.names[name],
    amount: number(figures[name], language),
    note: text.about[name],
    rowsHref: href(name),
  });
  return (
    <section className="section-s stack" aria-labelledby="figures">
      <h2 id="figures">
        {text.figures({ from: dateWithYear(figures.from, language), last: dateWithYear(addDays(figures.to, -1), language) })}
      </h2>
      <form className="filters" method="get">
        <div>
          <label htmlFor="from">{text.periodFrom}</label>
          <input id="from" type="date" name="from" defaultValue={period.from ?? figures.from} />
        </div>
        <div>
          <label htmlFor="to">{text.periodTo}</label>
          <input id="to" type="date" name="to" defaultValue={period.to ?? figures.to} />
        </div>
        <button type="submit" className="button small">
          {text.show}
        </button>
      </form>
      <FigureLines figures={[line("start"), line("joined"), line("left"), line("end")]} language={language} />
      <FigureLines
        figures={[
          line("new"),
          line("returned"),
          {
            label: text.names.netGrowth,
            amount: signed(figures.netGrowth, language),
            note: text.about.netGrowth,
            rowsHref: href("joined"),
          },
          line("churn"),
        ]}
        language={language}
      />
      {rows && figure && (
        <div id="rows">
          {rows.length === 0 ? (
            <p>
              {text.rows(text.names[figure])}: {text.noRows}
            </p>
          ) : (
            <DataTable
              caption={text.rows(text.names[figure])}
              rows={rows}
              keyOf={({ memberId, from }) => memberId + from}
              columns={[
                {
                  label: text.name,
                  isHeading: true,
                  cell: ({ name, slug }) => (slug === null ? name : <a href={`/${language}/organizations/${slug}`}>{name}</a>),
                },
                { label: text.from, cell: ({ from }) => dateWithYear(from, language) },
                { label: text.to, cell: ({ to }) => (to === null ? text.soFar : dateWithYear(addDays(to, -1), language)) },
              ]}
            />
          )}
          <p>
            <a href={href(undefined)}>{text.closeRows}</a>
          </p>
        </div>
      )}
    </section>
  );
}
