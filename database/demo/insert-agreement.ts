import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { pastMoment } from "./calendar.ts";
import { insertAll } from "./insert-all.ts";
import type { Demo } from "./read.ts";

interface Ids {
  organizations: Map<string, string>;
  people: Map<string, string>;
  spaces: Map<string, string>;
}

/** The agreement on guest days with its versions, quotas and who accepted them. */
export async function insertAgreement(tx: Tx, { agreement }: Demo, ids: Ids, now: Temporal.Instant): Promise<void> {
  const agreement_id = newId();
  const [first] = agreement.versions;
  const at = (day: string, time = "12:00") => pastMoment(Temporal.PlainDate.from(day), time, now);
  await insertAll(tx, "agreements", [
    {
      id: agreement_id,
      network_id: ids.organizations.get(agreement.network) ?? "",
      created_at: first ? at(first.publishedOn, "09:00") : now,
    },
  ]);
  await insertAll(
    tx,
    "agreement_versions",
    agreement.versions.map(({ version, validFrom, publishedOn, publishedBy, texts, terms }) => ({
      agreement_id,
      version,
      valid_from: validFrom,
      texts: JSON.stringify(texts),
      terms: JSON.stringify(terms),
      drafted_at: at(publishedOn, "09:00"),
      published_at: at(publishedOn),
      published_by: ids.people.get(publishedBy ?? "") ?? null,
    })),
  );
  await insertAll(
    tx,
    "quotas",
    agreement.versions.flatMap(({ version, quotas }) =>
      quotas.map(({ dimension, daysPerMonth }) => ({ id: newId(), agreement_id, version, dimension, days_per_month: daysPerMonth })),
    ),
  );
  await insertAll(
    tx,
    "agreement_acceptances",
    agreement.versions.flatMap(({ version, acceptances }) =>
      acceptances.map(({ space, acceptedOn, acceptedBy }) => ({
        agreement_id,
        version,
        space_id: ids.spaces.get(space) ?? "",
        accepted_at: at(acceptedOn, "14:00"),
        accepted_by: ids.people.get(acceptedBy) ?? null,
      })),
    ),
  );
}
