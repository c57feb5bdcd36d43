import { catalogue } from "../../../platform/language/language.ts";

type Share = { percent: string; lower: string; upper: string };

/** The words of the curve and what stands around it. */
export const survivalWords = catalogue({
  nb: {
    heading: "Hvem er fortsatt i gang?",
    title: { intake: "Andel selskaper i drift etter opptak", age: "Andel selskaper i drift etter at de ble stiftet" },
    years: (years: number) =>
      years === 1 ? "ett år" : `${["", "", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"][years] ?? years} år`,
    after: (f: { percent: string; years: string }) => `${f.percent} etter ${f.years}`,
    drawing: (f: Share & { years: string; n: string }) =>
      `Andel i drift av ${f.n} selskaper: ${f.percent} etter ${f.years}, mellom ${f.lower} og ${f.upper}. Tabellen under har alle år.`,
    sentence: (f: Share & { years: string; n: string }) =>
      `Av ${f.n} selskaper er ${f.percent} i drift ${f.years} etter opptak. Usikkerheten (95 %) går fra ${f.lower} til ${f.upper}.`,
    sentenceByAge: (f: Share & { years: string; n: string }) =>
      `Av ${f.n} selskaper er ${f.percent} i drift ${f.years} etter at de ble stiftet. Usikkerheten (95 %) går fra ${f.lower} til ${f.upper}.`,
    sentenceWithout: (f: { percent: string; years: string; n: string }) =>
      `Av ${f.n} selskaper er ${f.percent} i drift etter ${f.years}. Ingen er falt fra ennå.`,
    unknown: (f: { unknown: string; failed: string; survived: string; years: string }) =>
      `${f.unknown} vet ingen noe om. Er alle borte, blir tallet ${f.failed} etter ${f.years}; lever alle, blir det ${f.survived}.`,
    missing: (f: { missing: string }) => `${f.missing} er ikke med: ingen vet når de ble stiftet, eller de er ikke sett siden opptaket.`,
    ends: (f: { years: string }) => `Etter ${f.years} er færre enn ti fulgt, og kurven stopper.`,
    yearsWith: (years: string) => `${years} år`,
    nationalShort: (f: { percent: string; form: string }) => `${f.percent} av ${f.form} i landet`,
    national: (f: { percent: string; form: string; cohort: number; years: string }) =>
      `I hele landet var ${f.percent} av ${f.form} startet i ${f.cohort} i drift etter ${f.years}.`,
    here: (f: { percent: string; n: string; form: string; years: string }) => `Her: ${f.percent} av ${f.n} ${f.form} etter ${f.years}.`,
    hereFew: (f: { n: string; form: string; years: string }) => `Her er det for få ${f.form} (${f.n}) som er fulgt i ${f.years}.`,
    source: "Kilde",
    axis: { intake: "år siden opptak", age: "år siden stiftelse" },
    followed: "fulgt så lenge",
    asTable: "Som tabell",
    caption: "Andel i drift, år for år",
    year: "År",
    atRisk: "Fulgt",
    share: "I drift",
    from: "Fra",
    until: "Til",
    allFailed: "Om alle ukjente er borte",
    allSurvived: "Om alle ukjente lever",
    clock: "Klokka går fra",
    clocks: { intake: "opptak", age: "stiftelse" },
    merged: "Gått inn i et annet selskap",
    mergedAs: { censored: "følges til da", event: "regnes som slutt" },
    cohort: "Kull",
    allCohorts: "alle",
    suppressed: "For få til å si noe",
    suppressedAbout: (f: { n: string }) => `Her er ${f.n} selskaper. Under ti regnes ingen andel ut: den ville si mer enn noen vet.`,
    none: "Ingen selskaper ennå",
    noneAbout: "Når selskaper er tatt opp, står det her hvor mange som er i drift år etter år.",
    how: "Slik er det regnet",
    compareLead: (f: { first: string; second: string }) => `${f.first} mot ${f.second}`,
    compared: (f: { chi: string; p: string }) => `Log-rank: kji-kvadrat ${f.chi}, p = ${f.p}.`,
    differs: "Forskjellen er større enn tilfeldigheter pleier å lage.",
    same: "Forskjellen er ikke større enn tilfeldigheter kan lage.",
    notCompared: "For få i et av kullene til å sammenligne.",
  },
  nn: {
    heading: "Kven er framleis i gang?",
    title: { intake: "Del selskap i drift etter opptak", age: "Del selskap i drift etter at dei vart stifta" },
    years: (years: number) =>
      years === 1 ? "eitt år" : `${["", "", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"][years] ?? years} år`,
    after: (f: { percent: string; years: string }) => `${f.percent} etter ${f.years}`,
    drawing: (f: Share & { years: string; n: string }) =>
      `Del i drift av ${f.n} selskap: ${f.percent} etter ${f.years}, mellom ${f.lower} og ${f.upper}. Tabellen under har alle år.`,
    sentence: (f: Share & { years: string; n: string }) =>
      `Av ${f.n} selskap er ${f.percent} i drift ${f.years} etter opptak. Uvissa (95 %) går frå ${f.lower} til ${f.upper}.`,
    sentenceByAge: (f: Share & { years: string; n: string }) =>
      `Av ${f.n} selskap er ${f.percent} i drift ${f.years} etter at dei vart stifta. Uvissa (95 %) går frå ${f.lower} til ${f.upper}.`,
    sentenceWithout: (f: { percent: string; years: string; n: string }) =>
      `Av ${f.n} selskap er ${f.percent} i drift etter ${f.years}. Ingen er falle frå enno.`,
    unknown: (f: { unknown: string; failed: string; survived: string; years: string }) =>
      `${f.unknown} veit ingen noko om. Er alle borte, blir talet ${f.failed} etter ${f.years}; lever alle, blir det ${f.survived}.`,
    missing: (f: { missing: string }) =>
      `${f.missing} er ikkje med: ingen veit når dei vart stifta, eller dei er ikkje sette sidan opptaket.`,
    ends: (f: { years: string }) => `Etter ${f.years} er færre enn ti følgde, og kurva stoppar.`,
    yearsWith: (years: string) => `${years} år`,
    nationalShort: (f: { percent: string; form: string }) => `${f.percent} av ${f.form} i landet`,
    national: (f: { percent: string; form: string; cohort: number; years: string }) =>
      `I heile landet var ${f.percent} av ${f.form} starta i ${f.cohort} i drift etter ${f.years}.`,
    here: (f: { percent: string; n: string; form: string; years: string }) => `Her: ${f.percent} av ${f.n} ${f.form} etter ${f.years}.`,
    hereFew: (f: { n: string; form: string; years: string }) => `Her er det for få ${f.form} (${f.n}) som er følgde i ${f.years}.`,
    source: "Kjelde",
    axis: { intake: "år sidan opptak", age: "år sidan stifting" },
    followed: "følgde så lenge",
    asTable: "Som tabell",
    caption: "Del i drift, år for år",
    year: "År",
    atRisk: "Følgde",
    share: "I drift",
    from: "Frå",
    until: "Til",
    allFailed: "Om alle ukjende er borte",
    allSurvived: "Om alle ukjende lever",
    clock: "Klokka går frå",
    clocks: { intake: "opptak", age: "stifting" },
    merged: "Gått inn i eit anna selskap",
    mergedAs: { censored: "blir følgt til då", event: "blir rekna som slutt" },
    cohort: "Kull",
    allCohorts: "alle",
    suppressed: "For få til å seie noko",
    suppressedAbout: (f: { n: string }) => `Her er ${f.n} selskap. Under ti blir ingen del rekna ut: han ville seie meir enn nokon veit.`,
    none: "Ingen selskap enno",
    noneAbout: "Når selskap er tekne opp, står det her kor mange som er i drift år etter år.",
    how: "Slik er det rekna",
    compareLead: (f: { first: string; second: string }) => `${f.first} mot ${f.second}`,
    compared: (f: { chi: string; p: string }) => `Log-rank: kji-kvadrat ${f.chi}, p = ${f.p}.`,
    differs: "Skilnaden er større enn det tilfeldige pleier å lage.",
    same: "Skilnaden er ikkje større enn det tilfeldige kan lage.",
    notCompared: "For få i eit av kulla til å samanlikne.",
  },
  en: {
    heading: "Who is still going?",
    title: { intake: "Share of companies in business after intake", age: "Share of companies in business after they were founded" },
    years: (years: number) =>
      years === 1
        ? "one year"
        : `${["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"][years] ?? years} years`,
    after: (f: { percent: string; years: string }) => `${f.percent} after ${f.years}`,
    drawing: (f: Share & { years: string; n: string }) =>
      `Share in business of ${f.n} companies: ${f.percent} after ${f.years}, between ${f.lower} and ${f.upper}. The table below has every year.`,
    sentence: (f: Share & { years: string; n: string }) =>
      `Of ${f.n} companies ${f.percent} are in business ${f.years} after intake. The uncertainty (95%) is from ${f.lower} to ${f.upper}.`,
    sentenceByAge: (f: Share & { years: string; n: string }) =>
      `Of ${f.n} companies ${f.percent} are in business ${f.years} after they were founded. The uncertainty (95%) is from ${f.lower} to ${f.upper}.`,
    sentenceWithout: (f: { percent: string; years: string; n: string }) =>
      `Of ${f.n} companies ${f.percent} are in business after ${f.years}. None has ended yet.`,
    unknown: (f: { unknown: string; failed: string; survived: string; years: string }) =>
      `Of ${f.unknown} nobody knows. If all of them are gone, it is ${f.failed} after ${f.years}; if all live, ${f.survived}.`,
    missing: (f: { missing: string }) =>
      `${f.missing} are left out: nobody knows when they were founded, or they were not seen after intake.`,
    ends: (f: { years: string }) => `After ${f.years} fewer than ten are followed, and the curve stops.`,
    yearsWith: (years: string) => `${years} years`,
    nationalShort: (f: { percent: string; form: string }) => `${f.percent} of ${f.form}, nationally`,
    national: (f: { percent: string; form: string; cohort: number; years: string }) =>
      `In the whole country ${f.percent} of ${f.form} started in ${f.cohort} were in business after ${f.years}.`,
    here: (f: { percent: string; n: string; form: string; years: string }) => `Here: ${f.percent} of ${f.n} ${f.form} after ${f.years}.`,
    hereFew: (f: { n: string; form: string; years: string }) => `Here too few ${f.form} (${f.n}) have been followed for ${f.years}.`,
    source: "Source",
    axis: { intake: "years since intake", age: "years since founding" },
    followed: "followed so long",
    asTable: "As a table",
    caption: "Share in business, year by year",
    year: "Year",
    atRisk: "Followed",
    share: "In business",
    from: "From",
    until: "To",
    allFailed: "If all unknown are gone",
    allSurvived: "If all unknown live",
    clock: "The clock starts at",
    clocks: { intake: "intake", age: "founding" },
    merged: "Went into another company",
    mergedAs: { censored: "followed until then", event: "counts as an end" },
    cohort: "Cohort",
    allCohorts: "all",
    suppressed: "Too few to say anything",
    suppressedAbout: (f: { n: string }) =>
      `There are ${f.n} companies here. Below ten no share is worked out: it would say more than anyone knows.`,
    none: "No companies yet",
    noneAbout: "When companies have been taken in, it says here how many are in business year after year.",
    how: "How it is counted",
    compareLead: (f: { first: string; second: string }) => `${f.first} against ${f.second}`,
    compared: (f: { chi: string; p: string }) => `Log-rank: chi-square ${f.chi}, p = ${f.p}.`,
    differs: "The difference is larger than chance usually makes.",
    same: "The difference is no larger than chance can make.",
    notCompared: "Too few in one of the cohorts to compare.",
  },
});
