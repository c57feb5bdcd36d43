import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const storyRefusals = defineRefusals("story", {
  textMissing: {
    status: 422,
    texts: {
      nb: "Skriv hva bildet viser, på ett språk i det minste.",
      nn: "Skriv kva biletet viser, på eitt språk i det minste.",
      en: "Say what the photo shows, in one language at least.",
    },
  },
  altMissing: {
    status: 409,
    texts: {
      nb: (d: { story: string }) => `«${d.story}» mangler ord om hva bildet viser, på hvert språk fortellingen er skrevet på.`,
      nn: (d: { story: string }) => `«${d.story}» manglar ord om kva biletet viser, på kvart språk forteljinga er skriven på.`,
      en: (d: { story: string }) => `“${d.story}” does not say what its photo shows in every language it is written in.`,
    },
  },
  peopleNotSaid: {
    status: 409,
    texts: {
      nb: (d: { story: string }) => `«${d.story}» sier ikke hvem som er vist eller sitert. Er det ingen, må det sies.`,
      nn: (d: { story: string }) => `«${d.story}» seier ikkje kven som er vist eller sitert. Er det ingen, må det seiast.`,
      en: (d: { story: string }) => `“${d.story}” does not say who is shown or quoted. If it is nobody, that has to be said.`,
    },
  },
  consentMissing: {
    status: 409,
    texts: {
      nb: (d: { story: string; names: string }) => `«${d.story}» kan ikke legges ut uten samtykke fra ${d.names}.`,
      nn: (d: { story: string; names: string }) => `«${d.story}» kan ikkje leggjast ut utan samtykke frå ${d.names}.`,
      en: (d: { story: string; names: string }) => `“${d.story}” cannot be published without the consent of ${d.names}.`,
    },
  },
  notHere: {
    status: 422,
    texts: {
      nb: "Fortellingen finnes ikke hos den som gir ut rapporten.",
      nn: "Forteljinga finst ikkje hos den som gir ut rapporten.",
      en: "There is no such story with those who publish the report.",
    },
  },
  stillNamed: {
    status: 409,
    texts: {
      nb: (d: { name: string }) => `${d.name} står fremdeles med navn i fortellingen. Skriv den om først.`,
      nn: (d: { name: string }) => `${d.name} står framleis med namn i forteljinga. Skriv henne om først.`,
      en: (d: { name: string }) => `${d.name} is still named in the story. Rewrite it first.`,
    },
  },
  tooManyPeople: {
    status: 409,
    texts: {
      nb: (d: { most: number }) => `Det er plass til ${d.most} personer i en fortelling.`,
      nn: (d: { most: number }) => `Det er plass til ${d.most} personar i ei forteljing.`,
      en: (d: { most: number }) => `There is room for ${d.most} people in a story.`,
    },
  },
  published: {
    status: 409,
    texts: {
      nb: "Fortellingen står i en rapport som er lagt ut, og kan ikke slettes. De som er med, kan trekke den tilbake.",
      nn: "Forteljinga står i ein rapport som er lagd ut, og kan ikkje slettast. Dei som er med, kan trekkje henne attende.",
      en: "The story is in a published report and cannot be deleted. Those who are in it can take it back.",
    },
  },
  notGiven: {
    status: 409,
    texts: {
      nb: "Det er ikke noe samtykke å trekke tilbake.",
      nn: "Det er ikkje noko samtykke å trekkje attende.",
      en: "There is no consent to take back.",
    },
  },
  changed: {
    status: 409,
    texts: {
      nb: "Fortellingen er endret siden du leste den. Les den igjen før du svarer.",
      nn: "Forteljinga er endra sidan du las henne. Les henne igjen før du svarer.",
      en: "The story has changed since you read it. Read it again before you answer.",
    },
  },
});
