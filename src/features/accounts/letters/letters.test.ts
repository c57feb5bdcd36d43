import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { type Caller, callers } from "../../../../tests/support/visitor.ts";
import { deliverLetters, type Postman, sendLetter } from "../../../platform/mail/index.ts";

const nobodyThere = "550 5.1.1 <amina.larsen@example.test>: no such mailbox";

let installation: TestInstallation;
let operatorId: string;
let operator: Caller;
let member: Caller;

beforeAll(async () => {
  installation = await testInstallation({ ROMSLIG_DEMO: "0" });
  const network = networkBuilder(installation);
  const office = await network.organization("kontoret");
  operatorId = await network.person("Odd Haug");
  await network.position(operatorId, office, "operator");
  operator = callers(installation).as(operatorId);
  member = callers(installation).as(await network.person("Mons Medlem"));
});
beforeEach(async () => {
  installation.setClock("2026-11-23T09:00+01:00");
  await installation.db.deleteFrom("letters").execute();
});
afterAll(() => installation.close());

describe("The operator's view of the post", () => {
  test("tells where letters stand, to whom as little as will do, and never what they say", async () => {
    await write("day_pass.held/1/0", "boris.vik@example.test", "Plassen hos Fluks tirsdag er din");
    await deliver("taken");
    await write("day_pass.asked/2/0", "carla.moe@example.test", "Amina Larsen spør om en plass");

    const { body } = await operator.get("/letters");
    const standing = await operator.get("/mail");

    expect(body.items).toEqual([
      { ...shown, about: "day_pass.asked", to: "c•••@example.test", state: "waiting", tries: 0, sentAt: null },
      { ...shown, about: "day_pass.held", to: "b•••@example.test", state: "sent", tries: 1, sentAt: "2026-11-23T08:00:00Z" },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/boris|carla|Amina|Fluks|Hemmelig/);
    expect(standing.body).toEqual({
      isSending: false,
      waiting: 1,
      retrying: 0,
      sending: 0,
      uncertain: 0,
      failed: 0,
      sentLastDay: 1,
      lastSentAt: "2026-11-23T08:00:00Z",
    });
  });

  test("answers whether somebody got her letter, asked by her whole address", async () => {
    await write("day_pass.held/1/0", "amina.larsen@example.test", "Plassen hos Fluks tirsdag er din");
    await write("day_pass.held/2/0", "amina@example.test", "Plassen hos Fluks onsdag er din");
    await deliver("taken");

    const hers = await operator.get("/letters?to=Amina.Larsen@example.test");
    const part = await operator.get("/letters?to=amina.larsen@example");
    const nobodys = await operator.get("/letters?to=nobody@example.test");

    expect(hers.body.items).toEqual([
      {
        ...shown,
        about: "day_pass.held",
        to: "amina.larsen@example.test",
        subject: "Plassen hos Fluks tirsdag er din",
        state: "sent",
        tries: 1,
        sentAt: "2026-11-23T08:00:00Z",
      },
    ]);
    expect([part.status, nobodys.body.items]).toEqual([400, []]);
  });

  test("names the one a letter failed to reach, so that the address can be put right", async () => {
    await write("sign-in-link/1", "amina.larsen@example.test", "Logg inn");
    await deliver("refused");
    const refusedOnce = await operator.get("/letters");
    for (let day = 24; day <= 30; day++) {
      installation.setClock(`2026-11-${day}T09:00+01:00`);
      await deliver("refused");
    }

    const { body } = await operator.get("/letters?state=failed");

    expect(refusedOnce.body.items[0]).toMatchObject({
      to: "a•••@example.test",
      state: "retrying",
      tries: 1,
      failure: "550 5.1.1 <a•••@example.test>: no such mailbox",
      nextTryAt: "2026-11-23T08:02:00Z",
    });
    expect(body.items[0]).toMatchObject({
      to: "amina.larsen@example.test",
      subject: null,
      state: "failed",
      tries: 8,
      failure: nobodyThere,
      nextTryAt: null,
    });
  });

  test("takes what was under way when the program died for uncertain, but not what is under way now", async () => {
    await write("day_pass.held/1/0", "amina.larsen@example.test", "Plassen er din");
    await installation.db.updateTable("letters").set({ taken_at: installation.now(), attempts: 1 }).execute();
    const stateNow = async () => (await operator.get("/letters")).body.items[0].state;

    const atOnce = await stateNow();
    installation.setClock("2026-11-23T09:31+01:00");
    const later = await stateNow();

    expect([atOnce, later]).toEqual(["sending", "uncertain"]);
  });

  test("is page by page, and of one state when asked", async () => {
    for (const key of ["1", "2", "3"]) await write(key, "amina.larsen@example.test", `Brev ${key}`);
    await deliver("taken");
    await write("4", "amina.larsen@example.test", "Brev 4");

    const first = await operator.get("/letters?state=sent&limit=2");
    const second = await operator.get(`/letters?state=sent&limit=2&cursor=${first.body.nextCursor}`);

    expect([...first.body.items, ...second.body.items].map(({ about }) => about)).toEqual(["3", "2", "1"]);
    expect(second.body.nextCursor).toBeNull();
  });
});

describe("A letter that did not leave", () => {
  test("is sent again by the operator, once, and the log says so", async () => {
    await write("day_pass.held/1/0", "amina.larsen@example.test", "Plassen er din");
    await installation.db.updateTable("letters").set({ taken_at: installation.now(), attempts: 8, failure: nobodyThere }).execute();
    const { id } = (await operator.get("/letters")).body.items[0];

    const retried = await operator.put(`/letters/${id}/retry`);
    const taken = await deliver("taken");
    const again = await operator.put(`/letters/${id}/retry`);

    expect([retried.status, taken, again.status]).toEqual([204, ["Plassen er din"], 404]);
    expect(await installation.db.selectFrom("audit_log").select(["action", "subject_id", "details", "actor_person_id"]).execute()).toEqual([
      { action: "letter.retry", subject_id: id, details: { about: "day_pass.held" }, actor_person_id: operatorId },
    ]);
  });

  test("that waits or is under way is left alone", async () => {
    await write("1", "amina.larsen@example.test", "Brev");
    const { id } = (await operator.get("/letters")).body.items[0];
    const waiting = await operator.put(`/letters/${id}/retry`);
    await installation.db.updateTable("letters").set({ taken_at: installation.now(), attempts: 1 }).execute();

    const underWay = await operator.put(`/letters/${id}/retry`);

    expect([waiting.status, underWay.status]).toEqual([404, 404]);
  });
});

test("nobody but the operator sees whether letters leave", async () => {
  const answers = [await member.get("/mail"), await member.get("/letters?to=mons.medlem@example.test")];

  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});

const shown = {
  id: expect.any(String),
  subject: null,
  language: "nb",
  mostTries: 8,
  failure: null,
  writtenAt: "2026-11-23T08:00:00Z",
  nextTryAt: null,
  abilities: { retry: false, read: false },
};

function write(key: string, to: string, subject: string): Promise<boolean> {
  const at = installation.now();
  return sendLetter(installation.db, { key, to, language: "nb", subject, parts: ["Hemmelig innhold."], from: "Romslig", at });
}

async function deliver(outcome: "taken" | "refused"): Promise<string[]> {
  const subjects: string[] = [];
  const postman: Postman = {
    async send({ subject }) {
      if (outcome === "refused") throw new Error(nobodyThere);
      subjects.push(subject);
    },
  };
  await deliverLetters(installation, postman);
  return subjects;
}
