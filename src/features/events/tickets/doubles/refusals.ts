import { defineRefusals } from "../../../../platform/refusal/refusal.ts";

/** What settling a ticket that was scanned twice does not allow. */
export const doubleRefusals = defineRefusals("ticket_double", {
  isNone: {
    status: 409,
    texts: {
      nb: "Billetten er ikke sluppet inn på to ganger, så det er ikke noe å avgjøre.",
      nn: "Billetten er ikkje sleppt inn på to gonger, så det er ikkje noko å avgjere.",
      en: "The ticket has not been let in on twice, so there is nothing to settle.",
    },
  },
});
