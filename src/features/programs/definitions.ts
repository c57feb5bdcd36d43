import type { Language } from "../../platform/language/language.ts";
import type { Clock, MergerView } from "./survival/follow-up.ts";

const survivalOn = {
  nb: {
    intake: "Andelen selskaper i drift så mange år etter opptak, etter Kaplan og Meier.",
    age: "Andelen selskaper i drift så mange år etter at de ble stiftet, etter Kaplan og Meier; et selskap følges fra det kom inn.",
    end: "Ute av drift er den som er konkurs, avviklet eller i dvale. Den som driver, er fulgt til den sist ble sett i drift; det samme er den ingen vet hva det ble av.",
    event: "Den som er gått inn i et annet selskap, regnes som ute av drift.",
    censored: "Den som er gått inn i et annet selskap, er fulgt til da.",
    band: "Båndet er 95 prosent (Greenwood, log-log).",
  },
  nn: {
    intake: "Delen selskap i drift så mange år etter opptak, etter Kaplan og Meier.",
    age: "Delen selskap i drift så mange år etter at dei vart stifta, etter Kaplan og Meier; eit selskap er følgt frå det kom inn.",
    end: "Ute av drift er den som er konkurs, avvikla eller i dvale. Den som driv, er følgd til han sist vart sett i drift; det same er den ingen veit kva det vart av.",
    event: "Den som er gått inn i eit anna selskap, blir rekna som ute av drift.",
    censored: "Den som er gått inn i eit anna selskap, er følgd til då.",
    band: "Bandet er 95 prosent (Greenwood, log-log).",
  },
  en: {
    intake: "The share of companies in business so many years after intake, by Kaplan and Meier.",
    age: "The share of companies in business so many years after they were founded, by Kaplan and Meier; a company is followed from its intake on.",
    end: "Out of business are the bankrupt, dissolved and dormant. Who is in business is followed until last seen at work, as are those of whom nobody knows.",
    event: "Going on within another company counts as out of business.",
    censored: "Who went on within another company is followed until then.",
    band: "The band is 95 per cent (Greenwood, log-log).",
  },
};

/** How survival is counted, in words. */
export function survivalDefinition(language: Language, { clock, merged }: { clock: Clock; merged: MergerView }): string {
  const text = survivalOn[language];
  return [text[clock], text.end, text[merged], text.band].join(" ");
}

const jobs = {
  nb: "Netto er jobbene som var der den dagen i selskaper som driver. Skapt er all vekst fra én telling til den neste siden opptak, tapt er all nedgang. Kjenner ingen jobbene ved opptak, regnes de som ingen. Et ansattall under fem skjuler registeret: det er fra null til fire. Av et selskap som er gått inn i et annet, eller som ingen vet noe om, er det fra ingen til alle igjen. Hvert selskap telles én gang.",
  nn: "Netto er jobbane som var der den dagen i selskap som driv. Skapte er all vekst frå éi teljing til den neste sidan opptak, tapte er all nedgang. Kjenner ingen jobbane ved opptak, blir dei rekna som ingen. Eit tal på tilsette under fem skjuler registeret: det er frå null til fire. Av eit selskap som er gått inn i eit anna, eller som ingen veit noko om, er det frå ingen til alle att. Kvart selskap blir talt éin gong.",
  en: "Net are the jobs that were there on the day in companies that are in business. Created is all growth from one count to the next since intake, lost is all decline. Where jobs at intake are not known they are taken to have been none. The register hides headcounts below five: from none to four. Of a company within another, or of which nobody knows, between none and all are left. Each company counts once.",
};

/** How jobs are counted, in words. */
export function jobsDefinition(language: Language): string {
  return jobs[language];
}
