import { daysToAnswer } from "../../src/features/investors/introductions/introduction.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { addDays } from "../../src/platform/time/day.ts";
import { calendarAt, pastMoment } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

type Raise = Demo["investors"]["raises"][number];
interface Given {
  tx: Tx;
  networkId: string;
  /** Profiles by the slug of the investor. */
  profiles: Map<string, string>;
  founderId: string | null;
  day: (expression: string) => string;
  at: (expression: string) => Temporal.Instant;
}

/** The investors of a network, and three raises in it: what is told to whom, and who has met. */
export async function insertInvestors(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const { investors, raises, program } = demo.investors;
  const networkId = network.organizations.get(demo.investors.network);
  if (!networkId) return;
  const calendar = calendarAt(now);
  const day = (expression: string) => resolveDay(expression, calendar).toString();
  const at = (expression: string) => pastMoment(resolveDay(expression, calendar), "11:00", now);
  const rows = investors.flatMap(({ organization, contact, ...wish }) => {
    const organizationId = network.organizations.get(organization);
    if (!organizationId) return [];
    return [
      {
        slug: organization,
        row: {
          ...{ id: newId(), network_id: networkId, organization_id: organizationId, created_at: at("-200") },
          ...{ ticket_from_ore: wish.ticketFrom * 100, ticket_to_ore: wish.ticketTo * 100, stages: wish.stages, sectors: wish.sectors },
          ...{ counties: wish.counties, looks_for: wish.looksFor, avoids: wish.avoids ?? null },
          ...{ contact_name: contact?.name ?? null, contact_email: contact?.email ?? null, contact_phone: contact?.phone ?? null },
        },
      },
    ];
  });
  await insertAll(
    tx,
    "investor_profiles",
    rows.map(({ row }) => row),
  );
  const profiles = new Map(rows.map(({ slug, row }) => [slug, row.id]));
  const startups = await startupsOf(tx, demo, program);
  for (const raise of raises) {
    const organizationId = startups.get(raise.startup);
    if (!organizationId) continue;
    const founderId = raise.startup === "told" ? (network.people.get(raise.contact.email)?.id ?? null) : null;
    await insertRaise({ tx, networkId, profiles, founderId, day, at }, raise, organizationId);
  }
}

async function insertRaise({ tx, networkId, profiles, founderId, day, at }: Given, raise: Raise, organizationId: string): Promise<void> {
  const id = newId();
  const profileOf = (slug: string) => profiles.get(slug) ?? "";
  await tx.updateTable("organizations").set({ sectors: raise.sectors }).where("id", "=", organizationId).execute();
  await insertAll(tx, "raises", [
    {
      ...{ id, network_id: networkId, organization_id: organizationId, stage: raise.stage, instrument: raise.instrument },
      ...{ summaries: JSON.stringify(raise.summary), texts: JSON.stringify(raise.text), terms: JSON.stringify(raise.terms) },
      ...{ amount_ore: raise.kroner * 100, deadline: raise.deadline ? day(raise.deadline) : null },
      ...{ contact_name: raise.contact.name, contact_email: raise.contact.email, contact_phone: raise.contact.phone ?? null },
      ...{ created_at: at(raise.shared), created_by: founderId, published_at: at(raise.shared), published_by: founderId },
    },
  ]);
  const introductions = raise.introductions.map(({ investor, by, asked, note, yes }) => ({
    ...{ id: newId(), raise_id: id, profile_id: profileOf(investor), asked_by_side: by, note: note ?? null },
    ...{
      asked_at: at(asked),
      expires_on: addDays(day(asked), daysToAnswer),
      state: yes ? "introduced" : "asked",
      state_since: at(yes ?? asked),
    },
    startup_yes_at: yes || by === "startup" ? at(yes ?? asked) : null,
    investor_yes_at: yes || by === "investor" ? at(yes ?? asked) : null,
    introduced_on: yes ? day(yes) : null,
  }));
  await insertAll(tx, "introductions", introductions);
  const madeWith = (investor: string) => introductions.find((one) => one.profile_id === profileOf(investor) && one.introduced_on !== null);
  const consents = raise.consents.map(({ tier, investor, given, withdrawn }) => ({
    ...{ id: newId(), raise_id: id, tier, profile_id: investor ? profileOf(investor) : null, given_at: at(given), given_by: founderId },
    ...{ withdrawn_at: withdrawn ? at(withdrawn) : null, withdrawn_by: withdrawn ? founderId : null },
  }));
  const byIntroduction = introductions
    .filter(({ introduced_on }) => introduced_on !== null)
    .map(({ id: introduction_id, profile_id, introduced_on, state_since }) => ({
      ...{ id: newId(), raise_id: id, tier: "contact", profile_id, introduction_id, introduced_on, given_at: state_since },
      given_by: founderId,
    }));
  await insertAll(tx, "raise_consents", consents);
  await insertAll(tx, "raise_consents", byIntroduction);
  const meetings = raise.introductions.flatMap(({ meetings: met = [] }, place) =>
    met.map((meeting) => ({
      ...{ id: newId(), introduction_id: introductions[place]?.id ?? "", met_on: day(meeting.day), note: meeting.note ?? null },
      ...{ side: "startup", written_at: at(meeting.day), written_by: founderId },
    })),
  );
  await insertAll(tx, "introduction_meetings", meetings);
  const interests = raise.interests.map(({ investor, state, note }) => ({
    ...{ raise_id: id, profile_id: profileOf(investor), state, note, changed_at: at("-15") },
  }));
  await insertAll(tx, "raise_interests", interests);
  const closings = (raise.closings ?? []).map(({ investor, day: on, kroner }) => ({
    ...{ id: newId(), raise_id: id, profile_id: profileOf(investor), closed_on: day(on), amount_ore: kroner * 100 },
    ...{ instrument: raise.instrument, introduction_id: madeWith(investor)?.id ?? null },
    ...{ introduced_on: madeWith(investor)?.introduced_on ?? null, entered_at: at(on), entered_by_side: "startup", confirmed_at: at(on) },
  }));
  await insertAll(tx, "closings", closings);
}

async function startupsOf(tx: Tx, demo: Demo, program: string): Promise<Map<string, string>> {
  const told = demo.programs.find(({ slug }) => slug === program)?.told?.name ?? "";
  const running = await tx
    .selectFrom("enrollments as e")
    .innerJoin("programs as p", "p.id", "e.program_id")
    .innerJoin("organizations as o", "o.id", "e.organization_id")
    .select(["o.id", "o.name"])
    .where("p.slug", "=", program)
    .where("e.exit_type", "=", "active")
    .where("o.legal_form", "=", "AS")
    .orderBy("e.intake_on", "desc")
    .orderBy("o.name")
    .execute();
  const others = running.filter(({ name }) => name !== told);
  const found = { told: running.find(({ name }) => name === told)?.id, first: others[0]?.id, second: others[4]?.id };
  return new Map(Object.entries(found).flatMap(([key, id]) => (id === undefined ? [] : [[key, id]])));
}
