import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

const at = (time: string) => `2026-11-24T${time}:00+01:00`;

test("how full a house is counts what can be had by its own hours, desk by desk, and what is taken of it", async () => {
  const network = networkBuilder(installation);
  const space = await network.space("naustet");
  const amina = await network.person("Amina Larsen");
  await network.membership(space.organizationId, { personId: amina });
  const room = await network.resource(space, "Fjorden", { buffer_after_minutes: 30 });
  const pool = await network.resource(space, "Pultene", { kind: "desk_pool", capacity: 4, places: 4 });
  await network.resource(space, "Verkstedet", { kind: "machine", opens_with_house: false });
  await network.resource(space, "Gamle rom", { in_use: "[2020-01-01,2026-01-01)" });
  const { as, nobody } = callers(installation);
  await as(amina).post(`/resources/${room}/bookings`, { startsAt: at("10:00"), endsAt: at("11:30") });
  await as(amina).post(`/resources/${pool}/bookings`, { startsAt: at("08:00"), endsAt: at("17:00") });
  const gone = (await as(amina).post(`/resources/${room}/bookings`, { startsAt: at("13:00"), endsAt: at("14:00") })).body.id;
  await as(amina).put(`/bookings/${gone}/cancellation`, {});

  const { body } = await nobody.get("/spaces/naustet/occupancy?from=2026-11-23T23:00:00Z&to=2026-11-24T23:00:00Z");
  const tooLong = await nobody.get("/spaces/naustet/occupancy?from=2026-01-01T00:00:00Z&to=2026-12-01T00:00:00Z");

  const open = 9 * 60;
  expect(body.items).toEqual([
    {
      day: "2026-11-24",
      isOpen: true,
      kinds: [
        { kind: "desk_pool", takenMinutes: open, openMinutes: 4 * open },
        { kind: "meeting_room", takenMinutes: 120, openMinutes: open },
        { kind: "machine", takenMinutes: 0, openMinutes: 1440 },
      ],
    },
  ]);
  expect(tooLong.status).toBe(400);
});
