import { sql } from "kysely";
import { mentions, withoutMentions } from "../../../platform/privacy/mentions.ts";
import { noName, type PersonalData } from "../../../platform/privacy/personal-data.ts";
import { writeAnswer } from "./answer-consent.ts";
import { takeOutOfReports } from "./take-out.ts";

/** Stories somebody is shown or quoted in, by the address they were asked at. */
export const storyConsents: PersonalData = {
  name: "storyConsents",
  title: {
    nb: "Fortellinger du er vist eller sitert i",
    nn: "Forteljingar du er vist eller sitert i",
    en: "Stories you are shown or quoted in",
  },
  fields: {
    story: { nb: "Fortelling", nn: "Forteljing", en: "Story" },
    organization: { nb: "Hos", nn: "Hos", en: "By" },
    appearance: { nb: "Hvordan", nn: "Korleis", en: "How" },
    askedAt: { nb: "Spurt", nn: "Spurd", en: "Asked" },
    answer: { nb: "Svar", nn: "Svar", en: "Answer" },
    answeredAt: { nb: "Svart", nn: "Svara", en: "Answered" },
  },
  kept: {
    nb: "Fortellingen tas ut av alle rapporter og bildet slettes. At noen svarte ja eller nei, og når, står uten navnet ditt.",
    nn: "Forteljinga blir teken ut av alle rapportar og biletet sletta. At nokon svara ja eller nei, og når, står utan namnet ditt.",
    en: "The story leaves every report and the photo is deleted. That somebody said yes or no, and when, stays without your name.",
  },
  async about(db, { email }) {
    const { rows } = await sql<Record<string, unknown>>`
      select coalesce(s.titles->>'nb', s.titles->>'nn', s.titles->>'en') as story, o.name as organization, p.appearance,
        p.asked_at as "askedAt", a.answer, a.answered_at as "answeredAt"
      from story_people p join stories s on s.id = p.story_id join organizations o on o.id = s.organization_id
      left join story_answers a on a.story_person_id = p.id
      where lower(p.email) = lower(${email}) order by p.named_at, a.answered_at`.execute(db);
    return rows;
  },
  async erase(tx, subject, at) {
    const people = await tx
      .selectFrom("story_people as p")
      .innerJoin("stories as s", "s.id", "p.story_id")
      .select(["p.id", "p.name", "s.id as storyId", "s.content_version as contentVersion"])
      .where(sql<boolean>`lower(p.email) = lower(${subject.email})`)
      .execute();
    for (const { id, storyId, contentVersion } of people)
      await writeAnswer(tx, { story: { id: storyId, contentVersion }, person: { id }, answer: "withdrawn", at });
    if (people.length > 0)
      await tx
        .updateTable("story_people")
        .set({ name: noName, email: null })
        .where(
          "id",
          "in",
          people.map(({ id }) => id),
        )
        .execute();
    await tx.updateTable("stories").set({ created_by: null }).where("created_by", "=", subject.personId).execute();
    await tx.updateTable("story_people").set({ asked_by: null }).where("asked_by", "=", subject.personId).execute();
    for (const column of ["titles", "texts", "photo_texts"] as const)
      await tx
        .updateTable("stories")
        .set({ [column]: sql`${withoutMentions(sql`${sql.ref(column)}::text`, subject)}::jsonb` })
        .where(mentions(sql`${sql.ref(column)}::text`, subject))
        .execute();
    // one that names them without their having been asked leaves the reports as a whole
    const { rows } = await sql<{ id: string }>`
      select distinct s->>'id' as id from reports r, jsonb_array_elements(r.frozen_stories) s
      where ${mentions(sql`(s->'told')::text`, subject)}`.execute(tx);
    const names = (text: string) => [subject.fullName, subject.email].some((one) => one !== undefined && text.includes(one));
    for (const { id } of rows) await takeOutOfReports(tx, id, at, ({ told }) => names(JSON.stringify(told)));
  },
};
