import { DataTable } from "../../../../interface/components/data-table.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { callWords } from "../call-words.ts";
import { momentInWords } from "../moments.ts";
import { ruleInWords, type ShownRule } from "../rules-in-words.ts";
import { workWords } from "../work-words.ts";

type Line = {
  id: string;
  state: "draft" | "submitted" | "withdrawn";
  title: string;
  deliveredAt: string | null;
  isLate: boolean;
  applicant: { name: string } | null;
  organization: { number: string; name: string | null } | null;
  uncheckedRules: string[];
  decision: { outcome: "shortlisted" | "awarded" | "reserve" | "declined"; toldAt: string | null } | null;
};

type PartProps = {
  list: { items: Line[]; nextCursor: string | null; counts: { drafts: number } };
  call: { timeZone: string; eligibility: ShownRule[]; ruleNames: Record<string, string> };
  path: string;
  now: string;
  language: Language;
};

/** What was delivered, with what must be looked into and what has been decided. */
export function SubmissionsPart({ list, call, path, now, language }: PartProps) {
  const [text, of] = [workWords[language], callWords[language]];
  const { items, nextCursor, counts } = list;
  return (
    <section className="stack close" aria-labelledby="submissions">
      <h2 id="submissions">{text.submissions}</h2>
      {items.length === 0 ? (
        <StatePane state="empty" title={text.none} level={3}>
          <p>{counts.drafts > 0 ? text.noneAbout({ drafts: number(counts.drafts, language) }) : text.noneAtAll}</p>
        </StatePane>
      ) : (
        <DataTable
          caption={text.submissions}
          isCaptionHidden
          rows={items}
          keyOf={({ id }) => id}
          classOf={({ state }) => (state === "withdrawn" ? "rows-quiet" : undefined)}
          columns={[
            {
              label: text.submission,
              isHeading: true,
              cell: ({ id, title }) => <a href={`${path}/submissions/${id}`}>{title || of.untitled}</a>,
            },
            { label: text.by, cell: ({ applicant, organization }) => [applicant?.name, organization?.name].filter(Boolean).join(", ") },
            {
              label: text.deliveredAt,
              cell: ({ deliveredAt, isLate, state }) =>
                state === "withdrawn"
                  ? text.withdrawn
                  : [deliveredAt && momentInWords(deliveredAt, { timeZone: call.timeZone, now, language }), isLate && text.late]
                      .filter(Boolean)
                      .join(", "),
            },
            {
              label: text.unchecked,
              cell: ({ uncheckedRules }) =>
                call.eligibility
                  .filter(({ kind }) => uncheckedRules.includes(kind))
                  .map((rule) => ruleInWords(rule, call.ruleNames, language))
                  .join(", "),
            },
            {
              label: text.decision,
              cell: ({ decision }) =>
                decision ? `${of.outcomes[decision.outcome]}, ${decision.toldAt ? text.told : text.untold}` : text.undecided,
            },
          ]}
        />
      )}
      <ShowMore cursor={nextCursor} language={language} />
    </section>
  );
}
