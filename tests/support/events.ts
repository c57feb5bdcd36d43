import { signToken } from "../../src/features/exchange/pass-token.ts";
import { signingKeys } from "../../src/features/exchange/signing-keys.ts";
import { newId } from "../../src/platform/database/id.ts";
import type { TestInstallation } from "./installation.ts";
import { networkBuilder } from "./network.ts";
import { callers } from "./visitor.ts";

/** Builds events people have registered for. */
export function eventBuilder(installation: TestInstallation) {
  const network = networkBuilder(installation);
  const visitors = callers(installation);

  /** Naustet is managed by Marte, and holds a breakfast with `size` places on 3 December. */
  async function held(given: { size?: number; type?: object; event?: object } = {}) {
    const house = await network.space("naustet", { name: "Naustet" });
    const marte = await network.person("Marte Moen");
    await network.position(marte, house.organizationId, "manager");
    const { body: event } = await visitors.as(marte).post("/events", {
      title: { nb: "Eiendomsfrokost", en: "Property breakfast" },
      organization: "naustet",
      startsAt: "2026-12-03T08:00:00+01:00",
      endsAt: "2026-12-03T10:00:00+01:00",
      quotas: [{ name: "Salen", size: given.size ?? 2 }],
      ticketTypes: [{ name: "Plass", quotas: ["Salen"], ...given.type }],
      ...given.event,
    });
    const [type] = event.ticketTypes;
    const register = async (personId: string, wish: object = {}) =>
      visitors.as(personId).post(`/events/${event.id}/registrations`, { ticketTypeId: type?.id, ...wish });
    const stateOf = async (personId: string, id: string) => (await visitors.as(personId).get(`/registrations/${id}`)).body;
    return { house, marte, event, type, register, stateOf };
  }

  return {
    network,
    visitors,
    held,
    people: (names: string[]) => Promise.all(names.map((name) => network.person(name))),
    /** A pass signed by the keys that sign tickets too. */
    async passToken() {
      const proof = { passId: newId(), spaceId: newId(), day: "2026-12-03", holder: "Ada B.", home: "Blender" };
      return signToken(proof, await signingKeys(installation.db, installation.now).current());
    },
  };
}
