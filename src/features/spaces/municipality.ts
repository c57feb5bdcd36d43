import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { findMunicipalities } from "../geography/index.ts";
import { spaceRefusals } from "./refusals.ts";

/** Holds a municipality number against the borders of the day it is written down for. @throws Refusal space.unknown_municipality */
export async function requireMunicipality(db: Db, number: string, date: Day): Promise<void> {
  const [municipality] = await findMunicipalities(db, { text: number, date, limit: 1 });
  if (municipality?.number !== number) throw spaceRefusals.unknownMunicipality({ number, date });
}
