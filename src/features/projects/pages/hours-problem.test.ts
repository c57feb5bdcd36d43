import { expect, test } from "vitest";
import { inHours } from "./hours-problem.ts";

test("whoever wrote 25 hours is told of hours, not of minutes", () => {
  const tooLong = { field: "days.0.minutes", code: "too_big", message: "Skriv 1440 eller mindre." };
  const other = { field: "personId", code: "invalid_format", message: "Dette er ikke på riktig form." };
  const problem = { type: "/", title: "Noe er ikke riktig utfylt.", status: 400, code: "request.invalid", requestId: "1" };

  const said = inHours({ ...problem, errors: [tooLong, other] }, "nb");

  expect(said.errors?.map(({ message }) => message)).toEqual(["Skriv timer fra 0 til 24, for eksempel 7,5.", other.message]);
});
