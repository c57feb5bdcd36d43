import type { Actor } from "../../../platform/access/actor.ts";
import { type DecidedRow, type ImportKind, type ImportRun, missingColumns, reasonSentence } from "../../../platform/imports/index.ts";
import type { Language } from "../../../platform/language/language.ts";
import { mayImport } from "./policy.ts";

type Organization = { id: string; slug: string; name: string };

/** An import as the API shows it. */
export function presentImport(run: ImportRun, kind: ImportKind, organization: Organization, actor: Actor, language: Language) {
  const isAllowed = mayImport(actor, run.organizationId, kind);
  const good = run.counts.create + run.counts.change;
  return {
    id: run.id,
    kind: run.kind,
    kindName: kind.labels[language],
    organization,
    page: kind.into && run.intoId !== null ? kind.into.page(run.intoId) : null,
    shownOn: kind.into && run.intoId !== null ? kind.into.shown(run.intoId) : null,
    fileName: run.fileName,
    state: run.state,
    choice: run.choice,
    rowsTotal: run.rowsTotal,
    rowsDone: run.rowsDone,
    counts: run.counts,
    header: run.header,
    columns: kind.columns.map(({ key, labels, help, required = false }) => ({
      key,
      label: labels[language],
      help: help?.[language] ?? "",
      isRequired: required,
    })),
    mapping: run.mapping,
    missing: missingColumns(kind, run.mapping),
    createdAt: run.createdAt.toString(),
    finishedAt: run.finishedAt?.toString() ?? null,
    abilities: {
      match: isAllowed && ["uploaded", "checked", "failed"].includes(run.state),
      importAll: isAllowed && run.state === "checked" && run.counts.refuse === 0 && good > 0,
      importGood: isAllowed && run.state === "checked" && run.counts.refuse > 0 && good > 0,
    },
  };
}

/** A row with its reasons in the reader's language. */
export function presentRow({ number, outcome, label, reasons, changes }: DecidedRow, kind: ImportKind, language: Language) {
  return {
    row: number,
    outcome,
    label,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      column: reason.column ?? null,
      message: reasonSentence(kind, reason, language),
    })),
    changes: changes.map(({ column, from, to }) => ({
      column: kind.columns.find(({ key }) => key === column)?.labels[language] ?? column,
      from,
      to,
    })),
  };
}
