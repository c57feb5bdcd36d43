import { afterAll, beforeAll, expect, test } from "vitest";
import { importing } from "../../../../tests/support/importing.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

test("whoever is erased leaves the files that give their address, also an upload whose columns nobody has matched", async () => {
  const network = networkBuilder(installation);
  const organizationId = await network.organization("huset");
  const manager = await network.person("Marte Evenrud", { email: "marte@example.test" });
  await network.position(manager, organizationId, "manager");
  const zaynab = await network.person("Zaynab Håkonsen", { email: "zaynab@example.test" });
  const files = importing(installation, manager);
  const others = Array.from({ length: 5 }, (_, at) => `Person ${at};person${at}@example.test;flex;2026-01-01;`);
  const head = "A;B;C;D;E";
  const sent = async (rows: string[]) => (await files.send([head, ...rows].join("\n"), { organization: "huset", start: "later" })).body.id;
  const last = await sent([...others, "Z;Håkonsen, Z. <ZAYNAB@example.test>;flex;2026-01-01;"]);
  const alike = await sent([...others, "Z;xzaynab@example.test zaynab@example.test.no;flex;2026-01-01;"]);
  const matched = await files.check(`name;email;from;Kontakt\nOla;ola@example.test;2026-01-01;zaynab@example.test`, {
    organization: "huset",
  });

  await callers(installation).as(zaynab).post("/me/erasure", { email: "zaynab@example.test" });
  await doWhatIsDue(installation);

  const kept = await installation.db.selectFrom("import_runs").select("id").execute();
  expect([last, matched.id].map((id) => typeof id)).toEqual(["string", "string"]);
  expect(kept.map(({ id }) => id)).toEqual([alike]);
  const onDisk = await Promise.all([last, alike, matched.id].map((id) => installation.files.has(`imports/${id}`)));
  expect(onDisk).toEqual([false, true, false]);
});
