import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { aFundedProject } from "../../../../tests/support/projects.ts";
import { callers } from "../../../../tests/support/visitor.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

/** A grant of 10,000 kroner in two tranches, 8,000 of which has come of the first. */
async function anAward() {
  const network = networkBuilder(installation);
  const owner = await network.organization("kyst", { kinds: ["network"] });
  const siri = await network.person("Siri Sæther");
  const ola = await network.person("Ola Hansen");
  await network.position(siri, owner, "coordinator");
  await network.position(ola, owner, "staff");
  const coordinator = callers(installation).as(siri);
  const project = await aFundedProject(coordinator, "kyst", ola);
  const award = async () => (await coordinator.get(`/projects/${project.id}`)).body.fundings[0];
  const given = await award();
  const change = (body: Record<string, unknown>) => coordinator.post(`/fundings/${project.funding}/changes`, body);
  return { coordinator, project, award, given, change };
}

test("tranches and deadlines are changed after the award with a reason and the funder's yes, and what they were stays", async () => {
  const { award, given, change } = await anAward();
  const [first, second] = given?.tranches ?? [];
  const deadline = given?.deadlines[0];

  const answer = await change({
    reason: "Konferansen er flyttet til 2027",
    agreedOn: "2026-11-10",
    agreedReference: "E-post fra Kulturrådet",
    amountOre: 1_200_000,
    tranches: [
      { id: first?.id, amountOre: first?.amountOre ?? 0 },
      { amountOre: 300_000, expectedOn: "2027-01-15", condition: "Delrapport" },
      { id: second?.id, amountOre: 1_200_000 - (first?.amountOre ?? 0) - 300_000 },
    ],
    deadlines: [{ id: deadline?.id, dueOn: "2027-09-30" }],
  });

  const now = await award();
  expect(answer.status).toBe(201);
  expect([now?.amountOre, now?.tranches.map(({ number, amountOre, condition }) => [number, amountOre, condition])]).toEqual([
    1_200_000,
    [
      [1, first?.amountOre, null],
      [2, 300_000, "Delrapport"],
      [3, 900_000 - (first?.amountOre ?? 0), null],
    ],
  ]);
  expect(now?.deadlines[0]?.dueOn).toBe("2027-09-30");
  expect(now?.changes).toMatchObject([
    {
      reason: "Konferansen er flyttet til 2027",
      agreedOn: "2026-11-10",
      agreedReference: "E-post fra Kulturrådet",
      changedBy: "Siri Sæther",
      before: { amountOre: 1_000_000, deadlines: [{ dueOn: deadline?.dueOn }] },
      after: { amountOre: 1_200_000, deadlines: [{ dueOn: "2027-09-30" }] },
    },
  ]);
});

test("an award stays whole: tranches come to its sum, what money came of stays, a met deadline does not move, and a change changes something", async () => {
  const { coordinator, given, change, award } = await anAward();
  const [first, second] = given?.tranches ?? [];
  const deadline = given?.deadlines[0];
  await coordinator.patch(`/funding-deadlines/${deadline?.id}`, { doneOn: "2026-11-20" });
  const reason = "Endret";

  const answers = [
    await change({ reason, tranches: [{ id: first?.id, amountOre: 1 }] }),
    await change({ reason, tranches: [{ id: second?.id, amountOre: 1_000_000 }] }),
    await change({ reason, deadlines: [{ id: deadline?.id, dueOn: "2027-09-30" }] }),
    await change({ reason }),
    await change({ reason: "", amountOre: 1 }),
  ];

  expect(answers.map(({ body }) => body.code)).toEqual([
    "funding.tranches_differ",
    "funding.tranche_received",
    "funding.deadline_met",
    "funding.nothing_changed",
    "request.invalid",
  ]);
  expect((await award())?.tranches).toEqual(given?.tranches);
});
