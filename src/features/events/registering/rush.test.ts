import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { connect } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { endLapsed } from "../end-lapsed.ts";
import type { RegistrationState } from "../event.ts";
import type { Register } from "./command.ts";
import { type RegistrationClaims, registrationClaims } from "./registration-claims.ts";

let installation: TestInstallation;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  installation = await testInstallation();
  opened.push(installation);
});
afterAll(() => Promise.all(opened.map((each) => each.close())));

/** Registrations of another process: its own connections, its own gathering. */
function process(): { claims: RegistrationClaims; installation: TestInstallation } {
  const connections = connect(installation.databaseUrl, 4);
  opened.push(connections);
  return {
    claims: registrationClaims(connections.pipelines),
    installation: { ...installation, ...connections, close: installation.close },
  };
}

/** An event whose kinds of tickets draw on quotas of these sizes, and people who want to come. */
async function festival({ quotas, types, guests }: { quotas: Record<string, number>; types: Record<string, string[]>; guests: number }) {
  const network = networkBuilder(installation);
  const house = await network.space("naustet");
  const marte = await network.person("Marte Moen");
  await network.position(marte, house.organizationId, "manager");
  const { body } = await callers(installation)
    .as(marte)
    .post("/events", {
      title: { nb: "Festival" },
      organization: "naustet",
      startsAt: "2026-12-03T08:00:00+01:00",
      endsAt: "2026-12-03T10:00:00+01:00",
      quotas: Object.entries(quotas).map(([name, size]) => ({ name, size })),
      ticketTypes: Object.entries(types).map(([name, drawn]) => ({ name, quotas: drawn })),
    });
  const people = await Promise.all(
    Array.from({ length: guests }, (_, index) =>
      network.person(`Gjest ${"abcdefghijklmnopqrstuvwxyz"[index % 26]}`, { email: `${newId()}@example.test` }),
    ),
  );
  return { eventId: body.id as string, typeIds: body.ticketTypes.map(({ id }: { id: string }) => id) as string[], people };
}

function wish(eventId: string, ticketTypeId: string, personId: string, given: Partial<Register> = {}): Register {
  return {
    kind: "register",
    registrationId: newId(),
    eventId,
    ticketTypeId,
    otherTypeIds: [],
    quantity: 1,
    acceptsFewer: false,
    wait: true,
    isHold: false,
    isPastList: false,
    isByHost: false,
    answers: {},
    accessCode: null,
    personId,
    organizationId: null,
    by: personId,
    at: installation.now(),
    ...given,
  };
}

const stateOf = (answer: Awaited<ReturnType<RegistrationClaims["submit"]>>) =>
  answer.kind === "done" ? answer.registration.state : answer.kind;

async function inLine(eventId: string) {
  return installation.db
    .selectFrom("registrations")
    .select(["id", "person_id", "ticket_type_id", "other_type_ids", "quantity", "accepts_fewer"])
    .where("event_id", "=", eventId)
    .where("state", "=", "waiting")
    .orderBy("registered_at")
    .orderBy("id")
    .execute();
}

/** Those who wait although there is enough of a kind of ticket that they take and have none of. */
async function waitingInVain(eventId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string; left: number }>`
    select t.id, min(q.size - q.taken) as left from ticket_types t
    join ticket_type_quotas d on d.ticket_type_id = t.id join event_quotas q on q.event_id = d.event_id and q.id = d.quota_id
    where t.event_id = ${eventId}::uuid group by t.id`.execute(installation.db);
  const left = new Map(rows.map((row) => [row.id, row.left]));
  const line = await inLine(eventId);
  const active = await installation.db
    .selectFrom("registrations")
    .select(["person_id", "ticket_type_id"])
    .where("state", "<>", "cancelled")
    .execute();
  const had = new Set(active.map(({ person_id, ticket_type_id }) => `${person_id} ${ticket_type_id}`));
  return line
    .filter(({ person_id, ticket_type_id, other_type_ids, quantity, accepts_fewer }) =>
      [ticket_type_id, ...other_type_ids.filter((id) => !had.has(`${person_id} ${id}`))].some(
        (id) => (left.get(id) ?? 0) >= (accepts_fewer ? 1 : quantity),
      ),
    )
    .map(({ id }) => id);
}

