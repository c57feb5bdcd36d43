import { expect, test } from "vitest";
import { faultsIn } from "./faults-in.ts";

test("what is refused stands at the field of the form, once each; what has none there is left out", () => {
  const labels = { title: "Navn", amount: "Kroner", lead: "Leder" };
  const errors = [
    { field: "title.nb", message: "Fyll ut dette feltet." },
    { field: "title.nn", message: "Bruk høyst 120 tegn." },
    { field: "amountOre", message: "Skriv et tall." },
    { field: "partners.2.name", message: "Fyll ut dette feltet." },
  ].map((error) => ({ code: "custom", ...error }));

  const faults = faultsIn({ errors }, labels, { amountOre: "amount", leadId: "lead" });

  expect(faults).toEqual([
    { field: "title", message: "Fyll ut dette feltet." },
    { field: "amount", message: "Skriv et tall." },
  ]);
  expect(faultsIn(undefined, labels)).toEqual([]);
  const refused = { code: "project.lead_elsewhere", title: "Hun hører til et annet sted." };
  expect(faultsIn(refused, labels, { "project.lead_elsewhere": "lead" })).toEqual([{ field: "lead", message: refused.title }]);
  expect(faultsIn(refused, labels, {})).toEqual([]);
});
