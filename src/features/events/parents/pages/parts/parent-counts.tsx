import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../../spaces/parts.ts";
import { parentWords } from "../parent-words.ts";

const counted = ["people", "organizations", "registered", "checkedIn", "invited", "waiting"] as const;
type Counts = Record<(typeof counted)[number] | "places", number>;
type CountsProps = {
  counts: Counts & {
    items: (Counts & {
      event: { id: string; slug: string; title: { nb?: string | undefined; nn?: string | undefined; en?: string | undefined } };
    })[];
  };
  language: Language;
};

/** What it comes to: over all of it a person is counted once; each event for itself below. */
export function ParentCounts({ counts, language }: CountsProps) {
  const text = parentWords[language];
  return (
    <section className="stack" aria-labelledby="numbers">
      <div>
        <h2 id="numbers">{text.numbers}</h2>
        <p className="soft">{text.numbersAbout}</p>
      </div>
      <dl className="figures event-counts">
        {counted.map((key) => (
          <div key={key}>
            <dt>{text.counts[key]}</dt>
            <dd>
              <span className="amount">{number(counts[key], language)}</span>
            </dd>
            {key === "registered" && <dd>{text.ofPlaces({ places: number(counts.places, language) })}</dd>}
          </div>
        ))}
      </dl>
      <DataTable
        caption={text.each}
        rows={counts.items}
        keyOf={({ event }) => event.id}
        columns={[
          {
            label: text.event,
            isHeading: true,
            cell: ({ event }) => <a href={`/${language}/events/${event.slug}/registrations`}>{textIn(event.title, language)?.text}</a>,
          },
          ...counted.map((key) => ({
            label: text.counts[key],
            isNumeric: true as const,
            cell: (row: CountsProps["counts"]["items"][number]) => number(row[key], language),
          })),
        ]}
      />
    </section>
  );
}
