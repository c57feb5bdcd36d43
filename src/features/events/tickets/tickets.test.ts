import { createPublicKey, type KeyObject } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { newId } from "../../../platform/database/id.ts";
import { verifyToken } from "../../exchange/pass-token.ts";
import { signingKeys } from "../../exchange/signing-keys.ts";
import { signTicket, verifyTicket } from "./ticket-token.ts";

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

/** How a phone finds keys: by those that are published, retired ones too. */
async function publishedKeys(): Promise<(id: string) => KeyObject | undefined> {
  const published = await signingKeys(installation.db, installation.now).published();
  return (id) => {
    const known = published.find((key) => key.id === id);
    return known && createPublicKey({ key: known.key, format: "jwk" });
  };
}

describe("A ticket's token", () => {
  test("says the ticket, the event, the given name and the kind, and reads on after the key has been retired", async () => {
    const { event, register } = await build.held();
    const [ada = ""] = await build.people(["Ada Bolette Berg"]);
    const { body } = await register(ada);
    const [ticket] = body.tickets;

    await signingKeys(installation.db, installation.now).rotate(async () => undefined);
    const proof = verifyTicket(ticket?.token ?? "", await publishedKeys());

    expect(proof).toEqual({ ticketId: ticket?.id, eventId: event.id, holder: "Ada B.", kind: "Plass" });
  });

  test("is no pass, a pass is no ticket, and a changed one is neither", async () => {
    const { register } = await build.held();
    const [ada = ""] = await build.people(["Ada Berg"]);
    const { body } = await register(ada);
    const token = body.tickets[0]?.token ?? "";
    const pass = await build.passToken();
    const keys = await publishedKeys();

    expect(verifyToken(token, keys)).toBeUndefined();
    expect(verifyToken(pass, keys)).toBeDefined();
    expect(verifyTicket(pass, keys)).toBeUndefined();
    expect(verifyTicket(`${token.slice(0, 30)}${token[30] === "A" ? "B" : "A"}${token.slice(31)}`, keys)).toBeUndefined();
  });

  test("has 300 bytes at most, however long the names", async () => {
    const key = await signingKeys(installation.db, installation.now).current();
    const names = ["\u0001".repeat(300), "Ø".repeat(300), "名".repeat(100)];

    const tokens = names.map((name) => signTicket({ id: newId(), eventId: newId(), holderName: name, kind: name }, key));

    const keys = await publishedKeys();
    expect(tokens.every((token) => token.length <= 300 && verifyTicket(token, keys))).toBe(true);
  });

  test("is there when the place is one's own, not while it is held, and for oneself only", async () => {
    const { marte, register, stateOf } = await build.held();
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    const held = await register(ada, { hold: true });
    const own = await register(bo);

    expect(held.body.tickets.map(({ token }) => token)).toEqual([null]);
    expect((await build.visitors.as(ada).put(`/registrations/${held.body.id}/confirmation`)).body.tickets[0]?.token).toMatch(/\./);
    expect((await stateOf(bo, own.body.id)).tickets[0]?.token).toBe(own.body.tickets[0]?.token);
    const list = await build.visitors.as(marte).get(`/events/${own.body.id && (await stateOf(bo, own.body.id)).event.id}/registrations`);
    expect(list.body.items.map(({ tickets }) => tickets[0]?.token)).toEqual([null, null]);
  });

  test("is the link to the ticket for whoever has it, until the ticket is given to somebody else or given back", async () => {
    const { register } = await build.held();
    const [ada = ""] = await build.people(["Ada Berg"]);
    const { body } = await register(ada);
    const [ticket] = body.tickets;
    const see = async (token: string | null | undefined) => build.visitors.nobody.get(`/tickets/${token}`);

    const own = await see(ticket?.token);
    const named = await build.visitors.as(ada).put(`/tickets/${ticket?.id}/holder`, { name: "Bo Dahl" });
    const bos = named.body.tickets[0]?.token;
    const [old, now] = [await see(ticket?.token), await see(bos)];
    await build.visitors.as(ada).put(`/registrations/${body.id}/cancellation`);

    expect(own.body).toMatchObject({ holder: "Ada Berg", kind: "Plass", code: ticket?.code, token: ticket?.token });
    expect([old.status, now.body.holder, now.body.token]).toEqual([404, "Bo Dahl", bos]);
    expect((await see(bos)).body.token).toBeNull();
    expect((await see(`${bos?.slice(0, -3)}AAA`)).status).toBe(404);
  });

  test("has a new code when the ticket is given on, and keeps it when the name is written better or an address comes", async () => {
    const { register } = await build.held();
    const [ada = ""] = await build.people(["Ada Berg"]);
    const [ticket] = (await register(ada)).body.tickets;
    const name = async (holder: object) =>
      (await build.visitors.as(ada).put(`/tickets/${ticket?.id}/holder`, holder)).body.tickets[0]?.code;

    const better = await name({ name: "Ada Maria Berg" });
    const bos = await name({ name: "Bo Dahl" });
    const bosWithAddress = await name({ name: "Bo Dahl", email: "bo@example.test" });
    const anothers = await name({ name: "Bo Dahl", email: "bo.dahl@example.test" });

    expect(better).toBe(ticket?.code);
    expect(bosWithAddress).toBe(bos);
    expect(new Set([ticket?.code, bos, anothers]).size).toBe(3);
  });
});
