import { exportRoutes, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import { auditWords } from "./audit-messages.ts";
import { type DeedRow, findDeeds } from "./audit-queries.ts";
import { deedFilters } from "./contract.ts";
import { auditSearch } from "./read-audit.ts";

/** The log as a file, as far as one may read it and narrowed as its list is. Moments are by the clock in Norway. */
export function accountExports(installation: Installation) {
  const { db } = installation;
  return exportRoutes(installation, [
    sheetExport({
      path: "/audit",
      tag: "audit",
      summary: "What was done, by whom and why",
      permission: "manager of the organization",
      filters: deedFilters,
      async read({ actor, language, filters }) {
        const search = await auditSearch(db, actor, filters);
        const text = auditWords[language];
        return {
          name: "audit-log",
          titles: [text.when, text.actor, text.action, text.subject, text.organization, text.reason, text.details],
          rows: inParts<DeedRow, SheetValue[]>(
            (last, limit) => findDeeds(db, { ...search, limit: limit - 1, after: last && [last.done_at.toString(), last.id] }),
            (deed) => [
              deed.done_at.toZonedDateTimeISO("Europe/Oslo").toPlainDateTime(),
              deed.actor_person_id === null ? text.program : ((deed.erased_at ? null : deed.actor_name) ?? text.erased),
              deed.action,
              `${deed.subject_kind}:${deed.subject_id}`,
              deed.place_name,
              deed.reason,
              Object.keys(deed.details ?? {}).length === 0 ? null : JSON.stringify(deed.details),
            ],
          ),
        };
      },
    }),
  ]);
}
