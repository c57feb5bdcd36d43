import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { networkBuilder } from "./support/network.ts";
import { callers } from "./support/visitor.ts";

const tuesday = "2026-11-24";
let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

async function aminaAndJonas() {
  const network = networkBuilder(installation);
  const [host, home] = [await network.space("workwork"), await network.space("blender-collective")];
  await network.agreement([host, home]);
  const visitors = callers(installation);
  return { amina: visitors.as(await network.member("Amina Larsen", home)), jonas: visitors.as(await network.member("Jonas Vik", home)) };
}

test("a write sent again with its key is answered as the first time, and done once", async () => {
  const { amina } = await aminaAndJonas();
  const key = { "idempotency-key": "amina-1" };

  const first = await amina.post("/spaces/workwork/day-passes", { day: tuesday }, key);
  await amina.put(`/day-passes/${first.body.id}/cancellation`);
  const again = await amina.post("/spaces/workwork/day-passes", { day: tuesday }, key);

  expect([again.status, again.body, again.headers.get("idempotency-replayed")]).toEqual([201, first.body, "true"]);
  expect(await installation.db.selectFrom("day_passes").select("state").execute()).toEqual([{ state: "cancelled" }]);
});

test("a key belongs to its person, and to one request", async () => {
  const { amina, jonas } = await aminaAndJonas();
  const key = { "idempotency-key": "the-same" };
  await amina.post("/spaces/workwork/day-passes", { day: tuesday }, key);

  const otherDay = await amina.post("/spaces/workwork/day-passes", { day: "2026-11-25" }, key);
  const otherPerson = await jonas.post("/spaces/workwork/day-passes", { day: tuesday }, key);

  expect([otherDay.status, otherDay.body.code, otherPerson.status]).toEqual([422, "request.key_reused", 201]);
});

test("an answer that shows a secret is kept nowhere", async () => {
  const { amina } = await aminaAndJonas();

  const made = await amina.post("/me/api-keys", { name: "calendar", scopes: ["read"] }, { "idempotency-key": "my-key" });

  expect(made.status).toBe(201);
  expect(await installation.db.selectFrom("idempotency_keys").selectAll().execute()).toEqual([]);
});
