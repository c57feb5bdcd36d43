import { DataTable } from "../../../../interface/components/data-table.tsx";
import { inWords, number, signed } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { resultWords } from "../result-words.ts";

type Review = {
  juror: { id: string; name: string };
  state: "assigned" | "declared" | "delivered" | "recused";
  total: number | null;
  comment: string | null;
};

type Item = {
  submission: { id: string; title: string; applicant: string | null };
  count: number;
  figures: Record<"mean" | "median" | "standardised", number> | null;
  ranks: Record<"mean" | "median" | "standardised", number> | null;
  reviews: Review[];
};

type TableProps = { results: { fewest: number; items: Item[] }; language: Language };

/** The three figures side by side, those that lead by the mean first, each with its place. */
export function ResultTable({ results, path, language }: TableProps & { path: string | undefined }) {
  const text = resultWords[language];
  const items = results.items.toSorted((one, other) => (one.ranks?.mean ?? 1e6) - (other.ranks?.mean ?? 1e6));
  const figure = (item: Item, measure: "mean" | "median" | "standardised") => {
    if (!item.figures || !item.ranks) return "–";
    const value = item.figures[measure];
    const shown = measure === "standardised" ? signed(Math.round(value * 100) / 100, language) : number(value, language, 1);
    return (
      <span>
        {shown} <span className="small soft">{text.rank({ rank: number(item.ranks[measure], language) })}</span>
      </span>
    );
  };
  return (
    <DataTable
      caption={text.title}
      isCaptionHidden
      rows={items}
      keyOf={({ submission }) => submission.id}
      columns={[
        {
          label: text.submission,
          isHeading: true,
          cell: ({ submission }) => (
            <>
              {path ? <a href={`${path}/submissions/${submission.id}`}>{submission.title}</a> : submission.title}
              {submission.applicant && <p className="small soft">{submission.applicant}</p>}
            </>
          ),
        },
        { label: text.mean, isNumeric: true, cell: (item) => figure(item, "mean") },
        { label: text.median, isNumeric: true, cell: (item) => figure(item, "median") },
        { label: text.standardised, isNumeric: true, cell: (item) => figure(item, "standardised") },
        {
          label: text.count,
          isNumeric: true,
          cell: ({ count, figures }) =>
            figures ? number(count, language) : `${number(count, language)}. ${text.tooFew({ fewest: inWords(results.fewest, language) })}`,
        },
      ]}
    />
  );
}

/** What each juror gave, and wrote for the meeting. */
export function JurorTable({ results, language }: TableProps) {
  const text = resultWords[language];
  const jurors = [...new Map(results.items.flatMap(({ reviews }) => reviews.map(({ juror }) => [juror.id, juror.name] as const)))];
  const said = results.items.flatMap(({ submission, reviews }) =>
    reviews.flatMap(({ juror, comment }) => (comment ? [{ title: submission.title, name: juror.name, comment }] : [])),
  );
  const given = (item: Item, juror: string) => {
    const review = item.reviews.find((one) => one.juror.id === juror);
    if (!review) return "";
    return review.total === null ? <span className="soft small">{text.states[review.state]}</span> : number(review.total, language, 1);
  };
  return (
    <>
      <section className="stack close" aria-labelledby="by-juror">
        <h2 id="by-juror">{text.byJuror}</h2>
        <DataTable
          caption={text.byJuror}
          isCaptionHidden
          rows={results.items}
          keyOf={({ submission }) => submission.id}
          columns={[
            { label: text.submission, isHeading: true, cell: ({ submission }) => submission.title },
            ...jurors.map(([id, name]) => ({ label: name, isNumeric: true, cell: (item: Item) => given(item, id) })),
          ]}
        />
      </section>
      {said.length > 0 && (
        <section className="stack close" aria-labelledby="comments">
          <h2 id="comments">{text.comments}</h2>
          <ul className="plain-list">
            {said.map(({ title, name, comment }) => (
              <li key={`${title} ${name}`}>
                <b>{title}</b> <span className="small soft">{text.by({ name })}</span>
                <p className="written">{comment}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
