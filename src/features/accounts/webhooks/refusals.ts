import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const webhookRefusals = defineRefusals("webhook", {
  addressNotPublic: {
    status: 422,
    texts: {
      nb: "Adressen må begynne med https:// og være åpen for alle på internett.",
      nn: "Adressa må byrje med https:// og vere open for alle på internett.",
      en: "The address must begin with https:// and be open to everyone on the internet.",
    },
  },
  tooMany: {
    status: 409,
    texts: {
      nb: (details: { most: number }) => `En organisasjon kan ha ${details.most} webhooks. Fjern en av dem først.`,
      nn: (details: { most: number }) => `Ein organisasjon kan ha ${details.most} webhooks. Fjern ein av dei først.`,
      en: (details: { most: number }) => `An organization can have ${details.most} webhooks. Remove one of them first.`,
    },
  },
});
