import { z } from "@hono/zod-openapi";
import { idField, textField } from "../../../platform/http/fields.ts";
import { type AnyExport, exportRoutes, sheetExport } from "../../../platform/http/sheet-export.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { enrollmentColumns } from "../imports/enrollment-columns.ts";
import { observationColumns, sourceWords } from "../imports/observation-columns.ts";
import { outcomeWords } from "../imports/outcome-words.ts";
import { readEnrollments } from "./read-enrollments.ts";

const filters = z.object({
  q: textField(80).optional(),
  state: z.enum(["running", "ended", "unknown"]).optional(),
  cohort: idField.optional(),
  adviser: idField.optional(),
  needsCall: z.enum(["true"]).optional(),
});

/** The startups of a program, and all that was observed of them, as files in the columns of their imports. */
export function programExports(installation: Installation) {
  return exportRoutes(installation, [enrollmentsFile(installation), observationsFile(installation)]);
}

function enrollmentsFile({ db, now }: Installation): AnyExport {
  return sheetExport({
    ...{ path: "/programs/{id}/enrollments", tag: "programs", summary: "The startups of a program", permission: "signed in", filters },
    async read({ actor, id, language, filters: asked }) {
      const { rows } = await readEnrollments(db, actor, id, asked, dayIn(now(), "Europe/Oslo"));
      return {
        name: "enrollments",
        titles: enrollmentColumns.map(({ labels }) => labels[language]),
        rows: rows.map((row) => [
          ...[row.organizationNumber, row.name, row.legalForm, dayOf(row.intakeOn), dayOf(row.exitOn)],
          ...[outcomeWords[row.exitType].labels[language], dayOf(row.lastEvidenceOn)],
          ...[row.municipalityNumber, dayOf(row.foundedOn)],
        ]),
      };
    },
  });
}

function observationsFile({ db, now }: Installation): AnyExport {
  return sheetExport({
    ...{ path: "/programs/{id}/observations", tag: "programs", summary: "All observations of a program's startups" },
    ...{ permission: "signed in" as const, filters: z.object({}) },
    async read({ actor, id, language }) {
      const { rows } = await readEnrollments(db, actor, id, {}, dayIn(now(), "Europe/Oslo"));
      return {
        name: "observations",
        titles: observationColumns.map(({ labels }) => labels[language]),
        rows: rows.flatMap(({ organizationNumber, observations }) =>
          observations.map((one) => [
            ...[organizationNumber, dayOf(one.on), countOf(one.fteLeast, one.fteMost), countOf(one.headsLeast, one.headsMost)],
            ...[one.turnover, sourceWords[one.source].labels[language], outcomeWords[one.status].labels[language]],
          ]),
        ),
      };
    },
  });
}

function dayOf(day: string | null): Temporal.PlainDate | null {
  return day === null ? null : Temporal.PlainDate.from(day);
}

function countOf(least: number | null, most: number | null): number | string | null {
  if (least === null || most === null) return null;
  return least === most ? least : `${least}–${most}`;
}
