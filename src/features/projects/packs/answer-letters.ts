import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue, type Language } from "../../../platform/language/language.ts";
import { writtenDay } from "../../../platform/language/written-day.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import type { Day } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import type { ProjectRow } from "../queries.ts";
import { readersOfProject } from "../readers-of-project.ts";
import type { Answer } from "./answer-pack.ts";
import type { PackRow } from "./queries.ts";

type About = { pack: PackRow; project: ProjectRow; today: Day };

/** Tells those who run a funder that a report has come, once for each time it was sent. */
export async function tellSent(tx: Tx, installation: Installation, funderId: string, { pack, project, today }: About): Promise<void> {
  for (const reader of await readersAt(tx, [funderId], ["owner", "manager", "coordinator"], today)) {
    const words = texts[reader.language];
    const facts = factsOf(pack, project, reader.language);
    await writeLetter(tx, installation, reader, {
      key: `report_pack.sent/${pack.id}/${pack.version}/${reader.personId}`,
      subject: words.sent(facts),
      lines: [words.sentAbout(facts), { label: words.see, path: `/report-packs/${pack.id}` }],
    });
  }
}

/** Tells those who run a project what its funder answered. */
export async function tellAnswer(
  tx: Tx,
  installation: Installation,
  { pack, project, answer, answerId, today }: About & { answer: Answer; answerId: string },
): Promise<void> {
  for (const reader of await readersOfProject(tx, project, today)) {
    const words = texts[reader.language];
    const facts = factsOf(pack, project, reader.language);
    const lines =
      answer.kind === "accepted"
        ? [words.acceptedAbout(facts), ...(answer.paidOn ? [words.paid({ day: writtenDay(answer.paidOn, reader.language) })] : [])]
        : [words.returnedAbout({ ...facts, day: writtenDay(answer.dueOn, reader.language) }), answer.remark];
    await writeLetter(tx, installation, reader, {
      key: `report_pack.answered/${answerId}/${reader.personId}`,
      subject: answer.kind === "accepted" ? words.accepted(facts) : words.returned(facts),
      lines: [...lines, { label: words.see, path: `/report-packs/${pack.id}` }],
    });
  }
}

function factsOf(pack: PackRow, { titles, organization_name }: ProjectRow, language: Language): Facts {
  const project = titles[language] ?? titles.nb ?? titles.nn ?? titles.en ?? "";
  return { number: pack.number, funder: pack.funder_name, project, organization: organization_name };
}

type Facts = { number: number; funder: string; project: string; organization: string };

const texts = catalogue<{
  sent: (d: Facts) => string;
  sentAbout: (d: Facts) => string;
  accepted: (d: Facts) => string;
  acceptedAbout: (d: Facts) => string;
  paid: (d: { day: string }) => string;
  returned: (d: Facts) => string;
  returnedAbout: (d: Facts & { day: string }) => string;
  see: string;
}>({
  nb: {
    sent: (d) => `Rapport ${d.number} fra ${d.organization}: ${d.project}`,
    sentAbout: (d) =>
      `${d.organization} har sendt rapport ${d.number} om ${d.project} til ${d.funder}. Les den, og godkjenn den eller be om mer.`,
    accepted: (d) => `${d.funder} har godkjent rapport ${d.number}`,
    acceptedAbout: (d) => `Rapport ${d.number} om ${d.project} er godkjent av ${d.funder}.`,
    paid: (d) => `Det som ventet på rapporten, utbetales etter planen ${d.day}.`,
    returned: (d) => `${d.funder} ber om mer i rapport ${d.number}`,
    returnedAbout: (d) =>
      `${d.funder} har sendt rapport ${d.number} om ${d.project} tilbake. Den kan endres igjen, og ventes innen ${d.day}.`,
    see: "Se rapporten",
  },
  nn: {
    sent: (d) => `Rapport ${d.number} frå ${d.organization}: ${d.project}`,
    sentAbout: (d) =>
      `${d.organization} har sendt rapport ${d.number} om ${d.project} til ${d.funder}. Les han, og godkjenn han eller be om meir.`,
    accepted: (d) => `${d.funder} har godkjent rapport ${d.number}`,
    acceptedAbout: (d) => `Rapport ${d.number} om ${d.project} er godkjend av ${d.funder}.`,
    paid: (d) => `Det som venta på rapporten, blir etter planen utbetalt ${d.day}.`,
    returned: (d) => `${d.funder} bed om meir i rapport ${d.number}`,
    returnedAbout: (d) =>
      `${d.funder} har sendt rapport ${d.number} om ${d.project} tilbake. Han kan endrast igjen, og er venta innan ${d.day}.`,
    see: "Sjå rapporten",
  },
  en: {
    sent: (d) => `Report ${d.number} from ${d.organization}: ${d.project}`,
    sentAbout: (d) =>
      `${d.organization} has sent report ${d.number} on ${d.project} to ${d.funder}. Read it, and accept it or ask for more.`,
    accepted: (d) => `${d.funder} has accepted report ${d.number}`,
    acceptedAbout: (d) => `Report ${d.number} on ${d.project} is accepted by ${d.funder}.`,
    paid: (d) => `What waited for the report is planned to be paid on ${d.day}.`,
    returned: (d) => `${d.funder} asks for more in report ${d.number}`,
    returnedAbout: (d) =>
      `${d.funder} has sent report ${d.number} on ${d.project} back. It can be changed again, and is expected by ${d.day}.`,
    see: "See the report",
  },
});
