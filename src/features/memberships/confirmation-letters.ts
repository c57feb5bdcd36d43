import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import { writtenDay } from "../../platform/language/written-day.ts";
import { writeLetter } from "../../platform/mail/index.ts";
import type { Announced } from "../../platform/outbox/subscription.ts";
import { dayIn } from "../../platform/time/day.ts";
import { readersAt } from "../organizations/index.ts";
import { stayOf } from "./membership.ts";

const facts = z.object({ membershipId: z.uuid() });

/** Asks those who run an organization that another has entered as a member to say yes; once for each membership. */
export async function askForConfirmation(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { membershipId } = facts.parse(announced.payload);
  const membership = await tx
    .selectFrom("memberships as m")
    .innerJoin("organizations as u", "u.id", "m.organization_id")
    .innerJoin("organizations as o", "o.id", "m.member_organization_id")
    .select(["m.during", "u.name", "o.id as member_id", "o.name as member_name", "o.slug as member_slug"])
    .where("m.id", "=", membershipId)
    .where("m.confirmed_at", "is", null)
    .executeTakeFirst();
  if (!membership) return;
  const { name, member_id, member_name, member_slug, during } = membership;
  for (const to of await readersAt(tx, [member_id], ["owner", "manager"], dayIn(installation.now(), "Europe/Oslo"))) {
    const text = words[to.language];
    await writeLetter(tx, installation, to, {
      key: `membership.unconfirmed/${membershipId}/${to.personId}`,
      subject: text.subject({ name, member: member_name }),
      lines: [
        text.from(writtenDay(stayOf(during).from, to.language)),
        text.untilThen(name),
        { label: text.answer, path: `/organizations/${member_slug}/memberships` },
      ],
    });
  }
}

const words = catalogue({
  nb: {
    subject: ({ name, member }: { name: string; member: string }) => `${name} har ført opp ${member} som medlem`,
    from: (day: string) => `Medlemskapet er ført fra ${day}. Stemmer det, sier du ja, og da gjelder det.`,
    untilThen: (name: string) => `Til da ser ${name} ikke mer av dere enn alle andre gjør, og ingen får gjestedager gjennom det.`,
    answer: "Se og svar",
  },
  nn: {
    subject: ({ name, member }: { name: string; member: string }) => `${name} har ført opp ${member} som medlem`,
    from: (day: string) => `Medlemskapen er ført frå ${day}. Stemmer det, seier du ja, og då gjeld han.`,
    untilThen: (name: string) => `Til då ser ${name} ikkje meir av dykk enn alle andre gjer, og ingen får gjestedagar gjennom han.`,
    answer: "Sjå og svar",
  },
  en: {
    subject: ({ name, member }: { name: string; member: string }) => `${name} has entered ${member} as a member`,
    from: (day: string) => `The membership is entered from ${day}. If that is right, say yes, and it counts.`,
    untilThen: (name: string) => `Until then ${name} sees no more of you than everybody does, and nobody gets guest days through it.`,
    answer: "See and answer",
  },
});
