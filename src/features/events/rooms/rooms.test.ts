import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

test("whoever leads a journey says who sleeps where, never more in a room than it has beds, however many are put there at once", async () => {
  const { marte, event, register } = await build.held({ size: 5 });
  const [ada = "", bo = "", cy = ""] = await build.people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
  const tickets = [await register(ada), await register(bo), await register(cy)].map(({ body }) => body.tickets[0]?.id ?? "");
  const as = build.visitors.as(marte);
  const rooms = [
    { place: "Hotell Mar", name: "201", beds: 2 },
    { place: "Hotell Mar", name: "202", beds: 1 },
  ];
  const { body: made } = await as.post(`/events/${event.id}/rooms`, { rooms });
  const [double = "", single = ""] = made.rooms.map(({ id }) => id);

  const answers = await Promise.all(tickets.map((ticket) => as.put(`/tickets/${ticket}/room`, { roomId: double })));
  const again = await as.post(`/events/${event.id}/rooms`, { rooms: [rooms[0]] });
  const foreign = await build.visitors.as(ada).get(`/events/${event.id}/rooms`);

  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 204, 409]);
  expect([again.body.code, foreign.status]).toEqual(["event_room.name_taken", 404]);
  const left = tickets[answers.findIndex(({ status }) => status === 409)] ?? "";
  await as.put(`/tickets/${left}/room`, { roomId: single });
  const { body: told } = await as.get(`/events/${event.id}/rooms`);
  expect(told.rooms.map(({ name, ticketIds }) => [name, ticketIds.length])).toEqual([
    ["201", 2],
    ["202", 1],
  ]);
  expect(told.travellers.find(({ ticketId }) => ticketId === left)).toMatchObject({ roomId: single });
  expect(told.travellers.map(({ name, email }) => [name, email])).toContainEqual(["Ada Berg", "ada.berg@example.test"]);
  expect((await as.delete(`/events/${event.id}/rooms/${single}`)).body.code).toBe("event_room.in_use");
  await as.put(`/tickets/${left}/room`, { roomId: null });
  expect((await as.delete(`/events/${event.id}/rooms/${single}`)).status).toBe(204);
});
