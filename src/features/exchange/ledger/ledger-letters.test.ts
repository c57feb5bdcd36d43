import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue, tellAllAgain } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { newId } from "../../../platform/database/id.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;
let blender: House;
let workwork: House;
let people: Record<"unni" | "randi" | "ingrid" | "ada", string>;

type House = { id: string; organizationId: string };

/** Unni runs Blender, Randi runs WorkWork and reads English; Ingrid and Ada coordinate Kyst, Ada in nynorsk. Maret runs Flow. */
beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
  blender = await network.space("blender", { name: "Blender" });
  workwork = await network.space("workwork", { name: "WorkWork" });
  const flow = await network.space("flow", { name: "Flow" });
  const kyst = await network.organization("kyst", { name: "Kyst", kinds: ["network"] });
  await network.agreement([blender, workwork, flow], { networkId: kyst });
  people = {
    unni: await network.person("Unni Lia"),
    randi: await network.person("Randi Skjold", { locale: "en" }),
    ingrid: await network.person("Ingrid Berg"),
    ada: await network.person("Ada Holm", { locale: "nn" }),
  };
  await network.position(people.unni, blender.organizationId, "manager");
  await network.position(people.randi, workwork.organizationId, "owner");
  await network.position(await network.person("Maret Sara"), flow.organizationId, "manager");
  await network.position(await network.person("Hans Host"), workwork.organizationId, "host");
  await network.position(people.ingrid, kyst, "coordinator");
  await network.position(people.ada, kyst, "coordinator");
});
afterEach(() => installation.close());

/** A day that WorkWork gave somebody of Blender. @returns the row in the ledger */
async function dayGiven(day: string, amountOre = 0): Promise<string> {
  const id = newId();
  const { db, now } = installation;
  const { id: networkId } = await db.selectFrom("organizations").select("id").where("slug", "=", "kyst").executeTakeFirstOrThrow();
  await db
    .insertInto("ledger_transactions")
    .values({
      id,
      network_id: networkId,
      host_id: workwork.organizationId,
      home_id: blender.organizationId,
      space_id: workwork.id,
      pass_id: newId(),
      day,
      days: 1,
      amount_ore: amountOre,
      booked_at: now(),
    })
    .execute();
  return id;
}

function lettersWritten() {
  return installation.db.selectFrom("letters").select(["recipient", "subject", "body_text"]).orderBy("recipient").execute();
}

const closeThirdQuarter = () => visitors.as(people.ingrid).post("/networks/kyst/settlements", { from: "2026-07-01", to: "2026-10-01" });

describe("A period that is closed", () => {
  test("is told to those who run each side, with what it gave, what it pays and to whom", async () => {
    await dayGiven("2026-08-04", 25_000);
    await dayGiven("2026-08-05");

    const { body: settlement } = await closeThirdQuarter();
    await doWhatIsDue(installation);
    await tellAllAgain(installation);

    const path = `networks/kyst/exchange/settlements/${settlement.id}`;
    expect(await lettersWritten()).toEqual([
      {
        recipient: "randi.skjold@example.test",
        subject: "Guest days are settled for 1 July – 30 September 2026",
        body_text: [
          "WorkWork gave 2 days and received 0 days.",
          "In all you are owed NOK\u00a0250.",
          "You receive NOK\u00a0250 from Blender.",
          `See the settlement:\nhttp://localhost:3000/en/${path}`,
          "Romslig\n",
        ].join("\n\n"),
      },
      {
        recipient: "unni.lia@example.test",
        subject: "Gjestedagene er gjort opp for 1. juli–30. september 2026",
        body_text: [
          "Blender ga 0 dager og fikk 2 dager.",
          "Til sammen skylder dere 250\u00a0kr.",
          "Dere betaler 250\u00a0kr til WorkWork.",
          `Se oppgjøret:\nhttp://localhost:3000/nb/${path}`,
          "Romslig\n",
        ].join("\n\n"),
      },
    ]);
  });

  test("says that there is nothing to pay when there is not, and can be read by whoever got the letter", async () => {
    await dayGiven("2026-08-04");

    const { body: settlement } = await closeThirdQuarter();
    await doWhatIsDue(installation);

    expect((await lettersWritten()).map(({ body_text }) => /nothing to pay|ingenting å betale/.test(body_text))).toEqual([true, true]);
    const read = await Promise.all([people.unni, people.ingrid].map((person) => visitors.as(person).get(`/settlements/${settlement.id}`)));
    expect(read.map(({ body }) => body.abilities)).toEqual([{ seeNetwork: false }, { seeNetwork: true }]);
  });
});

describe("A correction", () => {
  test("that is asked for is told to the other side, and to the coordinators who answer it", async () => {
    const row = await dayGiven("2026-11-02");

    await visitors.as(people.unni).post(`/ledger-transactions/${row}/corrections`, { reason: "Hun kom aldri." });
    await doWhatIsDue(installation);
    await tellAllAgain(installation);

    const letters = await lettersWritten();
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ["ada.holm@example.test", "Blender bed om at gjestedagen måndag 2. november blir retta"],
      ["ingrid.berg@example.test", "Blender ber om at gjestedagen mandag 2. november rettes"],
      ["randi.skjold@example.test", "Blender asks for the guest day on Monday 2 November to be corrected"],
    ]);
    expect(letters[0]?.body_text).toContain("http://localhost:3000/nn/networks/kyst/exchange?from=2026-10-01");
    expect(letters[2]?.body_text).toContain("They write: Hun kom aldri.");
    expect(letters[2]?.body_text).toContain("http://localhost:3000/en/spaces/workwork/numbers?year=2026");
  });

  test.each([
    [true, "The guest day on Monday 2 November has been booked back", "Gjestedagen mandag 2. november er ført tilbake"],
    [false, "The guest day on Monday 2 November stands", "Gjestedagen mandag 2. november blir stående"],
  ])(
    "that is decided (accepted: %s) is told to both sides with the reason, and not to the one who decided",
    async (accept, inEnglish, inBokmål) => {
      const row = await dayGiven("2026-11-02");
      const { body: correction } = await visitors
        .as(people.unni)
        .post(`/ledger-transactions/${row}/corrections`, { reason: "Hun kom aldri." });
      await doWhatIsDue(installation);
      await installation.db.deleteFrom("letters").execute();

      await visitors.as(people.ingrid).put(`/corrections/${correction.id}/decision`, { accept, reason: "Verten er enig." });
      await doWhatIsDue(installation);

      const letters = await lettersWritten();
      expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
        ["randi.skjold@example.test", inEnglish],
        ["unni.lia@example.test", inBokmål],
      ]);
      expect(letters[1]?.body_text).toContain("Koordinatoren skriver: Verten er enig.");
    },
  );
});
