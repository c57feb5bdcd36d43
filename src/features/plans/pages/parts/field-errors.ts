import type { Language } from "../../../../platform/language/language.ts";
import type { Refused } from "../carry-out.ts";
import type { PlansData } from "../plans.tsx";
import { planWords } from "../words.ts";

/** What every part of the page is given. */
export type PartProps = { shown: PlansData; refused: Refused | undefined; path: string; language: Language };

/** The first field of each form: where an error that is about the whole stands. */
const firstFields: Record<string, string> = {
  plan: "nb",
  start: "who",
  pause: "from",
  change: "plan",
  end: "reason",
  person: "email",
  endPerson: "email",
  reverse: "reason",
  reverseUse: "reason",
  replace: "price",
  close: "",
};

// how the API calls a field, and how the form does
const named: Record<string, string> = {
  names: "nb",
  "names.nb": "nb",
  priceOre: "price",
  validDays: "validDays",
  includedDays: "days",
  includedRoomMinutes: "roomHours",
  includedMachineMinutes: "machineHours",
  email: "who",
  organization: "who",
  planId: "plan",
};

/** The id of a field of a form: two forms of the page share names. */
export function fieldId(act: string, name: string, id = ""): string {
  return [act, name, id].filter(Boolean).join("-");
}

/** What was wrong, by field. */
export function fieldErrors({ problem, act, written }: Refused): { field: string; message: string }[] {
  const id = written.id ?? "";
  const first = firstFields[act] ?? "";
  const told = problem.errors ?? [{ field: first, message: problem.title }];
  const found = told.map(({ field, message }) => {
    const name = act === "person" && field === "email" ? "email" : (named[field] ?? field);
    return { field: fieldId(act, written[name] === undefined ? first : name, id), message };
  });
  return [...new Map(found.map((error) => [error.field, error])).values()];
}

/** What a field of a form is made from: what was written when it was refused, and why. */
export function fieldOf({ refused, language }: PartProps, act: string, id = "") {
  const isThis = refused?.act === act && (refused.written.id ?? "") === id;
  const errors = isThis && refused ? fieldErrors(refused) : [];
  return (name: string, otherwise = "") => {
    const error = errors.find(({ field }) => field === fieldId(act, name, id))?.message;
    return {
      name,
      id: fieldId(act, name, id),
      defaultValue: (isThis ? refused?.written[name] : undefined) ?? otherwise,
      language,
      ...(error && { error }),
    };
  };
}

/** What the fields are called where an error stands far from its own. */
export function fieldLabels({ act, written }: Refused, language: Language): Record<string, string> {
  const text = planWords[language];
  const labels: Record<string, string> = {
    nb: text.name.nb,
    price: text.priceField,
    validDays: text.validDays,
    days: text.includedDays,
    roomHours: text.includedRoomHours,
    machineHours: text.includedMachineHours,
    noticeDays: text.noticeField,
    who: text.who,
    plan: text.plan,
    seats: text.seats,
    from: text.from,
    until: text.to,
    email: text.person,
    reason: text.reason,
  };
  return Object.fromEntries(Object.entries(labels).map(([name, label]) => [fieldId(act, name, written.id ?? ""), label]));
}
