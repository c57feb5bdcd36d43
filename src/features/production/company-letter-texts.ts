import { catalogue } from "../../platform/language/language.ts";
import type { OrderLetter } from "./letter-texts.ts";
import type { OrderState } from "./order.ts";

/** What somebody who ordered for a company is written to when another of the company acts for it. */
export const companyLetterTexts = catalogue<Partial<Record<OrderState | "message", OrderLetter>>>({
  nb: {
    accepted: {
      subject: (f) => `Ja til «${f.title}»`,
      text: (f) => `${f.customer} har sagt ja til ${f.price} hos ${f.space} for «${f.title}», som du bestilte.`,
    },
    declined: {
      subject: (f) => `«${f.title}» er avbestilt`,
      text: (f) => `${f.customer} har avbestilt «${f.title}» hos ${f.space}, som du bestilte. Det er ikke noe å betale.`,
    },
    message: {
      subject: (f) => `Melding om «${f.title}»`,
      text: (f) => `${f.customer} har skrevet til ${f.space} om «${f.title}», som du bestilte.`,
    },
  },
  nn: {
    accepted: {
      subject: (f) => `Ja til «${f.title}»`,
      text: (f) => `${f.customer} har sagt ja til ${f.price} hos ${f.space} for «${f.title}», som du bestilte.`,
    },
    declined: {
      subject: (f) => `«${f.title}» er avbestilt`,
      text: (f) => `${f.customer} har avbestilt «${f.title}» hos ${f.space}, som du bestilte. Det er ikkje noko å betale.`,
    },
    message: {
      subject: (f) => `Melding om «${f.title}»`,
      text: (f) => `${f.customer} har skrive til ${f.space} om «${f.title}», som du bestilte.`,
    },
  },
  en: {
    accepted: {
      subject: (f) => `Yes to “${f.title}”`,
      text: (f) => `${f.customer} has said yes to ${f.price} at ${f.space} for “${f.title}”, which you ordered.`,
    },
    declined: {
      subject: (f) => `“${f.title}” has been called off`,
      text: (f) => `${f.customer} has called off “${f.title}” at ${f.space}, which you ordered. There is nothing to pay.`,
    },
    message: {
      subject: (f) => `Message about “${f.title}”`,
      text: (f) => `${f.customer} has written to ${f.space} about “${f.title}”, which you ordered.`,
    },
  },
});
