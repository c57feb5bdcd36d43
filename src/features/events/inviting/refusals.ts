import { defineRefusals } from "../../../platform/refusal/refusal.ts";

/** What inviting people to an event does not allow. */
export const invitationRefusals = defineRefusals("event_invitation", {
  hasRegistered: {
    status: 409,
    texts: {
      nb: "Den som er påmeldt, gir plassen tilbake. Invitasjonen står.",
      nn: "Den som er påmeld, gir plassen tilbake. Invitasjonen står.",
      en: "Whoever has registered gives the place back. The invitation stands.",
    },
  },
});
