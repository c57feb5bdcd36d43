import { expect, test } from "vitest";
import { formAgain, type Refused } from "./refused-form.ts";

const refused: Refused = {
  problem: {
    title: "Noe mangler",
    status: 400,
    code: "request.invalid",
    requestId: "et-spor",
    errors: [{ field: "amountOre", code: "custom", message: "Skriv et beløp" }],
  },
  written: { act: ["enter"], closedOn: ["2026-11-20"], amountOre: ["mye"] },
};

test("the form that was refused keeps what was written, with what is wrong at its field", () => {
  const { isRefused, field } = formAgain(refused, { act: "enter" });

  expect(isRefused).toBe(true);
  expect(field("closedOn", "2026-11-30")).toEqual({ name: "closedOn", defaultValue: "2026-11-20" });
  expect(field("amountOre")).toEqual({ name: "amountOre", defaultValue: "mye", error: "Skriv et beløp" });
});

test("another form of the page stays as it was given", () => {
  const { isRefused, field } = formAgain(refused, { act: ["following", "passed"] });

  expect(isRefused).toBe(false);
  expect(field("closedOn", "2026-11-30")).toEqual({ name: "closedOn", defaultValue: "2026-11-30" });
});
