import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./field-messages.ts";
import { dayField, momentField, textField, windowField } from "./fields.ts";

const form = z.strictObject({ from: dayField, reason: textField(10).min(1) });

function messages(given: unknown): [field: string, message: string][] {
  const { error } = form.safeParse(given);
  return error ? fieldErrors(error, "nb").map(({ field, message }) => [field, message]) : [];
}

test("a field that is wrong in two ways gets one sentence, and an empty one is to be filled in", () => {
  expect(messages({ from: "", reason: "" })).toEqual([
    ["from", "Fyll ut dette feltet."],
    ["reason", "Fyll ut dette feltet."],
  ]);
});

test("a day in another form is asked for in ours", () => {
  expect(messages({ from: "24.11.2026", reason: "flytter" })).toEqual([
    ["from", "Skriv datoen som år-måned-dag, for eksempel 2026-11-24."],
  ]);
  expect(messages({ from: "1999-12-31", reason: "flytter" })).toEqual([["from", "Dette er ikke på riktig form."]]);
});

test("what is right has no sentence", () => {
  expect(messages({ from: "2026-11-24", reason: "flytter" })).toEqual([]);
});

test("a list that is too short or too long is counted, not weighed", () => {
  const week = z.array(z.number()).length(7);
  const sentences = [[1], Array(8).fill(1)].map((given) => fieldErrors(week.safeParse(given).error as z.ZodError, "nb")[0]?.message);

  expect(sentences).toEqual(["Oppgi minst 7.", "Oppgi høyst 7."]);
});

test("a field that does not exist is named, wherever it stands", () => {
  const { error } = z
    .strictObject({ booking: form })
    .safeParse({ booking: { from: "2026-11-24", reason: "flytter", til: "", grunn: "" }, x: 1 });

  expect(fieldErrors(error as z.ZodError, "nb").map(({ field, message }) => [field, message])).toEqual([
    ["booking.til", "Dette feltet finnes ikke."],
    ["booking.grunn", "Dette feltet finnes ikke."],
    ["x", "Dette feltet finnes ikke."],
  ]);
});

test("a window begins at a moment or on a day, which is its first moment in Norway; a moment is nothing else", () => {
  expect(["2026-11-24T08:52:00Z", "2026-11-24", "2026-06-24"].map((at) => windowField.parse(at))).toEqual([
    "2026-11-24T08:52:00Z",
    "2026-11-23T23:00:00Z",
    "2026-06-23T22:00:00Z",
  ]);
  const sentences = [windowField.safeParse("i morgen"), momentField.safeParse("2026-11-24")].map(({ error }) =>
    fieldErrors(error as z.ZodError, "nb").map(({ message }) => message),
  );
  expect(sentences).toEqual([["Oppgi dag og klokkeslett."], ["Oppgi dag og klokkeslett."]]);
});