describe("A rush on an event", () => {
  test("confirms exactly as many as there are places, and puts the rest on the list in the order they came", async () => {
    const { eventId, typeIds, people } = await festival({ quotas: { Salen: 30 }, types: { Plass: ["Salen"] }, guests: 300 });
    const { claims } = process();

    const answers = await Promise.all(people.map((person) => claims.submit(wish(eventId, typeIds[0] ?? "", person))));

    expect(answers.map(stateOf)).toEqual([...Array(30).fill("confirmed"), ...Array(270).fill("waiting")]);
    expect((await inLine(eventId)).map(({ person_id }) => person_id)).toEqual(people.slice(30));
    expect(await brokenInvariants(installation.db)).toEqual([]);
  });

  test("on one quota of five kinds of tickets, from three processes, sells not one too many", async () => {
    const types = Object.fromEntries(["Medlem", "Andre", "Student", "Presse", "Ung"].map((name) => [name, ["Salen"]]));
    const { eventId, typeIds, people } = await festival({ quotas: { Salen: 17 }, types, guests: 90 });
    const processes = [process(), process(), process()];

    const answers = await Promise.all(
      people.map((person, index) => processes[index % 3]?.claims.submit(wish(eventId, typeIds[index % 5] ?? "", person, { wait: false }))),
    );

    const kinds = answers.map((answer) => answer && stateOf(answer));
    expect(kinds.filter((kind) => kind === "confirmed")).toHaveLength(17);
    expect(kinds.filter((kind) => kind === "refused")).toHaveLength(73);
    expect(await brokenInvariants(installation.db)).toEqual([]);
  });

  test("gives somebody who clicks ten times in two processes one place", async () => {
    const { eventId, typeIds, people } = await festival({ quotas: { Salen: 5 }, types: { Plass: ["Salen"] }, guests: 1 });
    const processes = [process(), process()];
    const [ada = ""] = people;

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => processes[index % 2]?.claims.submit(wish(eventId, typeIds[0] ?? "", ada))),
    );

    expect(new Set(answers.map((answer) => answer?.kind === "done" && answer.registration.id)).size).toBe(1);
    expect(await brokenInvariants(installation.db)).toEqual([]);
  });
});

// the same numbers every time, so that what fails fails again
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

describe("Everything at once, from several processes", () => {
  test.each([20261130, 7, 4711])(
    "leaves no place too many taken, and none free that somebody waits for (seed %i)",
    async (seed) => {
      const { eventId, typeIds, people } = await festival({
        quotas: { Salen: 6, Middag: 3, Buss: 2 },
        types: { Dag: ["Salen"], "Dag og middag": ["Salen", "Middag"], Buss: ["Buss"] },
        guests: 40,
      });
      const processes = [process(), process(), process()];
      const chance = dice(seed);
      const oneOf = <Thing>(things: Thing[]) => things[chance(things.length)] as Thing;
      const any = async (states: RegistrationState[]) => {
        const rows = await installation.db.selectFrom("registrations").select("id").where("state", "in", states).orderBy("id").execute();
        return rows.length > 0 ? oneOf(rows).id : undefined;
      };
      const deeds: ((at: ReturnType<typeof process>) => Promise<unknown>)[] = [
        async ({ claims }) => {
          const wanted = wish(eventId, oneOf(typeIds), oneOf(people), {
            quantity: 1 + chance(3),
            acceptsFewer: chance(3) === 0,
            otherTypeIds: chance(3) === 0 ? [oneOf(typeIds)] : [],
            isHold: chance(4) === 0,
            wait: chance(5) > 0,
          });
          const answer = await claims.submit(wanted);
          if (answer.kind !== "list first") return;
          await claims.submit({ kind: "offer", eventId, at: installation.now() });
          return claims.submit({ ...wanted, isPastList: true });
        },
        async ({ claims }) => {
          const registrationId = await any(["held", "waiting", "confirmed"]);
          const from: RegistrationState[] = ["held", "waiting", "confirmed"];
          const by = { by: null, at: installation.now() };
          return registrationId && claims.submit({ kind: "end", registrationId, eventId, ending: "cancelled", from, ...by });
        },
        async ({ claims }) => {
          const registrationId = await any(["held"]);
          return (
            registrationId &&
            claims.submit({ kind: "confirm", isApproval: false, registrationId, eventId, by: null, at: installation.now() })
          );
        },
      ];
      for (let round = 0; round < 40; round += 1) {
        await Promise.all(
          Array.from({ length: 9 }, (_, index) =>
            (chance(2) === 0 ? deeds[0] : oneOf(deeds))?.(processes[index % 3] as ReturnType<typeof process>),
          ),
        );
        if (round % 10 === 9) {
          installation.setClock(installation.now().add({ hours: 25 }).toString());
          await Promise.all(
            processes.slice(0, 2).map(({ installation: at, claims }) => endLapsed({ ...at, now: installation.now }, claims)),
          );
        }
        expect(await waitingInVain(eventId)).toEqual([]);
      }
      expect(await brokenInvariants(installation.db)).toEqual([]);
      const taken = await installation.db.selectFrom("registrations").select("state").where("state", "in", ["held", "confirmed"]).execute();
      expect(taken.length).toBeGreaterThan(2);
    },
    60_000,
  );
});
