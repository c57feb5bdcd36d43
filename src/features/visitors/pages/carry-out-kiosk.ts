import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import type { Visit } from "../../../interface/visit.ts";
import { idField } from "../../../platform/http/fields.ts";
import type { KioskApi } from "../kiosk/routes.ts";
import { soughtName } from "../visit.ts";

/** What stands on the kiosk: each is a room one goes through. */
export const steps = ["start", "expected", "visit", "leave"] as const;
export type Step = (typeof steps)[number];

/** What was written so far; it goes from form to form, and nowhere else. */
export interface Written {
  name: string;
  organization: string;
  q: string;
}

type Listed = { items: { id: string; name: string; at?: string }[]; isTooMany: boolean; isTooShort: boolean };
type Welcome = { givenName: string; visited: string | null; room: string | null; badge: Badge };
/** What is printed at the kiosk: no more than the screen has shown. */
export type Badge = { name: string; organization: string | null; day: string; code: string };

export interface KioskOutcome {
  written: Written;
  problem?: Problem;
  found?: Listed;
  /** Somebody who has been found, and is to say yes to the house rules first. */
  asked?: { visit?: string; visited?: string; id: string };
  welcome?: Welcome;
  goodbye?: { givenName: string };
}

/** Carries out what was asked for at a kiosk. Names come and go in the body alone: no address on the screen ever holds one. */
export async function carryOutKiosk(visit: Visit, secret: string, form: FormData, asksForRules: boolean): Promise<KioskOutcome> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const written = { name: text("name"), organization: text("organization"), q: text("q") };
  const kiosk = client<KioskApi>(visit).displays[":secret"];
  const id = text("id");
  // who has not been asked for a yes is asked now
  const version = Number(text("rules")) || undefined;
  const isToAgree = asksForRules && version === undefined;
  switch (form.get("act")) {
    case "search":
      return search(form.has("leaving"));
    case "people":
      return people();
    case "arrive":
      if (!idField.safeParse(id).success) throw new Response(null, { status: 400 });
      return isToAgree ? { written, asked: { visit: id, id } } : arrive();
    case "come":
      return come();
    case "leave": {
      if (!idField.safeParse(id).success) throw new Response(null, { status: 400 });
      const { done, problem } = await attempt(kiosk.visits[":id"].departure.$put({ param: { secret, id } }));
      return problem ? { written, problem } : { written, goodbye: done };
    }
    default:
      throw new Response(null, { status: 400 });
  }

  async function search(isLeaving: boolean): Promise<KioskOutcome> {
    const code = text("code");
    if (code === "" && soughtName(written.q) === undefined) return { written, found: { items: [], isTooMany: false, isTooShort: true } };
    const query = {
      ...(code ? { code: code.slice(0, 20) } : { q: written.q.slice(0, 120) }),
      leaving: isLeaving ? "true" : "false",
    } as const;
    const { done, problem } = await attempt(kiosk.visits.$get({ param: { secret }, query }));
    return problem ? { written, problem } : { written, found: { ...done, isTooShort: false } };
  }

  async function people(): Promise<KioskOutcome> {
    if (soughtName(written.q) === undefined || written.name === "")
      return { written, found: { items: [], isTooMany: false, isTooShort: true } };
    const { done, problem } = await attempt(kiosk.people.$get({ param: { secret }, query: { q: written.q.slice(0, 120) } }));
    return problem ? { written, problem } : { written, found: { ...done, isTooShort: false } };
  }

  async function arrive(): Promise<KioskOutcome> {
    const json = version === undefined ? {} : { rulesVersion: version };
    const { done, problem } = await attempt(kiosk.visits[":id"].arrival.$put({ param: { secret, id }, json }));
    return problem ? { written, problem } : { written, welcome: done };
  }

  async function come(): Promise<KioskOutcome> {
    const [visited, own] = [text("visited"), id || crypto.randomUUID()];
    if (!idField.safeParse(visited).success || !idField.safeParse(own).success) throw new Response(null, { status: 400 });
    if (isToAgree) return { written, asked: { visited, id: own } };
    const json = {
      id: own,
      name: written.name,
      ...(written.organization && { organization: written.organization }),
      visitedId: visited,
      language: visit.language,
      ...(version !== undefined && { rulesVersion: version }),
    };
    const { done, problem } = await attempt(kiosk.visits.$post({ param: { secret }, json }));
    return problem ? { written, problem } : { written, welcome: done };
  }
}
