import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { endOf } from "./certificate.ts";
import { mayCertify } from "./policy.ts";
import { type CertificationRow, findCertification } from "./queries.ts";
import { certificationRefusals } from "./refusals.ts";
import type { NewCertificate } from "./shapes.ts";

/** Says that somebody has learnt what a certification asks for. @returns its id. @throws Refusal any of `certification` */
export async function grantCertificate(
  { db, now }: Installation,
  actor: Actor,
  certificationId: string,
  { personId, email, level, from, lastDay }: NewCertificate,
): Promise<string> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const certification = found(await findCertification(tx, certificationId));
    authorize(actor, mayCertify(actor, certification));
    const holderId = await findHolder(tx, { personId, email });
    return await writeCertificate(tx, {
      actor,
      at,
      certification,
      personId: holderId,
      level,
      from: from ?? dayIn(at, "Europe/Oslo"),
      lastDay,
    });
  });
}

export interface Granted {
  actor: Actor;
  at: Temporal.Instant;
  certification: CertificationRow;
  personId: string;
  level: number;
  from: Day;
  lastDay: Day | undefined;
}

/** Writes a certificate. One of the same level that is still good ends the day the new one begins. @returns its id */
export async function writeCertificate(tx: Db, { actor, at, certification, personId, level, from, lastDay }: Granted): Promise<string> {
  if (level > certification.levels) throw certificationRefusals.noSuchLevel({ levels: certification.levels });
  const until = endOf(from, { lastDay, validMonths: certification.valid_months });
  if (until !== null && until <= from) throw certificationRefusals.backwards();
  const id = newId();
  await tx
    .updateTable("certificates")
    .set({ during: sql`daterange(lower(during), ${from}::date)` })
    .where("certification_id", "=", certification.id)
    .where("person_id", "=", personId)
    .where("level", "=", level)
    .where(sql<boolean>`during @> ${from}::date and lower(during) < ${from}::date`)
    .execute();
  const grantedBy = actor.kind === "person" ? actor.personId : null;
  await tx
    .insertInto("certificates")
    .values({
      id,
      certification_id: certification.id,
      person_id: personId,
      level,
      during: `[${from},${until ?? ""})`,
      granted_at: at,
      granted_by: grantedBy,
    })
    .execute();
  await audit(tx, {
    actor,
    at,
    action: "certificate.grant",
    subject: { kind: "certificate", id },
    organizationId: certification.organization_id,
    details: { certificationId: certification.id, personId, level, from, until },
  });
  return id;
}

async function findHolder(tx: Db, { personId, email }: { personId: string | undefined; email: string | undefined }): Promise<string> {
  const holder = await tx
    .selectFrom("people")
    .select("id")
    .where("erased_at", "is", null)
    .$if(personId !== undefined, (query) => query.where("id", "=", personId ?? ""))
    .$if(personId === undefined, (query) => query.where("email", "=", (email ?? "").toLowerCase()))
    .executeTakeFirst();
  if (!holder) throw certificationRefusals.unknownPerson();
  return holder.id;
}
