import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { newId } from "../../../platform/database/id.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(async () => {
  expect(await brokenInvariants(installation.db)).toEqual([]);
  await installation.close();
});

/** Ada has five of five places at 400 kroner for Berg AS, half to be paid when given back later than three days before; Bo waits for one. */
async function company() {
  const held = await build.held({
    size: 5,
    type: { priceOre: 40_000 },
    event: { freeCancelDays: 3, lateCancelPercent: 50 },
  });
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const berg = await build.network.organization("berg", { name: "Berg AS" });
  await build.network.position(ada, berg, "owner");
  const { body } = await held.register(ada, { quantity: 5, organizationId: berg });
  const bos = (await held.register(bo, { wait: true })).body;
  const tickets: { id: string }[] = body.tickets;
  return {
    ...held,
    ...{ ada, bo, bos, registrationId: body.id as string, tickets: tickets.map(({ id }) => id) },
    giveBack: (ticketId: string, as = ada) => build.visitors.as(as).put(`/tickets/${ticketId}/cancellation`),
    name: (ticketId: string, holder: object) => build.visitors.as(ada).put(`/tickets/${ticketId}/holder`, holder),
    charges: () =>
      installation.db
        .selectFrom("event_charges")
        .select(["kind", "amount_ore"])
        .orderBy("written_at")
        .orderBy("amount_ore", "desc")
        .execute(),
  };
}

async function letters() {
  await doWhatIsDue(installation);
  const rows = await installation.db
    .selectFrom("letters")
    .select(["recipient", "subject", "body_text"])
    .where("letter_key", "like", "registration.%")
    .orderBy("id")
    .execute();
  return rows.map(({ recipient, subject, body_text: text }) => ({ to: recipient, subject, text }));
}

test("one place of five is given back: four stay, it is owed no longer, and whoever waits is asked", async () => {
  const { ada, bo, bos, registrationId, tickets, giveBack, charges, stateOf } = await company();

  const answer = await giveBack(tickets[1] ?? "");

  expect([answer.status, answer.body.quantity, answer.body.priceOre]).toEqual([200, 4, 160_000]);
  expect(answer.body.tickets.map(({ id }: { id: string }) => id)).toEqual(tickets.filter((_, index) => index !== 1));
  expect(await charges()).toEqual([
    { kind: "registration", amount_ore: 200_000 },
    { kind: "reversal", amount_ore: -40_000 },
  ]);
  expect((await stateOf(bo, bos.id)).isOffer).toBe(true);
  expect((await giveBack(tickets[1] ?? "")).body.code).toBe("ticket.not_valid");
  expect((await giveBack(tickets[2] ?? "", bo)).status).toBe(404);
  const sent = (await letters()).filter(({ subject }) => subject.startsWith("Én plass"));
  expect(sent.map(({ to }) => to)).toEqual(["ada.berg@example.test"]);
  expect(sent[0]?.text).toContain("Du har 4 plasser igjen.");
  const stands = await stateOf(ada, registrationId);
  expect(stands.state).toBe("confirmed");
  const code = stands.charges?.[1]?.code;
  expect(stands.charges).toEqual([
    { kind: "registration", amountOre: 200_000, amountWithVatOre: 200_000, code: null },
    { kind: "reversal", amountOre: -40_000, amountWithVatOre: -40_000, code },
  ]);
  expect(code).toMatch(/^[A-Z0-9]{8}$/);
});

test("a place given back late costs its own share, and the rest is reversed when all of it ends", async () => {
  const { ada, registrationId, tickets, giveBack, charges } = await company();
  installation.setClock("2026-12-01T12:00:00Z");

  await giveBack(tickets[0] ?? "");
  installation.setClock("2026-12-01T13:00:00Z");
  await build.visitors.as(ada).put(`/registrations/${registrationId}/cancellation`);

  expect(await charges()).toEqual([
    { kind: "registration", amount_ore: 200_000 },
    { kind: "late_cancel", amount_ore: 20_000 },
    { kind: "reversal", amount_ore: -40_000 },
    { kind: "late_cancel", amount_ore: 80_000 },
    { kind: "reversal", amount_ore: -160_000 },
  ]);
});

test("those who run the event see what each owes and why, as a list and as a file, and nobody else does", async () => {
  const { event, marte, ada, register, tickets, giveBack } = await company();
  await build.visitors.as(marte).patch(`/events/${event.id}`, { quotas: [{ name: "Salen", size: 8 }] });
  const [cy = "", dag = ""] = await build.people(["Cy Eng", "Dag Foss"]);
  await register(cy);
  const { body: dags } = await register(dag);
  await giveBack(tickets[1] ?? "");
  installation.setClock("2026-12-01T12:00:00Z");
  await build.visitors.as(dag).put(`/registrations/${dags.id}/cancellation`);

  const { body } = await build.visitors.as(marte).get(`/events/${event.id}/charges?limit=2`);
  const rest = await build.visitors.as(marte).get(`/events/${event.id}/charges?limit=2&cursor=${body.nextCursor}`);
  const file = await build.visitors.as(marte).get(`/events/${event.id}/charges.csv?form=plain&language=nb`);
  const others = await build.visitors.as(ada).get(`/events/${event.id}/charges`);

  const told = ({ payer, registeredBy, places, standing, amountOre, charges }: Owed) => [
    payer,
    registeredBy,
    places,
    standing,
    amountOre,
    charges.length,
  ];
  expect([...body.items, ...rest.body.items].map(told)).toEqual([
    ["Berg AS", "Ada Berg", 4, "reduced", 160_000, 2],
    ["Cy Eng", "Cy Eng", 1, "owed", 40_000, 1],
    ["Dag Foss", "Dag Foss", 1, "fee", 20_000, 3],
  ]);
  expect([body.payers, body.amountOre, body.amountWithVatOre, rest.body.nextCursor, others.status]).toEqual([
    3,
    220_000,
    220_000,
    null,
    404,
  ]);
  expect(file.body.split("\n").slice(1, 2)).toEqual([expect.stringContaining("Ada Berg")]);
});

