import type { Day } from "../../platform/time/day.ts";
import { isValidOn, type Validity } from "./validity.ts";

/** A county under one name. `number` has two digits; `name` holds all official names, `nameNo` the short Norwegian one. */
export type County = Validity & { number: string; name: string; nameNo: string };

/** What one county became on a day. */
export type CountyChange = { date: Day; fromNumber: string; toNumber: string };

/** The counties of a day, by number. */
export function countiesAt(reference: { counties: County[] }, date: Day): County[] {
  return reference.counties.filter((county) => isValidOn(county, date)).sort((a, b) => (a.number < b.number ? -1 : 1));
}
