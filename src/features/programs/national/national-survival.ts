import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Day } from "../../../platform/time/day.ts";

/** How many of the firms of one form that were founded in a year were at work so many years later, in the whole country. */
export interface NationalSurvival {
  legalForm: string;
  cohort: number;
  horizonYears: number;
  share: number;
  source: string;
  sourceUrl: string | null;
  /** The day the figure was given or read. */
  sourceOn: Day;
}

type Which = Pick<NationalSurvival, "legalForm" | "cohort" | "horizonYears">;

/** What is known of the country, by form, year and horizon. */
export async function readNational(db: Db): Promise<NationalSurvival[]> {
  return await db
    .selectFrom("national_survival")
    .select(["legal_form as legalForm", "cohort", "horizon_years as horizonYears", sql<number>`percent / 100`.as("share")])
    .select(["source", "source_url as sourceUrl", sql<Day>`source_on::text`.as("sourceOn")])
    .orderBy("legal_form")
    .orderBy("cohort")
    .orderBy("horizon_years")
    .execute();
}

/** Whoever runs the installation keeps what is known of the country: every program stands beside it. */
export function mayKeepNational(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}

/** Writes a figure of the country down, or corrects the one of the same form, year and horizon. What it was is in the log. */
export async function writeNational({ db, now }: Installation, actor: Actor, given: NationalSurvival): Promise<void> {
  authorize(actor, mayKeepNational(actor));
  const at = now();
  const { legalForm: legal_form, cohort, horizonYears: horizon_years, share } = given;
  const told = { percent: Math.round(share * 10_000) / 100, source: given.source, source_url: given.sourceUrl, source_on: given.sourceOn };
  await db.transaction().execute(async (tx) => {
    const before = (await readNational(tx)).find((one) => isSame(one, given)) ?? null;
    const row = await tx
      .insertInto("national_survival")
      .values({ id: newId(), legal_form, cohort, horizon_years, ...told, written_at: at, written_by: actor.personId })
      .onConflict((conflict) =>
        conflict.constraint("national_survival_once").doUpdateSet({ ...told, written_at: at, written_by: actor.personId }),
      )
      .returning("id")
      .executeTakeFirstOrThrow();
    const details = { before, after: given };
    await audit(tx, { actor, at, action: "national_survival.write", subject: { kind: "national_survival", id: row.id }, details });
  });
}

/** Takes a figure of the country away. */
export async function removeNational({ db, now }: Installation, actor: Actor, which: Which): Promise<void> {
  authorize(actor, mayKeepNational(actor));
  await db.transaction().execute(async (tx) => {
    const before = found((await readNational(tx)).find((one) => isSame(one, which)));
    const { id } = await tx
      .deleteFrom("national_survival")
      .where("legal_form", "=", which.legalForm)
      .where("cohort", "=", which.cohort)
      .where("horizon_years", "=", which.horizonYears)
      .returning("id")
      .executeTakeFirstOrThrow();
    const subject = { kind: "national_survival", id };
    await audit(tx, { actor, at: now(), action: "national_survival.remove", subject, details: { before } });
  });
}

function isSame(one: Which, other: Which): boolean {
  return one.legalForm === other.legalForm && one.cohort === other.cohort && one.horizonYears === other.horizonYears;
}