interface Owed {
  payer: string;
  registeredBy: string;
  places: number;
  standing: string;
  amountOre: number;
  charges: unknown[];
}

test("the last place given back ends the registration, and a used one stays", async () => {
  const { ada, marte, registrationId, tickets, giveBack, stateOf } = await company();
  const [first = "", ...others] = tickets;
  await build.visitors.as(marte).put(`/tickets/${first}/check-in`, { nonce: newId(), scannedAt: installation.now().toString() });
  expect((await giveBack(first)).body.code).toBe("ticket.used_stays");
  await build.visitors.as(marte).put(`/tickets/${first}/check-in/undoing`, { nonce: newId() });

  for (const ticket of [...others, first]) expect((await giveBack(ticket)).status).toBe(200);

  expect((await stateOf(ada, registrationId)).ending).toBe("cancelled");
});

test("what was answered for the first place goes with it, and the next one's answers are those of the first", async () => {
  const { event, ada, marte, registrationId, tickets, giveBack, stateOf } = await company();
  await build.visitors.as(marte).put(`/events/${event.id}/questions`, {
    questions: [{ key: "food", kind: "text", label: { nb: "Hva tåler du ikke?" }, isOfPlace: true }],
  });
  const [first = "", second = ""] = tickets;
  await build.visitors.as(ada).put(`/registrations/${registrationId}/answers`, {
    answers: { food: "nøtter" },
    tickets: { [second]: { food: "melk" } },
  });

  await giveBack(first);

  expect((await stateOf(ada, registrationId)).answers).toEqual({ food: "melk" });
});

test("who is given a place gets its ticket page, and whoever had it is told it is gone", async () => {
  const { tickets, name, giveBack } = await company();
  const [first = "", second = ""] = tickets;

  // each is written to before the next thing happens
  await letters();
  await name(first, { name: "Cy Eng", email: "cy@example.test" });
  await letters();
  await name(first, { name: "Di Foss", email: "di@example.test" });
  await name(second, { name: "Eli Gran", email: "eli@example.test" });
  await letters();
  await giveBack(second);

  const sent = (await letters()).filter(({ to }) => !/ada|bo\.dahl/.test(to)).map(({ to, subject }) => `${to}: ${subject}`);
  expect(sent.toSorted()).toEqual([
    "cy@example.test: Du har fått en billett: Eiendomsfrokost",
    "cy@example.test: Plassen er gitt til en annen: Eiendomsfrokost",
    "di@example.test: Du har fått en billett: Eiendomsfrokost",
    "eli@example.test: Du har fått en billett: Eiendomsfrokost",
    "eli@example.test: Plassen er gitt tilbake: Eiendomsfrokost",
  ]);
  const [dis] = (await letters()).filter(({ to }) => to === "di@example.test");
  expect(dis?.text).toMatch(/Vis billetten:\s+http\S+\/nb\/tickets\/\S+/);
});

test("whoever is given a place finds its ticket among their own events, and no more when it is given to another", async () => {
  const { ada, bo, tickets, name, giveBack } = await company();
  const [first = "", second = ""] = tickets;
  const givenTo = async (person: string) => {
    const { body } = await build.visitors.as(person).get("/me/tickets");
    return body.items.map(({ id, organization }: { id: string; organization: string }) => [id, organization]);
  };

  await name(first, { name: "Bo Dahl", email: "bo.dahl@example.test" });
  await name(second, { name: "Bo Dahl", email: "Bo.Dahl@example.test" });
  const both = await givenTo(bo);
  await name(first, { name: "Ada Berg", email: "ada.berg@example.test" });
  await giveBack(second);

  expect(both).toEqual([
    [first, "Berg AS"],
    [second, "Berg AS"],
  ]);
  // what is one's own registration stands among those
  expect([await givenTo(bo), await givenTo(ada)]).toEqual([[], []]);
});

test("when the event is over nothing is given back and nobody is named: it would be owed no longer, and nobody would have stayed away", async () => {
  const { ada, registrationId, tickets, giveBack, name, charges, event } = await company();
  const asAda = build.visitors.as(ada);
  const { ends_at: endsAt } = await installation.db
    .selectFrom("events")
    .select("ends_at")
    .where("id", "=", event.id)
    .executeTakeFirstOrThrow();
  installation.setClock(endsAt.toString());

  const answers = [
    await giveBack(tickets[1] ?? ""),
    await name(tickets[1] ?? "", { name: "Cecilie Dahl" }),
    await asAda.put(`/registrations/${registrationId}/cancellation`),
  ];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([409, "event.is_over"]));
  expect(await charges()).toEqual([{ kind: "registration", amount_ore: 200_000 }]);
});
