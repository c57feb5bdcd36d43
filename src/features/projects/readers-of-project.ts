import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { readersAmong, readersAt } from "../organizations/index.ts";
import type { ProjectRow } from "./queries.ts";

/** Who is written to about a project: its lead, and those who manage or coordinate the organization. */
export async function readersOfProject(db: Db, { leadId, organizationId }: ProjectRow, day: Day) {
  const leads = await readersAmong(db, leadId === null ? [] : [leadId]);
  const others = await readersAt(db, [organizationId], ["owner", "manager", "coordinator"], day);
  return [...new Map([...others, ...leads].map((reader) => [reader.personId, reader])).values()];
}
