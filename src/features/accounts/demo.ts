import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import { catalogue, type Language } from "../../platform/language/language.ts";

/** Who one may be in the demonstration, in the order of the bar. */
export const demoAccounts = ["member", "host", "manager", "coordinator", "adviser", "founder", "investor", "region", "operator"] as const;

export type DemoAccount = (typeof demoAccounts)[number];

/** "host@demo.example". */
export function demoEmail(account: DemoAccount): string {
  return `${account}@demo.example`;
}

const words = catalogue({
  nb: {
    nobody: "Du er ikke logget inn.",
    you: (who: string) => `Du er ${who}.`,
    member: "Medlem",
    host: "Vert",
    manager: "Leder",
    coordinator: "Koordinator",
    adviser: "Rådgiver",
    founder: "Gründer",
    investor: "Investor",
    region: "Fylke",
    operator: "Drift",
  },
  nn: {
    nobody: "Du er ikkje logga inn.",
    you: (who: string) => `Du er ${who}.`,
    member: "Medlem",
    host: "Vert",
    manager: "Leiar",
    coordinator: "Koordinator",
    adviser: "Rådgjevar",
    founder: "Gründer",
    investor: "Investor",
    region: "Fylke",
    operator: "Drift",
  },
  en: {
    nobody: "You are not signed in.",
    you: (who: string) => `You are ${who}.`,
    member: "Member",
    host: "Host",
    manager: "Manager",
    coordinator: "Coordinator",
    adviser: "Adviser",
    founder: "Founder",
    investor: "Investor",
    region: "County",
    operator: "Operator",
  },
});

/** Where each role begins its day. */
const beginnings: Record<DemoAccount, string> = {
  member: "/me",
  host: "/spaces/blender-collective/today",
  manager: "/spaces/blender-collective/guest-terms",
  coordinator: "/networks/coworking-norge/work",
  adviser: "/programs/business-lillestrom/enrollments",
  founder: "/introductions",
  investor: "/raises",
  region: "/organizations/kunnskapsbyen-lillestrom/figures",
  operator: "/operations/audit",
};

/** The demo bar of a page: one link a role. In demonstration mode only. */
export function demoRoles(actor: Actor) {
  return (language: Language) => {
    const text = words[language];
    return {
      about: actor.kind === "person" ? text.you(actor.name) : text.nobody,
      roles: demoAccounts.map((account) => ({
        href: `/demo/sign-in?${new URLSearchParams({ as: account, to: `/${language}${beginnings[account]}` })}`,
        label: text[account],
        isCurrent: actor.kind === "person" && actor.email === demoEmail(account),
      })),
    };
  };
}

/** Whether the database holds the demonstration account. */
export async function hasDemoAccount(db: Db, account: DemoAccount): Promise<boolean> {
  const person = await db
    .selectFrom("people")
    .select("id")
    .where("email", "=", demoEmail(account))
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return person !== undefined;
}
