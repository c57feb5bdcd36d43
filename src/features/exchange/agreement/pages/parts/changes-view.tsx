import { DataTable } from "../../../../../interface/components/data-table.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { differenceOf } from "../../diff.ts";
import { agreementWords } from "../agreement-words.ts";
import { quotaInWords, termInWords, type VersionData } from "./version-view.tsx";

/** What a version changes from another: figures before and now, and the text with what is taken away and new. */
export function ChangesView({ before, after, language }: { before: VersionData; after: VersionData; language: Language }) {
  const words = agreementWords[language];
  const { terms, quotas, text } = differenceOf(before, after, language);
  const figures = [
    ...quotas.map((quota) => ({
      name: words.dimensions[quota.dimension],
      before: quotaInWords(quota.before, language),
      after: quotaInWords(quota.after, language),
    })),
    ...terms.map((one) => ({
      name: words.term[one.term],
      before: termInWords(one.term, one.before, language),
      after: termInWords(one.term, one.after, language),
    })),
  ];
  if (figures.length === 0 && text.length === 0) return <p className="soft">{words.noChanges}</p>;
  return (
    <div className="stack">
      {figures.length > 0 && (
        <DataTable
          caption={words.changes(before.version)}
          isCaptionHidden
          rows={figures}
          keyOf={({ name }) => name}
          columns={[
            { label: words.what, cell: ({ name }) => name, isHeading: true },
            { label: words.before, cell: (figure) => <del>{figure.before}</del> },
            { label: words.after, cell: (figure) => <ins>{figure.after}</ins> },
          ]}
        />
      )}
      {text.map(({ kind, line }) =>
        kind === "same" ? (
          <p key={`same ${line}`} className="soft">
            {line}
          </p>
        ) : kind === "removed" ? (
          <p key={`removed ${line}`}>
            <b>{words.removed}:</b> <del>{line}</del>
          </p>
        ) : (
          <p key={`added ${line}`}>
            <b>{words.added}:</b> <ins>{line}</ins>
          </p>
        ),
      )}
    </div>
  );
}
