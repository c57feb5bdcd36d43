import type { Db } from "../../src/platform/database/database.ts";

/** What somebody asks for: a guest seat or a place at an event for a person, or to give either back. */
export type Wish =
  | { kind: "claim"; personId: string; spaceId: string; day: string }
  | { kind: "cancellation"; passId: string }
  | { kind: "registration"; personId: string; eventId: string; ticketTypeId: string }
  | { kind: "registration_cancellation"; registrationId: string };

/** An answer that came. A wish with none is undefined, and nobody knows what became of it. */
export type RushAnswer = { status: number; body: { id?: string; state?: string; code?: string } };

/**
 * The guests of a rush, as the other side of the wire: they remember what they have been told, and hold the installation to it.
 * @param key an operator's API key
 */
export function rushClient(key: string) {
  // passes by id, with the states one may be in after what was told: a place on the list may become an offer by itself
  const told = new Map<string, string[]>();
  const statuses = new Map<number, number>();
  // and registrations: who waits may be offered a place
  const toldOfEvents = new Map<string, string[]>();

  async function ask(url: string, wish: Wish, headers: Record<string, string> = {}): Promise<RushAnswer | undefined> {
    // once asked, either may be true until the answer has come
    if (wish.kind === "cancellation") told.set(wish.passId, [...(told.get(wish.passId) ?? []), "cancelled"]);
    if (wish.kind === "registration_cancellation")
      toldOfEvents.set(wish.registrationId, [...(toldOfEvents.get(wish.registrationId) ?? []), "cancelled"]);
    try {
      const answer = await fetch(...requestOf(url, wish, headers));
      const body = (await answer.json()) as RushAnswer["body"];
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.ok) hear(wish, body);
      return { status: answer.status, body };
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  function hear(wish: Wish, { id = "", state = "" }: RushAnswer["body"]): void {
    if (wish.kind === "registration" || wish.kind === "registration_cancellation")
      toldOfEvents.set(id, state === "waiting" ? ["waiting", "held"] : [state]);
    else told.set(id, state === "waiting" ? ["waiting", "offered"] : [state]);
  }

  function requestOf(url: string, wish: Wish, headers: Record<string, string>): [string, RequestInit] {
    const common = { headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers } };
    if (wish.kind === "cancellation") return [`${url}/api/v1/day-passes/${wish.passId}/cancellation`, { method: "PUT", ...common }];
    if (wish.kind === "registration_cancellation")
      return [`${url}/api/v1/registrations/${wish.registrationId}/cancellation`, { method: "PUT", ...common }];
    if (wish.kind === "registration") {
      const { eventId, personId, ticketTypeId } = wish;
      const body = JSON.stringify({ personId, ticketTypeId, wait: true });
      return [`${url}/api/v1/events/${eventId}/registrations`, { method: "POST", body, ...common }];
    }
    const { personId, day, spaceId } = wish;
    return [`${url}/api/v1/spaces/${spaceId}/day-passes`, { method: "POST", body: JSON.stringify({ personId, day }), ...common }];
  }

  return {
    ask,
    told,
    /** How often each status was answered. */
    statuses,

    /**
     * So many at a time ask one after the other, until something goes wrong for them.
     * @returns the wishes that were answered with a failure or not at all
     */
    async rush(url: string, wishes: Wish[], { atOnce = 12, onAnswer = (_count: number) => {} } = {}): Promise<Wish[]> {
      const waiting = [...wishes];
      const unanswered: Wish[] = [];
      let answers = 0;
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let wish = waiting.shift(); wish; wish = waiting.shift()) {
            const answer = await ask(url, wish);
            if (!answer || answer.status >= 500) {
              unanswered.push(wish);
              return;
            }
            onAnswer(++answers);
          }
        }),
      );
      return [...unanswered, ...waiting];
    },

    /** Up to `count` passes that are held as far as one knows. */
    held(count: number): string[] {
      return [...told].flatMap(([id, states]) => (states.length === 1 && states[0] === "held" ? [id] : [])).slice(0, count);
    },

    /** Up to `count` registrations that are confirmed as far as one knows. */
    registered(count: number): string[] {
      return [...toldOfEvents].flatMap(([id, states]) => (states.length === 1 && states[0] === "confirmed" ? [id] : [])).slice(0, count);
    },

    /** What was told and is not so, a line each. */
    async untrue(db: Db): Promise<string[]> {
      const passes = await db.selectFrom("day_passes").select(["id", "state"]).execute();
      const registrations = await db.selectFrom("registrations").select(["id", "state"]).execute();
      const states = new Map([...passes, ...registrations].map(({ id, state }) => [id, state]));
      return [...told, ...toldOfEvents].flatMap(([id, mayBe]) => {
        const state = states.get(id) ?? "nowhere";
        return mayBe.includes(state) ? [] : [`${id} was told ${mayBe.join(" or ")} and is ${state}`];
      });
    },
  };
}
