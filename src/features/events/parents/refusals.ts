import { defineRefusals } from "../../../platform/refusal/refusal.ts";
import type { WrongAnswer } from "../questions/question.ts";
import type { RowFault } from "./create-parent.ts";

type Unanswered = { events: { event: string; answers: WrongAnswer[] }[] };

/** What festivals and series do not allow. */
export const parentRefusals = defineRefusals("event_parent", {
  rowsWrong: {
    status: 400,
    texts: {
      nb: (d: { rows: RowFault[] }) => `${d.rows.length} av arrangementene kan ikke lagres slik de står. Ingenting er lagret ennå.`,
      nn: (d: { rows: RowFault[] }) => `${d.rows.length} av arrangementa kan ikkje lagrast slik dei står. Ingenting er lagra enno.`,
      en: (d: { rows: RowFault[] }) => `${d.rows.length} of the events cannot be saved as they stand. Nothing is saved yet.`,
    },
  },
  needsRecurrence: {
    status: 400,
    texts: {
      nb: "En serie har ett arrangement og en regel for hvordan det gjentas; en festival har ingen regel.",
      nn: "Ein serie har eitt arrangement og ein regel for korleis det blir gjenteke; ein festival har ingen regel.",
      en: "A series has one event and a rule for how it repeats; a festival has no rule.",
    },
  },
  notAll: {
    status: 409,
    texts: {
      nb: "Du kunne ikke meldes på alle, så ingen av påmeldingene er gjort.",
      nn: "Du kunne ikkje meldast på alle, så ingen av påmeldingane er gjorde.",
      en: "You could not be registered for all of them, so none of the registrations is made.",
    },
  },
  notAnswered: {
    status: 400,
    texts: {
      nb: (d: Unanswered) =>
        `${d.events.length === 1 ? "Et arrangement spør" : `${d.events.length} arrangementer spør`} om noe du må svare på først.`,
      nn: (d: Unanswered) =>
        `${d.events.length === 1 ? "Eit arrangement spør" : `${d.events.length} arrangement spør`} om noko du må svare på fyrst.`,
      en: (d: Unanswered) =>
        `${d.events.length === 1 ? "One event asks" : `${d.events.length} events ask`} something you have to answer first.`,
    },
  },
  none: {
    status: 409,
    texts: {
      nb: "Ingen av påmeldingene kunne gjøres.",
      nn: "Ingen av påmeldingane kunne gjerast.",
      en: "None of the registrations could be made.",
    },
  },
  notOfParent: {
    status: 409,
    texts: {
      nb: "Arrangementet hører ikke til en serie eller en festival.",
      nn: "Arrangementet høyrer ikkje til ein serie eller ein festival.",
      en: "The event belongs to no series and no festival.",
    },
  },
  notOfSeries: {
    status: 409,
    texts: {
      nb: "Arrangementet hører ikke til en serie.",
      nn: "Arrangementet høyrer ikkje til ein serie.",
      en: "The event belongs to no series.",
    },
  },
});
