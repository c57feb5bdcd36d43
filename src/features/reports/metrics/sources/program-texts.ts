import { catalogue } from "../../../../platform/language/language.ts";

export const programPopulation = {
  nb: "Bedriftene i organisasjonens programmer, og i medlemmenes, hver talt én gang, der de selv eller registeret sier at de ligger",
  nn: "Bedriftene i programma til organisasjonen, og til medlemmene, kvar talt éin gong, der dei sjølve eller registeret seier at dei ligg",
  en: "The startups of the organization's programs, and of its members', each counted once, where they or the register say they are",
};

export const programTexts = catalogue({
  nb: {
    "programs-intakes": { name: "Tatt opp", definition: "Bedrifter som kom inn i perioden, ført på dagen de først kom inn." },
    "programs-companies": { name: "Tatt opp i alt", definition: "Bedrifter som noen gang er tatt opp, til og med periodens siste dag." },
    "programs-running": {
      name: "I drift",
      definition:
        "Av dem som er tatt opp: de som er i drift på periodens siste dag, uansett hvor lenge siden de kom. Ukjente er ikke med. Overlevelse over tid står på programmets side.",
    },
    "programs-jobs": {
      name: "Arbeidsplasser, minst",
      definition: "Ansatte på periodens siste dag. Der registeret bare sier 0–4, er det minste talt; det høyeste står for seg.",
    },
    "programs-jobs-at-most": {
      name: "Arbeidsplasser, høyst",
      definition: "Ansatte på periodens siste dag. Der registeret bare sier 0–4, er fire talt.",
    },
    "programs-jobs-created": {
      name: "Skapt i alt",
      definition: "Alle økninger i antall ansatte siden opptaket, til og med periodens siste dag, minst så mange.",
    },
    "programs-jobs-lost": {
      name: "Borte i alt",
      definition: "Alle nedganger i antall ansatte siden opptaket, til og med periodens siste dag, minst så mange.",
    },
  },
  nn: {
    "programs-intakes": { name: "Tekne opp", definition: "Bedrifter som kom inn i perioden, førte på dagen dei først kom inn." },
    "programs-companies": {
      name: "Tekne opp i alt",
      definition: "Bedrifter som nokon gong er tekne opp, til og med den siste dagen i perioden.",
    },
    "programs-running": {
      name: "I drift",
      definition:
        "Av dei som er tekne opp: dei som er i drift den siste dagen i perioden, same kor lenge sidan dei kom. Ukjende er ikkje med. Overleving over tid står på sida til programmet.",
    },
    "programs-jobs": {
      name: "Arbeidsplassar, minst",
      definition: "Tilsette den siste dagen i perioden. Der registeret berre seier 0–4, er det minste talt; det høgste står for seg.",
    },
    "programs-jobs-at-most": {
      name: "Arbeidsplassar, høgst",
      definition: "Tilsette den siste dagen i perioden. Der registeret berre seier 0–4, er fire talde.",
    },
    "programs-jobs-created": {
      name: "Skapte i alt",
      definition: "All auke i talet på tilsette sidan opptaket, til og med den siste dagen i perioden, minst så mange.",
    },
    "programs-jobs-lost": {
      name: "Borte i alt",
      definition: "All nedgang i talet på tilsette sidan opptaket, til og med den siste dagen i perioden, minst så mange.",
    },
  },
  en: {
    "programs-intakes": { name: "Taken in", definition: "Startups that came in within the period, on the day they first came in." },
    "programs-companies": { name: "Taken in altogether", definition: "Startups ever taken in, up to the last day of the period." },
    "programs-running": {
      name: "Running",
      definition:
        "Of those taken in: the ones that run on the last day of the period, however long since they came. Unknown ones are not among them. Survival over time stands on the program's page.",
    },
    "programs-jobs": {
      name: "Jobs, at least",
      definition:
        "Employees on the last day of the period. Where the register says only 0–4, the least is counted; the most stands by itself.",
    },
    "programs-jobs-at-most": {
      name: "Jobs, at most",
      definition: "Employees on the last day of the period. Where the register says only 0–4, four are counted.",
    },
    "programs-jobs-created": {
      name: "Created altogether",
      definition: "Every rise of the number of employees since the intake, up to the last day of the period, at least so many.",
    },
    "programs-jobs-lost": {
      name: "Lost altogether",
      definition: "Every fall of the number of employees since the intake, up to the last day of the period, at least so many.",
    },
  },
});
