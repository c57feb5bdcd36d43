import { type Actor, visitor } from "../../platform/access/actor.ts";
import type { Installation } from "../../platform/installation.ts";
import { hashOf } from "./api-keys.ts";
import type { FoundSession } from "./identity.ts";
import { findActor, findActorByKey } from "./queries.ts";

// A revoked key or an ended position takes effect everywhere within this time.
const rememberMilliseconds = 5_000;

/** The key a program sends with a request, whether it is one of ours or not. The scheme's name may be in any case (RFC 9110). */
export function keyIn(headers: Headers): string | undefined {
  return /^Bearer +(\S{1,200})$/i.exec(headers.get("authorization") ?? "")?.[1];
}

/** Tells who asks, from the headers of a request: by API key, else by session, else a visitor. */
export type Identify = (headers: Headers) => Promise<Actor>;

/**
 * @param sessionOf the session a cookie belongs to and whose it is
 */
export function identifier({ db, now }: Installation, sessionOf: (headers: Headers) => Promise<FoundSession | undefined>): Identify {
  const remembered = new Map<string, { actor: Actor; until: number }>();

  return async (headers) => {
    const key = keyIn(headers);
    if (key !== undefined) return remember(`key ${key}`, async () => (await findActorByKey(db, hashOf(key), today(), now())) ?? visitor);
    const session = headers.get("cookie")?.includes("romslig.session_token") ? await sessionOf(headers) : undefined;
    if (session === undefined) return visitor;
    const actor = await findActor(db, session.personId, today());
    return actor ? { ...actor, sessionId: session.sessionId } : visitor;
  };

  function today(): string {
    return now().toZonedDateTimeISO("Europe/Oslo").toPlainDate().toString();
  }

  async function remember(name: string, ask: () => Promise<Actor>): Promise<Actor> {
    const at = now().epochMilliseconds;
    const known = remembered.get(name);
    if (known && known.until > at) return known.actor;
    if (remembered.size > 10_000) remembered.clear();
    const actor = await ask();
    remembered.set(name, { actor, until: at + rememberMilliseconds });
    return actor;
  }
}
