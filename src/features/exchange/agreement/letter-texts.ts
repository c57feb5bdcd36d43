import { catalogue } from "../../../platform/language/language.ts";

type Published = { network: string; from: string };
type Leaving = { space: string; from: string };

/** What is written about the agreement: to those who must answer to a version, and to the one who runs the network. */
export const agreementLetterTexts = catalogue({
  nb: {
    published: ({ network, from }: Published) => ({
      subject: `Ny avtale om gjestedager i ${network} fra ${from}`,
      text: `Den nye versjonen gjelder fra ${from}. Fra den dagen gir og tar bare hus som har sagt ja til den, gjestedager.`,
    }),
    readAndAnswer: (space: string) => `Les og svar for ${space}`,
    withdrawn: ({ space, from }: Leaving) => ({
      subject: `${space} går ut av avtalen fra ${from}`,
      text: `Fra ${from} gir ${space} ingen nye gjestedager, og medlemmene der tar ingen. Dager som alt er booket, holdes på begge sider.`,
    }),
    reason: (reason: string) => `De skriver: ${reason}`,
    seeAgreement: "Se hvem som er med",
  },
  nn: {
    published: ({ network, from }: Published) => ({
      subject: `Ny avtale om gjestedagar i ${network} frå ${from}`,
      text: `Den nye versjonen gjeld frå ${from}. Frå den dagen gjev og tek berre hus som har sagt ja til han, gjestedagar.`,
    }),
    readAndAnswer: (space: string) => `Les og svar for ${space}`,
    withdrawn: ({ space, from }: Leaving) => ({
      subject: `${space} går ut av avtalen frå ${from}`,
      text: `Frå ${from} gjev ${space} ingen nye gjestedagar, og medlemene der tek ingen. Dagar som alt er booka, blir haldne på begge sider.`,
    }),
    reason: (reason: string) => `Dei skriv: ${reason}`,
    seeAgreement: "Sjå kven som er med",
  },
  en: {
    published: ({ network, from }: Published) => ({
      subject: `New agreement on guest days in ${network} from ${from}`,
      text: `The new version holds from ${from}. From that day only spaces that have accepted it give and take guest days.`,
    }),
    readAndAnswer: (space: string) => `Read and answer for ${space}`,
    withdrawn: ({ space, from }: Leaving) => ({
      subject: `${space} leaves the agreement from ${from}`,
      text: `From ${from} ${space} gives no new guest days, and its members take none. Days already booked are honoured on both sides.`,
    }),
    reason: (reason: string) => `They write: ${reason}`,
    seeAgreement: "See who takes part",
  },
});
