import { catalogue } from "../../../../platform/language/language.ts";

/** Why one was not registered for some of what one ticked, by the code of what refused it. */
export const whyNotWords = catalogue({
  nb: {
    queue: (f: { title: string }) => `${f.title}: det er kø hit. Du velger plass når det er din tur.`,
    toQueue: "Stå i køen",
    queueFirst: "Hit er det kø. Stå i den først, og meld deg på når det er din tur.",
    byCode: {
      "event.sold_out": (f: { titles: string }) => `Ikke plass: ${f.titles}.`,
      "event.sale_over": (f: { titles: string }) => `Påmeldingen er stengt: ${f.titles}.`,
      "event.not_open_yet": (f: { titles: string }) => `Påmeldingen er ikke åpnet ennå: ${f.titles}.`,
      "event.members_only": (f: { titles: string }) => `Bare for medlemmer, og du er ikke det der det gjelder: ${f.titles}.`,
      "event.wrong_access_code": (f: { titles: string }) => `Krever en kode, som skrives på siden til arrangementet: ${f.titles}.`,
      "event.too_many_places": (f: { titles: string }) => `Flere plasser enn det kan tas i én påmelding: ${f.titles}.`,
      "event.cancelled": (f: { titles: string }) => `Avlyst: ${f.titles}.`,
      "event.is_over": (f: { titles: string }) => `Over: ${f.titles}.`,
    } as Record<string, (f: { titles: string }) => string>,
    otherwise: (f: { titles: string }) => `Gikk ikke: ${f.titles}. Prøv på siden til arrangementet.`,
  },
  nn: {
    queue: (f) => `${f.title}: det er kø hit. Du vel plass når det er din tur.`,
    toQueue: "Stå i køen",
    queueFirst: "Hit er det kø. Stå i han fyrst, og meld deg på når det er din tur.",
    byCode: {
      "event.sold_out": (f) => `Ikkje plass: ${f.titles}.`,
      "event.sale_over": (f) => `Påmeldinga er stengd: ${f.titles}.`,
      "event.not_open_yet": (f) => `Påmeldinga er ikkje opna enno: ${f.titles}.`,
      "event.members_only": (f) => `Berre for medlemer, og du er ikkje det der det gjeld: ${f.titles}.`,
      "event.wrong_access_code": (f) => `Krev ein kode, som blir skriven på sida til arrangementet: ${f.titles}.`,
      "event.too_many_places": (f) => `Fleire plassar enn det kan takast i éi påmelding: ${f.titles}.`,
      "event.cancelled": (f) => `Avlyst: ${f.titles}.`,
      "event.is_over": (f) => `Over: ${f.titles}.`,
    },
    otherwise: (f) => `Gjekk ikkje: ${f.titles}. Prøv på sida til arrangementet.`,
  },
  en: {
    queue: (f) => `${f.title}: there is a queue for this one. You choose a place when it is your turn.`,
    toQueue: "Stand in the queue",
    queueFirst: "There is a queue for this one. Stand in it first, and register when it is your turn.",
    byCode: {
      "event.sold_out": (f) => `No room: ${f.titles}.`,
      "event.sale_over": (f) => `Registration has closed: ${f.titles}.`,
      "event.not_open_yet": (f) => `Registration has not opened yet: ${f.titles}.`,
      "event.members_only": (f) => `For members only, and you are not one where it counts: ${f.titles}.`,
      "event.wrong_access_code": (f) => `Needs a code, which is written on the event's own page: ${f.titles}.`,
      "event.too_many_places": (f) => `More places than one registration can take: ${f.titles}.`,
      "event.cancelled": (f) => `Called off: ${f.titles}.`,
      "event.is_over": (f) => `Over: ${f.titles}.`,
    },
    otherwise: (f) => `Did not work: ${f.titles}. Try on the event's own page.`,
  },
});
