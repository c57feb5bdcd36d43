import { kronerOf, momentAt, oreOf, type Written, wholeOf } from "../../../../interface/form-values.ts";
import { zoned } from "../../pages/event-times.ts";

/** What can be changed of a kind of ticket, as the API shows it. */
export interface ChangeableKind {
  name: string;
  priceOre: number;
  memberPriceOre: number | null;
  opensAt: string | null;
  closesAt: string | null;
  accessCode: string | null;
  mostPlaces: number;
  /** Names of the quotas it takes places of. */
  quotas: readonly string[];
}

export const kindFields = ["name", "price", "memberPrice", "opens", "closes", "code", "most"] as const;

/** A kind of ticket as it stands in its form; the names of the fields end with the form's. */
export function writtenKind(kind: ChangeableKind, form: string, timeZone: string): Written {
  const local = (at: string | null) => (at === null ? "" : zoned(at, timeZone).toPlainDateTime().toString({ smallestUnit: "minute" }));
  const values: Record<(typeof kindFields)[number], string> = {
    name: kind.name,
    price: kronerOf(kind.priceOre),
    memberPrice: kind.memberPriceOre === null ? "" : kronerOf(kind.memberPriceOre),
    opens: local(kind.opensAt),
    closes: local(kind.closesAt),
    code: kind.accessCode ?? "",
    most: String(kind.mostPlaces),
  };
  return {
    ...Object.fromEntries(kindFields.map((field) => [`${field}-${form}`, [values[field]]])),
    [`from-${form}`]: [...kind.quotas],
  };
}

/** What is written otherwise than it stood: what was not touched is not sent, so that a closing to the second is not moved. */
export function kindChangeIn(written: Written, before: Written, form: string, timeZone: string) {
  const of = (from: Written, field: string) => from[`${field}-${form}`]?.[0]?.trim() ?? "";
  const isTouched = (field: string) => of(written, field) !== of(before, field);
  const text = (field: string) => of(written, field);
  const moment = (field: string) => {
    const [day = "", time = ""] = text(field).split("T");
    return text(field) === "" ? null : momentAt(day, time, timeZone);
  };
  const drawn = (from: Written) => from[`from-${form}`] ?? [];
  const isMoved = text("quota") !== "" || drawn(written).toSorted().join() !== drawn(before).toSorted().join();
  return {
    ...(isMoved && { quotas: drawn(written), newQuotas: newQuotasIn(written, form) }),
    ...(isTouched("name") && { name: text("name") }),
    ...(isTouched("price") && { priceOre: text("price") === "" ? 0 : oreOf(text("price")) }),
    ...(isTouched("memberPrice") && { memberPriceOre: text("memberPrice") === "" ? null : oreOf(text("memberPrice")) }),
    ...(isTouched("opens") && { opensAt: moment("opens") }),
    ...(isTouched("closes") && { closesAt: moment("closes") }),
    ...(isTouched("code") && { accessCode: text("code") || null }),
    ...(isTouched("most") && { mostPlaces: wholeOf(text("most")) }),
  };
}

/** The places that are made with a kind of ticket, when they are named. */
export function newQuotasIn(written: Written, form: string): { name: string; size: number }[] {
  const name = written[`quota-${form}`]?.[0]?.trim() ?? "";
  return name === "" ? [] : [{ name, size: wholeOf(written[`size-${form}`]?.[0]?.trim() ?? "") }];
}
