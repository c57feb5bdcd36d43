import { expect, test } from "vitest";
import { formFields, type OrganizationForm, readForm, writtenOver } from "./organization-form.ts";

const empty = Object.fromEntries(formFields.map((field) => [field, ""])) as OrganizationForm;

test("what somebody wrote stands over what has come since, and what they left alone follows it", () => {
  const before = { ...empty, name: "Blender", address: "Storgata 1", website: "https://blender.example" };
  const written = { ...before, address: "", website: "https://ny.example" };
  const now = { ...before, name: "BLENDER COLLECTIVE AS", address: "Storgata 2" };

  expect(writtenOver(now, written, before)).toEqual({ ...now, address: "", website: "https://ny.example" });
});

test("languages that are ticked are the same in whatever order they come, and one that is not offered stays", () => {
  const sent = new FormData();
  for (const code of ["en", "lv", "nb"]) sent.append("languages", code);

  expect(readForm(sent).languages).toBe("nb, en, lv");
  expect(readForm(new FormData()).languages).toBe("");
});

test("sectors that are ticked are the same in whatever order they come, and one that is not in the list stays", () => {
  const sent = new FormData();
  for (const key of ["food", "bees", "creative"]) sent.append("sectors", key);

  expect(readForm(sent).sectors).toBe("creative, food, bees");
  expect(readForm(new FormData()).sectors).toBe("");
});
