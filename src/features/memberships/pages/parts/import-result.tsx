import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { number } from "../../../../interface/format.ts";
import { words } from "../../../../interface/messages.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { importMessages } from "../../import-messages.ts";

type Outcome = "create" | "change" | "same" | "refuse";
type Row = {
  row: number;
  outcome: Outcome;
  label: string;
  reasons: { message: string }[];
  changes: { column: string; from: string; to: string }[];
};
type Run = {
  id: string;
  state: string;
  counts: Record<Outcome, number>;
  rowsTotal: number;
  abilities: { match: boolean; importAll: boolean; importGood: boolean };
};

type ImportResultProps = {
  run: Run;
  rows: { items: Row[]; nextCursor: string | null };
  outcome: Outcome | undefined;
  path: string;
  home: string;
  /** Where what was brought in is to be seen, when that is not the list of the kind. */
  shownOn: string | null;
  language: Language;
};

const outcomes = ["create", "change", "same", "refuse"] as const;

/** What will become of the rows, or what became of them, with a filter, and the one next step. */
export function ImportResult({ run, rows, outcome, path, home, shownOn, language }: ImportResultProps) {
  const text = importMessages[language];
  const good = run.counts.create + run.counts.change;
  const count = (rows: number) => number(rows, language);
  return (
    <>
      <section className="section-s stack">
        <Conclusion run={run} good={good} language={language} />
        <form method="post" action="?" className="buttons">
          {run.abilities.importAll && (
            <button type="submit" name="rows" value="all" className="button lit">
              {text.importAll({ rows: count(run.rowsTotal), isOne: run.rowsTotal === 1 })}
            </button>
          )}
          {run.abilities.importGood && (
            <button type="submit" name="rows" value="good" className="button lit">
              {text.importGood({ rows: count(good), isOne: good === 1 })}
            </button>
          )}
          {run.state === "imported" && shownOn !== null && (
            <a className="button lit" href={shownOn}>
              {text.shown}
            </a>
          )}
          {run.counts.refuse > 0 && (
            <a className="button" href={`/api/v1/imports/${run.id}/refused.csv?language=${language}`}>
              {text.downloadRefused}
            </a>
          )}
          {run.abilities.match && (
            <a className="button quiet" href={`${path}?match`}>
              {text.matchAgain}
            </a>
          )}
          <a className="button quiet" href={home}>
            {text.another}
          </a>
        </form>
      </section>
      <section className="section-s stack" aria-labelledby="rows">
        <h2 id="rows">{text.rows}</h2>
        <ul className="chips">
          <li>
            <a className="chip" href={path} aria-current={outcome === undefined ? "true" : undefined}>
              {text.all} {count(run.rowsTotal)}
            </a>
          </li>
          {outcomes.map((one) => (
            <li key={one}>
              <a className="chip" href={`${path}?outcome=${one}`} aria-current={outcome === one ? "true" : undefined}>
                {text[one]} {count(run.counts[one])}
              </a>
            </li>
          ))}
        </ul>
        {rows.items.length === 0 ? (
          <p className="soft">{text.noRows}</p>
        ) : (
          <DataTable
            caption={text.rows}
            isCaptionHidden
            columns={[
              { label: text.row, isNumeric: true, cell: ({ row }) => row },
              { label: text.who, isHeading: true, cell: ({ label }) => <span className="import-why">{label || "–"}</span> },
              { label: text.outcome, cell: (row) => text[row.outcome] },
              { label: text.why, cell: (row) => <Why row={row} language={language} /> },
            ]}
            rows={rows.items}
            keyOf={({ row }) => String(row)}
            classOf={(row) => (row.outcome === "refuse" ? "rows-late" : undefined)}
          />
        )}
        {rows.nextCursor && (
          <p>
            <a className="button" href={`${path}?${new URLSearchParams({ ...(outcome && { outcome }), cursor: rows.nextCursor })}`}>
              {words[language].showMore}
            </a>
          </p>
        )}
      </section>
    </>
  );
}

function Conclusion({ run, good, language }: { run: Run; good: number; language: Language }) {
  const text = importMessages[language];
  const sums = outcomes.map((one) => `${text[one]}: ${number(run.counts[one], language)}`).join(" · ");
  const [kind, title] =
    run.state === "imported"
      ? (["good", text.done] as const)
      : good > 0
        ? (["note", text.nothingWritten] as const)
        : run.counts.refuse > 0
          ? (["care", text.allRefused] as const)
          : (["note", text.nothingToDo] as const);
  return (
    <Notice kind={kind} role="status" title={title}>
      <p>{sums}</p>
    </Notice>
  );
}

function Why({ row, language }: { row: Row; language: Language }) {
  const { empty } = importMessages[language];
  const lines = [
    ...row.reasons.map(({ message }) => message),
    ...row.changes.map(({ column, from, to }) => `${column}: ${from || empty} → ${to || empty}`),
  ];
  return (
    <div className="import-why">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
