import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const productionRefusals = defineRefusals("production", {
  noOrdersHere: {
    status: 422,
    texts: {
      nb: "Huset har ingen maskiner, og tar ikke bestillinger.",
      nn: "Huset har ingen maskiner, og tek ikkje bestillingar.",
      en: "The space has no machines, and takes no orders.",
    },
  },
  wrongStep: {
    status: 409,
    texts: {
      nb: "Bestillingen kan ikke gå dit nå. Last siden på nytt og se hvor den står.",
      nn: "Bestillinga kan ikkje gå dit no. Last sida på nytt og sjå kvar ho står.",
      en: "The order cannot go there now. Load the page again to see where it stands.",
    },
  },
  notNow: {
    status: 409,
    texts: {
      nb: "Dette kan ikke endres lenger. Skriv en melding i stedet.",
      nn: "Dette kan ikkje endrast lenger. Skriv ei melding i staden.",
      en: "This can no longer be changed. Write a message instead.",
    },
  },
  nothingQuoted: {
    status: 422,
    texts: {
      nb: "Legg inn minst én linje med pris først.",
      nn: "Legg inn minst éi linje med pris først.",
      en: "Add at least one line with a price first.",
    },
  },
  priceAgreed: {
    status: 409,
    texts: {
      nb: "Prisen er avtalt. Det som legges til nå, er uten pris.",
      nn: "Prisen er avtalt. Det som blir lagt til no, er utan pris.",
      en: "The price is agreed. What is added now has no price.",
    },
  },
  notThatLine: {
    status: 422,
    texts: {
      nb: "En av linjene hører ikke til bestillingen.",
      nn: "Ei av linjene høyrer ikkje til bestillinga.",
      en: "One of the lines is not of this order.",
    },
  },
  moreThanAgreed: {
    status: 422,
    texts: {
      nb: (details: { line: string }) => `«${details.line}»: det kan ikke kreves eller brukes mer enn det som ble avtalt.`,
      nn: (details: { line: string }) => `«${details.line}»: det kan ikkje krevjast eller brukast meir enn det som vart avtalt.`,
      en: (details: { line: string }) => `“${details.line}”: no more can be asked for or used than was agreed.`,
    },
  },
  notForThem: {
    status: 422,
    texts: {
      nb: "Du kan ikke bestille for den organisasjonen her. Det kan de som leder den, og de den betaler for i huset.",
      nn: "Du kan ikkje bestille for den organisasjonen her. Det kan dei som leier han, og dei han betaler for i huset.",
      en: "You cannot order for that organization here. Those who manage it can, and those it pays for in the space.",
    },
  },
  notTheirChoice: {
    status: 422,
    texts: {
      nb: "Bare den som har bestilt, kan si hvem som betaler.",
      nn: "Berre den som har bestilt, kan seie kven som betaler.",
      en: "Only whoever placed the order can say who pays.",
    },
  },
  wrongFile: {
    status: 422,
    texts: {
      nb: "Fila må være STL, STEP, SVG, DXF, PDF, PNG eller JPEG, og inneholde det navnet sier.",
      nn: "Fila må vere STL, STEP, SVG, DXF, PDF, PNG eller JPEG, og innehalde det namnet seier.",
      en: "The file must be STL, STEP, SVG, DXF, PDF, PNG or JPEG, and hold what its name says.",
    },
  },
  fileTooLarge: {
    status: 413,
    texts: {
      nb: (details: { megabytes: number }) => `Fila er for stor. Den kan være på ${details.megabytes} MB.`,
      nn: (details: { megabytes: number }) => `Fila er for stor. Ho kan vere på ${details.megabytes} MB.`,
      en: (details: { megabytes: number }) => `The file is too large. It can have ${details.megabytes} MB.`,
    },
  },
  tooManyFiles: {
    status: 409,
    texts: {
      nb: (details: { most: number }) => `Det er ${details.most} filer på bestillingen. Ta bort en først.`,
      nn: (details: { most: number }) => `Det er ${details.most} filer på bestillinga. Ta bort ei først.`,
      en: (details: { most: number }) => `There are ${details.most} files with the order. Take one away first.`,
    },
  },
  photosNotAllowed: {
    status: 409,
    texts: {
      nb: "Kunden har ikke sagt ja til bilder.",
      nn: "Kunden har ikkje sagt ja til bilete.",
      en: "The customer has not agreed to photos.",
    },
  },
  notAPhoto: {
    status: 422,
    texts: {
      nb: "Bildet må være JPEG, PNG eller WebP på høyst 15 MB og 50 millioner bildepunkter.",
      nn: "Biletet må vere JPEG, PNG eller WebP på høgst 15 MB og 50 millionar biletpunkt.",
      en: "The picture must be JPEG, PNG or WebP of at most 15 MB and 50 million pixels.",
    },
  },
  notOurMachine: {
    status: 422,
    texts: {
      nb: "Maskinen står ikke i dette huset.",
      nn: "Maskina står ikkje i dette huset.",
      en: "The machine is not in this space.",
    },
  },
});
