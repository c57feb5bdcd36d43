import { visitor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { sendTakenBackLetter } from "./consent-letter.ts";
import { storyPersonIn } from "./consent-link.ts";
import { findPerson, findStory, type PersonRow, type StoryRow } from "./queries.ts";
import { storyRefusals } from "./refusals.ts";
import type { Answer } from "./story.ts";
import { type TakenFrom, takeOutOfReports, takePhotoOff } from "./take-out.ts";

export interface ConsentAsked {
  person: PersonRow;
  story: StoryRow;
}

/** The story somebody is asked about, by the link in their letter. */
export async function consentAsked({ db, settings }: Installation, secret: string): Promise<ConsentAsked> {
  const id = storyPersonIn(settings, secret);
  const person = found(id === undefined ? undefined : await findPerson(db, id));
  return { person, story: found(await findStory(db, person.storyId)) };
}

/**
 * Writes what somebody answers, by their link. A yes is to the words and photo of `contentVersion`. A yes taken back deletes the photo
 * and takes the story out of every published report. @throws Refusal story.changed, story.not_given
 */
export async function answerConsent(
  installation: Installation,
  secret: string,
  { answer, contentVersion }: { answer: Answer; contentVersion: number },
): Promise<void> {
  const { db, now } = installation;
  const asked = await consentAsked(installation, secret);
  const at = now();
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("stories").select("id").where("id", "=", asked.story.id).forUpdate().execute();
    const story = found(await findStory(tx, asked.story.id));
    const person = found(await findPerson(tx, asked.person.id));
    if (answer === "given" && contentVersion !== story.contentVersion) throw storyRefusals.changed();
    if (answer === "given") found(person.takenOffAt === null || undefined);
    if (answer === "withdrawn" && person.last?.answer !== "given") throw storyRefusals.notGiven();
    const reports = await writeAnswer(tx, { story, person, answer, at });
    if (answer === "withdrawn") {
      const { asked_by: askedBy } = await tx
        .selectFrom("story_people")
        .select("asked_by")
        .where("id", "=", person.id)
        .executeTakeFirstOrThrow();
      await sendTakenBackLetter(tx, installation, { story, askedBy, reports, at });
    }
    // whoever has the letter answers, whether or not they are signed in
    const details = { storyPersonId: person.id, reports: reports.map(({ slug }) => slug) };
    const subject = { kind: "story", id: story.id };
    await audit(tx, { actor: visitor, at, action: `story.consent_${answer}`, subject, organizationId: story.organizationId, details });
  });
}

type Written = { story: Pick<StoryRow, "id" | "contentVersion">; person: Pick<PersonRow, "id">; answer: Answer; at: Temporal.Instant };

/** Writes an answer; a yes taken back has its consequences. @returns the reports the story was taken out of */
export async function writeAnswer(tx: Tx, { story, person, answer, at }: Written): Promise<TakenFrom[]> {
  await tx
    .insertInto("story_answers")
    .values({ id: newId(), story_person_id: person.id, answer, content_version: story.contentVersion, answered_at: at })
    .execute();
  if (answer !== "withdrawn") return [];
  await takePhotoOff(tx, story.id);
  return await takeOutOfReports(tx, story.id, at, ({ told }) => told?.people.some(({ id }) => id === person.id) ?? false);
}
