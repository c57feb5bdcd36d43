import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { readersAmong } from "../../organizations/index.ts";
import type { VisitRow } from "../queries.ts";
import { visitLetterTexts } from "./letter-texts.ts";

/** Tells whoever is visited that their visitor stands at the entrance. */
export async function tellVisited(tx: Db, installation: Installation, visit: VisitRow): Promise<void> {
  const [reader] = visit.visited_id === null ? [] : await readersAmong(tx, [visit.visited_id]);
  if (!reader || visit.arrived_at === null) return;
  const text = visitLetterTexts[reader.language];
  const visitor = visit.organization_name ? `${visit.name}, ${visit.organization_name},` : visit.name;
  const time = visit.arrived_at.toZonedDateTimeISO(visit.time_zone).toPlainTime().toString({ smallestUnit: "minute" });
  await writeLetter(tx, installation, reader, {
    key: `visit.arrived/${visit.id}`,
    subject: text.arrivedSubject({ visitor: visit.name, space: visit.space_name, time }),
    lines: [
      text.arrived({ visitor, space: visit.space_name, time }),
      ...(visit.is_announced ? [] : [text.unexpected]),
      { label: text.seeVisits, path: "/me/visitors" },
    ],
  });
}
