import { expect, test } from "vitest";
import { programHeading } from "./program-heading.ts";

test("the curve and the targets of a program stand under names of their own", () => {
  const headings = (["survival", "targets"] as const).map((kind) => programHeading(kind, "Hagen", "nb"));

  expect(headings).toEqual(["Hagen", "Målene for Hagen"]);
});
