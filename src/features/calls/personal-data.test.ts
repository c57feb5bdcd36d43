import { afterEach, beforeEach, expect, test } from "vitest";
import { callBuilder } from "../../../tests/support/calls.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";

let installation: TestInstallation;
let build: ReturnType<typeof callBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = callBuilder(installation);
});
afterEach(() => installation.close());

test("one's data tells what one has applied for and said as a juror, and who is erased leaves scores without a name, and no word", async () => {
  const { call, office, apply, jury, open, close, criteria } = await build.held();
  const email = "zaynab.haakonsen@example.test";
  const zaynab = await build.network.person("Zaynab Håkonsen", { email });
  const [eva = ""] = await build.people(["Eva Vik"]);
  const own = await apply(zaynab, "Zaynabs vindu");
  const other = await apply(eva, "Dør");
  await build.visitors.as(zaynab).post(`/calls/${call.id}/submissions`, { title: "Zaynabs kladd" });
  await office.post(`/calls/${call.id}/jurors`, { name: "Zaynab Håkonsen", email });
  await jury(["Ada Lie"]);
  await open();
  await build.visitors.as(zaynab).put(`/submissions/${other.id}/reviews/${zaynab}`, {
    conflict: "none",
    scores: { [criteria[0]]: 5 },
    comment: "Zaynab likte den",
    deliver: true,
  });
  await close();
  await doWhatIsDue(installation);

  const { body } = await build.visitors.as(zaynab).get("/me/data");
  await build.visitors.as(zaynab).post("/me/erasure", { email });
  await doWhatIsDue(installation);

  const parts = new Map((body.parts as { name: string; rows: object[] }[]).map(({ name, rows }) => [name, rows]));
  expect(parts.get("submissions")).toMatchObject([
    { title: "Zaynabs vindu", state: "submitted" },
    { title: "Zaynabs kladd", state: "draft" },
  ]);
  expect(parts.get("reviews")).toMatchObject([{ submission: "Dør", scores: "Nyhet: 5", comment: "Zaynab likte den" }]);
  const everything = await Promise.all(
    (["submissions", "submission_files", "reviews", "review_changes", "call_decisions", "letters"] as const).map((table) =>
      installation.db.selectFrom(table).selectAll().execute(),
    ),
  );
  expect(JSON.stringify(everything)).not.toMatch(/zaynab/i);
  expect((await office.get(`/submissions/${own.id}`)).body).toMatchObject({ state: "withdrawn", title: "—", answers: {} });
  expect((await office.get(`/submissions/${other.id}/reviews`)).body.items.find(({ juror }) => juror.id === zaynab)?.scores).toEqual({
    [criteria[0]]: 5,
  });
});
