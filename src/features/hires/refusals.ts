import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const hireRefusals = defineRefusals("hire", {
  notOffered: {
    status: 422,
    texts: {
      nb: "Huset leier ikke ut dette til andre enn medlemmene.",
      nn: "Huset leiger ikkje ut dette til andre enn medlemene.",
      en: "The space does not hire this out to others than its members.",
    },
  },
  wrongTime: {
    status: 422,
    texts: {
      nb: "Velg en tid som ligger foran oss, høyst to år fram, og som varer i høyst to uker.",
      nn: "Vel ei tid som ligg framfor oss, høgst to år fram, og som varer i høgst to veker.",
      en: "Choose a time that lies ahead, at most two years from now, and lasts two weeks at most.",
    },
  },
  tooManyPeople: {
    status: 422,
    texts: {
      nb: (d: { capacity: number }) => `Det er plass til ${d.capacity}. Velg et større rom, eller flere.`,
      nn: (d: { capacity: number }) => `Det er plass til ${d.capacity}. Vel eit større rom, eller fleire.`,
      en: (d: { capacity: number }) => `There is room for ${d.capacity}. Choose a larger room, or several.`,
    },
  },
  termsReplaced: {
    status: 409,
    texts: {
      nb: "Leievilkårene er endret. Les dem en gang til.",
      nn: "Leigevilkåra er endra. Les dei ein gong til.",
      en: "The conditions of hire have changed. Read them once more.",
    },
  },
  tooManyRequests: {
    status: 429,
    texts: {
      nb: (d: { minutes: number; seconds: number }) => `Det er sendt mange forespørsler. Prøv igjen om ${d.minutes} min.`,
      nn: (d: { minutes: number; seconds: number }) => `Det er sendt mange førespurnader. Prøv igjen om ${d.minutes} min.`,
      en: (d: { minutes: number; seconds: number }) => `Many requests have been sent. Try again in ${d.minutes} min.`,
    },
  },
  wrongStep: {
    status: 409,
    texts: {
      nb: "Forespørselen står et annet sted nå. Last siden på nytt.",
      nn: "Førespurnaden står ein annan stad no. Last sida på nytt.",
      en: "The request stands elsewhere now. Load the page again.",
    },
  },
  otherLength: {
    status: 422,
    texts: {
      nb: "Den nye tida må være like lang som den gamle: prisen er avtalt for den. Avlys og gi et nytt tilbud for en annen lengde.",
      nn: "Den nye tida må vere like lang som den gamle: prisen er avtalt for ho. Avlys og gi eit nytt tilbod for ei anna lengd.",
      en: "The new time must be as long as the old: the price was agreed for that. Cancel and give a new quote for another length.",
    },
  },
  ranOut: {
    status: 410,
    texts: {
      nb: "Tilbudet er gått ut, og tida holdes ikke lenger. Skriv til huset, så kan du få et nytt.",
      nn: "Tilbodet er gått ut, og tida er ikkje halden av lenger. Skriv til huset, så kan du få eit nytt.",
      en: "The quote has run out, and the time is no longer held. Write to the space for a new one.",
    },
  },
  wrongDeadline: {
    status: 422,
    texts: {
      nb: "Tilbudet må gjelde til et tidspunkt før leia begynner, og høyst to måneder fram.",
      nn: "Tilbodet må gjelde til eit tidspunkt før leiga byrjar, og høgst to månader fram.",
      en: "The quote must be valid until a moment before the hire begins, at most two months from now.",
    },
  },
  noVat: {
    status: 422,
    texts: {
      nb: "Huset er ikke i Merverdiavgiftsregisteret, og kan ikke kreve merverdiavgift.",
      nn: "Huset er ikkje i Meirverdiavgiftsregisteret, og kan ikkje krevje meirverdiavgift.",
      en: "The space is not registered for VAT, and cannot charge it.",
    },
  },
  discountNeedsReason: {
    status: 422,
    texts: {
      nb: "Skriv hvorfor det er rabatt, eller ta den bort.",
      nn: "Skriv kvifor det er rabatt, eller ta han bort.",
      en: "Say why there is a discount, or take it away.",
    },
  },
  notTalkedOf: {
    status: 409,
    texts: {
      nb: "Forespørselen er avsluttet.",
      nn: "Førespurnaden er avslutta.",
      en: "The request has ended.",
    },
  },
  noTerms: {
    status: 409,
    texts: {
      nb: "Skriv leievilkårene først.",
      nn: "Skriv leigevilkåra først.",
      en: "Write the conditions of hire first.",
    },
  },
});
