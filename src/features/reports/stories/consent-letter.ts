import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue, isLanguage, type Language } from "../../../platform/language/language.ts";
import { sendLetter } from "../../../platform/mail/index.ts";
import { readersAmong } from "../../organizations/index.ts";
import { textIn } from "../../spaces/index.ts";
import { consentLink } from "./consent-link.ts";
import type { StoryRow } from "./queries.ts";
import type { TakenFrom } from "./take-out.ts";

type Asked = { story: StoryRow; person: { id: string; name: string; email: string }; at: Temporal.Instant };

/** Asks somebody who is shown or quoted, with a link to the story as it will be told. */
export async function sendConsentLetter(tx: Tx, { settings }: Installation, { story, person, at }: Asked): Promise<void> {
  const language = await languageOf(tx, person.email, story);
  const text = texts[language];
  const about = { title: textIn(story.titles, language)?.text ?? "", organization: story.organizationName };
  await sendLetter(tx, {
    key: `story.consent/${person.id}/${at}`,
    to: person.email,
    language,
    subject: text.subject(about),
    parts: [
      text.text({ ...about, name: person.name }),
      { label: text.answer, url: `${settings.url}/${language}/story-consents/${consentLink(settings, person.id)}` },
      text.keep,
    ],
    from: story.organizationName,
    at,
  });
}

type TakenBack = { story: StoryRow; askedBy: string | null; reports: readonly TakenFrom[]; at: Temporal.Instant };

/** Tells whoever asked that a story has been taken back, and which reports it has left. */
export async function sendTakenBackLetter(tx: Tx, { settings }: Installation, { story, askedBy, reports, at }: TakenBack): Promise<void> {
  for (const { personId, email, language } of await readersAmong(tx, askedBy ? [askedBy] : [])) {
    const text = texts[language];
    const about = { title: textIn(story.titles, language)?.text ?? "" };
    const names = reports.map(({ titles }) => textIn(titles, language)?.text ?? "").join(", ");
    await sendLetter(tx, {
      key: `story.taken-back/${story.id}/${personId}/${at}`,
      to: email,
      language,
      subject: text.takenBack(about),
      parts: [
        text.takenBackAbout(about),
        ...(reports.length > 0 ? [text.leftReports({ names })] : []),
        { label: text.open, url: `${settings.url}/${language}/stories/${story.id}` },
      ],
      from: story.organizationName,
      at,
    });
  }
}

// who is known here has chosen a language; others get the one the story is first told in
async function languageOf(tx: Tx, email: string, { titles }: StoryRow): Promise<Language> {
  const known = await tx.selectFrom("people").select("locale").where(sql<boolean>`lower(email) = lower(${email})`).executeTakeFirst();
  if (known && isLanguage(known.locale)) return known.locale;
  return titles.nb ? "nb" : titles.nn ? "nn" : "en";
}

type About = { title: string };

const texts = catalogue({
  nb: {
    subject: (d: About & { organization: string }) => `Vil du være med i en rapport fra ${d.organization}?`,
    text: (d: About & { organization: string; name: string }) =>
      `Hei, ${d.name}. ${d.organization} vil fortelle «${d.title}» i en åpen rapport, og du er vist eller sitert. Se fortellingen slik den blir, og si ja eller nei. Den legges ikke ut uten et ja fra deg.`,
    answer: "Se fortellingen og svar",
    keep: "Lenken er din. Med den kan du også trekke tilbake et ja, når som helst og uten å si hvorfor.",
    takenBack: (d: About) => `Et samtykke til «${d.title}» er trukket tilbake`,
    takenBackAbout: (d: About) =>
      `En som er med i «${d.title}», har trukket tilbake samtykket. Bildet er slettet, og fortellingen kan ikke legges ut slik den er.`,
    leftReports: (d: { names: string }) => `Den er tatt ut av: ${d.names}. Sjekksummen til rapporten er den samme.`,
    open: "Åpne fortellingen",
  },
  nn: {
    subject: (d: About & { organization: string }) => `Vil du vere med i ein rapport frå ${d.organization}?`,
    text: (d: About & { organization: string; name: string }) =>
      `Hei, ${d.name}. ${d.organization} vil fortelje «${d.title}» i ein open rapport, og du er vist eller sitert. Sjå forteljinga slik ho blir, og sei ja eller nei. Ho blir ikkje lagd ut utan eit ja frå deg.`,
    answer: "Sjå forteljinga og svar",
    keep: "Lenkja er di. Med henne kan du òg trekkje attende eit ja, når som helst og utan å seie kvifor.",
    takenBack: (d: About) => `Eit samtykke til «${d.title}» er trekt attende`,
    takenBackAbout: (d: About) =>
      `Ein som er med i «${d.title}», har trekt attende samtykket. Biletet er sletta, og forteljinga kan ikkje leggjast ut slik ho er.`,
    leftReports: (d: { names: string }) => `Ho er teken ut av: ${d.names}. Sjekksummen til rapporten er den same.`,
    open: "Opne forteljinga",
  },
  en: {
    subject: (d: About & { organization: string }) => `Would you like to be in a report by ${d.organization}?`,
    text: (d: About & { organization: string; name: string }) =>
      `Hello ${d.name}. ${d.organization} would like to tell “${d.title}” in an open report, and you are shown or quoted. See the story as it will be, and say yes or no. It is not published without a yes from you.`,
    answer: "See the story and answer",
    keep: "The link is yours. With it you can also take a yes back, at any time and without saying why.",
    takenBack: (d: About) => `A consent to “${d.title}” has been taken back`,
    takenBackAbout: (d: About) =>
      `Somebody in “${d.title}” has taken their consent back. The photo is deleted, and the story cannot be published as it is.`,
    leftReports: (d: { names: string }) => `It has been taken out of: ${d.names}. The checksum of the report is the same.`,
    open: "Open the story",
  },
});
