import { client, read } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { AccountsApi } from "../../../accounts/routes.ts";
import type { MembershipApi } from "../../routes.ts";

/** An organization whose people one may act for. */
export type Home = { slug: string; name: string };

const shownAtOnce = "20";

/**
 * For whom a form is filled in, as its address says: `pick` was just pressed (`me` is oneself), `for` was
 * chosen before.
 * Null when there is nobody to choose among.
 */
export async function loadWhom(visit: Visit & { actor: { personId: string } }, homes: readonly Home[], asked: URLSearchParams, on: string) {
  const api = client<MembershipApi>(visit).organizations[":id"]["people-at-home"];
  const people = (id: string, query: { person?: string; q?: string; cursor?: string; limit?: string }) =>
    read(api.$get({ param: { id }, query: { on, ...query } }));
  const counted = await Promise.all(homes.map(async (home) => ({ home, some: await people(home.slug, { limit: "2" }) })));
  const choices = counted.filter(({ some }) => othersIn(some.items).length > 0).map(({ home }) => home);
  const home = choices.find(({ slug }) => slug === (asked.get("of") ?? asked.get("home"))) ?? choices[0];
  if (!home) return null;
  const picked = asked.get("pick");
  const wanted = picked ?? asked.get("for") ?? "";
  const [chosen] = isId.test(wanted) ? (await people(home.slug, { person: wanted })).items : [];
  const isChoosing = picked === null && ["choose", "of", "more"].some((name) => asked.has(name));
  const text = (asked.get("who") ?? "").trim().slice(0, 100);
  const cursor = asked.get("more");
  const list = isChoosing ? await people(home.slug, { q: text, limit: shownAtOnce, ...(cursor && { cursor }) }) : null;
  return {
    homes: choices,
    home,
    chosen: chosen ?? null,
    list: list && { ...list, items: othersIn(list.items), text, isLong: list.nextCursor !== null || text !== "" || cursor !== null },
  };

  function othersIn<Person extends { id: string }>(items: Person[]): Person[] {
    return items.filter(({ id }) => id !== visit.actor.personId);
  }
}

export type Whom = NonNullable<Awaited<ReturnType<typeof loadWhom>>>;

/** The organizations whose members one takes days for: those one manages, but for the one that runs this house. */
export async function managedHomes(visit: Visit, spaceId: string): Promise<Home[]> {
  const { actor } = visit;
  if (actor.kind !== "person" || !actor.positions.some(isManaging)) return [];
  const { positions } = await read(client<AccountsApi>(visit).me.$get());
  const managed = positions.filter((position) => isManaging(position) && !position.spaces.some(({ slug }) => slug === spaceId));
  return [...new Map(managed.map(({ organization: { slug, name } }) => [slug, { slug, name }])).values()];
}

function isManaging({ role }: { role: string }): boolean {
  return role === "manager" || role === "owner";
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
