import { catalogue } from "../../platform/language/language.ts";
import type { OrderState } from "./order.ts";

type Facts = { title: string; space: string; customer: string; price: string; owed: string | undefined };

/** A letter about an order: its subject, and what it says. */
export type OrderLetter = { subject: (f: Facts) => string; text: (f: Facts) => string };

type Letters = Partial<Record<OrderState | "message", OrderLetter>>;

/** What customers and labs are written to about orders. */
export const orderLetterTexts = catalogue<{ seeOrder: string; reason: (reason: string) => string; toCustomer: Letters; toLab: Letters }>({
  nb: {
    seeOrder: "Se bestillingen",
    reason: (reason) => `Grunn: ${reason}`,
    toCustomer: {
      asked: { subject: (f) => `${f.space} ser på prisen igjen`, text: (f) => `Tilbudet på «${f.title}» er trukket tilbake for å endres.` },
      quoted: {
        subject: (f) => `Tilbud på «${f.title}»: ${f.price}`,
        text: (f) => `${f.space} kan lage «${f.title}» for ${f.price}. Si ja, så begynner de.`,
      },
      in_production: { subject: (f) => `«${f.title}» er i arbeid`, text: (f) => `${f.space} har begynt på «${f.title}».` },
      ready: { subject: (f) => `«${f.title}» er klar`, text: (f) => `Hent den hos ${f.space} når de har åpent.` },
      collected: { subject: (f) => `«${f.title}» er hentet`, text: (f) => `Prisen er ${f.price}, som avtalt. Takk for bestillingen.` },
      declined: {
        subject: (f) => `${f.space} kan ikke lage «${f.title}»`,
        text: () => "Bestillingen er avsluttet. Du betaler ikke for den.",
      },
      stopped: {
        subject: (f) => `${f.space} måtte stanse arbeidet med «${f.title}»`,
        text: (f) =>
          f.owed
            ? `Det blir ikke gjort ferdig. Du betaler ${f.owed} for det som ble gjort.`
            : "Det blir ikke gjort ferdig. Du betaler ikke for det.",
      },
      message: { subject: (f) => `Melding om «${f.title}»`, text: (f) => `${f.space} har skrevet til deg om «${f.title}».` },
    },
    toLab: {
      asked: { subject: (f) => `${f.customer} spør om «${f.title}»`, text: (f) => `En ny bestilling til ${f.space} venter på pris.` },
      accepted: { subject: (f) => `Ja til «${f.title}»`, text: (f) => `${f.customer} sier ja til ${f.price}. Arbeidet kan begynne.` },
      declined: { subject: (f) => `Nei til «${f.title}»`, text: (f) => `${f.customer} går ikke videre med «${f.title}».` },
      message: { subject: (f) => `Melding om «${f.title}»`, text: (f) => `${f.customer} har skrevet om «${f.title}».` },
    },
  },
  nn: {
    seeOrder: "Sjå bestillinga",
    reason: (reason) => `Grunn: ${reason}`,
    toCustomer: {
      asked: { subject: (f) => `${f.space} ser på prisen igjen`, text: (f) => `Tilbodet på «${f.title}» er trekt tilbake for å endrast.` },
      quoted: {
        subject: (f) => `Tilbod på «${f.title}»: ${f.price}`,
        text: (f) => `${f.space} kan lage «${f.title}» for ${f.price}. Sei ja, så byrjar dei.`,
      },
      in_production: { subject: (f) => `«${f.title}» er i arbeid`, text: (f) => `${f.space} har byrja på «${f.title}».` },
      ready: { subject: (f) => `«${f.title}» er klar`, text: (f) => `Hent henne hos ${f.space} når dei har ope.` },
      collected: { subject: (f) => `«${f.title}» er henta`, text: (f) => `Prisen er ${f.price}, som avtalt. Takk for bestillinga.` },
      declined: {
        subject: (f) => `${f.space} kan ikkje lage «${f.title}»`,
        text: () => "Bestillinga er avslutta. Du betaler ikkje for henne.",
      },
      stopped: {
        subject: (f) => `${f.space} måtte stanse arbeidet med «${f.title}»`,
        text: (f) =>
          f.owed
            ? `Det blir ikkje gjort ferdig. Du betaler ${f.owed} for det som vart gjort.`
            : "Det blir ikkje gjort ferdig. Du betaler ikkje for det.",
      },
      message: { subject: (f) => `Melding om «${f.title}»`, text: (f) => `${f.space} har skrive til deg om «${f.title}».` },
    },
    toLab: {
      asked: { subject: (f) => `${f.customer} spør om «${f.title}»`, text: (f) => `Ei ny bestilling til ${f.space} ventar på pris.` },
      accepted: { subject: (f) => `Ja til «${f.title}»`, text: (f) => `${f.customer} seier ja til ${f.price}. Arbeidet kan byrje.` },
      declined: { subject: (f) => `Nei til «${f.title}»`, text: (f) => `${f.customer} går ikkje vidare med «${f.title}».` },
      message: { subject: (f) => `Melding om «${f.title}»`, text: (f) => `${f.customer} har skrive om «${f.title}».` },
    },
  },
  en: {
    seeOrder: "See the order",
    reason: (reason) => `Reason: ${reason}`,
    toCustomer: {
      asked: {
        subject: (f) => `${f.space} is looking at the price again`,
        text: (f) => `The quote for “${f.title}” was taken back to be changed.`,
      },
      quoted: {
        subject: (f) => `Quote for “${f.title}”: ${f.price}`,
        text: (f) => `${f.space} can make “${f.title}” for ${f.price}. Say yes, and they begin.`,
      },
      in_production: { subject: (f) => `“${f.title}” is being made`, text: (f) => `${f.space} has begun on “${f.title}”.` },
      ready: { subject: (f) => `“${f.title}” is ready`, text: (f) => `Collect it at ${f.space} during their opening hours.` },
      collected: {
        subject: (f) => `“${f.title}” has been collected`,
        text: (f) => `The price is ${f.price}, as agreed. Thank you for the order.`,
      },
      declined: { subject: (f) => `${f.space} cannot make “${f.title}”`, text: () => "The order is closed. You do not pay for it." },
      stopped: {
        subject: (f) => `${f.space} had to stop the work on “${f.title}”`,
        text: (f) =>
          f.owed ? `It will not be finished. You pay ${f.owed} for what was done.` : "It will not be finished. You do not pay for it.",
      },
      message: { subject: (f) => `Message about “${f.title}”`, text: (f) => `${f.space} has written to you about “${f.title}”.` },
    },
    toLab: {
      asked: { subject: (f) => `${f.customer} asks for “${f.title}”`, text: (f) => `A new order to ${f.space} waits for a price.` },
      accepted: { subject: (f) => `Yes to “${f.title}”`, text: (f) => `${f.customer} says yes to ${f.price}. The work can begin.` },
      declined: { subject: (f) => `No to “${f.title}”`, text: (f) => `${f.customer} does not go on with “${f.title}”.` },
      message: { subject: (f) => `Message about “${f.title}”`, text: (f) => `${f.customer} has written about “${f.title}”.` },
    },
  },
});
