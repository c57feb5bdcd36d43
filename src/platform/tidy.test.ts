import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../tests/support/installation.ts";
import { newId } from "./database/id.ts";
import { tidies } from "./tidy.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

test("Letters are kept for ninety days, since people stand in them", async () => {
  const letter = (daysAgo: number) => ({
    id: newId(),
    letter_key: `day_pass.held/${daysAgo}`,
    recipient: "amina@example.test",
    subject: `${daysAgo}`,
    body_text: "",
    body_html: "",
    language: "nb",
    created_at: installation.now().subtract({ hours: 24 * daysAgo }),
  });
  await installation.db
    .insertInto("letters")
    .values([letter(89), letter(91)])
    .execute();

  await tidies.run(installation, {}, { attempt: 1, signal: new AbortController().signal });

  expect(await installation.db.selectFrom("letters").select("subject").execute()).toEqual([{ subject: "89" }]);
});
