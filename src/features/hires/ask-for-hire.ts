import { visitor } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { writeLetter } from "../../platform/mail/index.ts";
import { organizationRefusals, readOrganizationNumber } from "../organizations/index.ts";
import { findSpace } from "../spaces/index.ts";
import { estimate } from "./estimate.ts";
import { secretOf } from "./hire-link.ts";
import { hireLetterTexts } from "./letters/letter-texts.ts";
import { writeChange } from "./on-hire.ts";
import { hireRefusals } from "./refusals.ts";
import type { NewHire } from "./shapes.ts";

/**
 * Writes down what somebody asks for and sends the address a letter; the house hears of it when its link has been used. No time is held.
 * @throws Refusal hire.not_offered, hire.wrong_time, hire.too_many_people, hire.terms_replaced, organization.wrong_number
 */
export async function askForHire(installation: Installation, spaceIdOrSlug: string, given: NewHire, language: Language): Promise<void> {
  const { db, now, settings } = installation;
  const at = now();
  const space = found(await findSpace(db, spaceIdOrSlug));
  const times = { startsAt: Temporal.Instant.from(given.startsAt), endsAt: Temporal.Instant.from(given.endsAt) };
  const { rooms, wishes, terms } = await estimate(installation, { ...given, ...times, spaceId: space.id }, language);
  if (given.termsVersion !== terms.version) throw hireRefusals.termsReplaced({ current: terms.version });
  const organizationNumber = given.organizationNumber ? readOrganizationNumber(given.organizationNumber) : null;
  if (organizationNumber === undefined) throw organizationRefusals.wrongNumber();
  const id = newId(at.epochMilliseconds);
  const key = { space_id: space.id, hire_id: id };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("hires")
      .values({
        space_id: space.id,
        id,
        state: "unproven",
        state_since: at,
        starts_at: times.startsAt,
        ends_at: times.endsAt,
        people: given.people,
        set_up: given.setUp,
        purpose: given.purpose,
        note: given.note || null,
        contact_name: given.contactName,
        email: given.email,
        locale: language,
        organization_name: given.organizationName || null,
        organization_number: organizationNumber,
        invoice_address: given.invoiceAddress || null,
        asked_terms: terms.version,
        created_at: at,
      })
      .execute();
    await tx
      .insertInto("hire_times")
      .values(rooms.map((room) => ({ ...key, resource_id: room.id })))
      .execute();
    if (wishes.length > 0)
      await tx
        .insertInto("hire_wishes")
        .values(wishes.map(({ extra, quantity }) => ({ ...key, extra_id: extra.id, quantity })))
        .execute();
    await writeChange(tx, { space_id: space.id, id }, { to: "unproven", at, by: null });
    const subject = { kind: "hire", id };
    await audit(tx, { actor: visitor, at, action: "hire.ask", subject, organizationId: space.organization_id });
    const text = hireLetterTexts[language];
    const facts = { space: space.name, purpose: given.purpose };
    await writeLetter(
      tx,
      installation,
      { email: given.email, language },
      {
        key: `hire.unproven/${id}`,
        subject: text.prove.subject(facts),
        lines: [text.prove.text(facts), { label: text.prove.link, path: `/hires/${secretOf(settings, id)}` }, text.prove.ignore],
      },
    );
  });
}
