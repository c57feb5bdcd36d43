import { catalogue } from "../../../platform/language/language.ts";

type Told = { subject: string; text: string };
type Between = { startup: string; investor: string; network: string };

/** What is written about introductions. No letter has contact data: they stand on the page, as long as both let them. */
export const introductionTexts = catalogue<{
  seeIntroduction: string;
  aStartup: string;
  asked: {
    startup: (about: Between & { until: string; isByNetwork: boolean }) => Told & { means: string };
    investor: (about: Between & { until: string; isByNetwork: boolean }) => Told & { means: string };
  };
  made: Record<"startup" | "investor", (about: Between) => Told>;
  declined: Record<"startup" | "investor" | "network", (about: Between) => Told>;
  expired: Record<"startup" | "investor" | "network", (about: Between) => Told>;
}>({
  nb: {
    seeIntroduction: "Se introduksjonen",
    aStartup: "et selskap",
    asked: {
      startup: ({ investor, network, until, isByNetwork }) => ({
        subject: `Vil dere møte ${investor}?`,
        text: `${isByNetwork ? `${network} mener at dere og ${investor} bør møtes` : `${investor} vil gjerne møte dere`} om kapitalrunden. Svar innen ${until}.`,
        means: "Sier dere ja, får de vite hvem dere er. Sier begge ja, får begge vite hvem de kan kontakte.",
      }),
      investor: ({ startup, network, until, isByNetwork }) => ({
        subject: "Vil dere møte et selskap?",
        text: isByNetwork
          ? `${network} spør om dere vil møte ${startup} som henter penger. Svar innen ${until}.`
          : `Dere er spurt om å møte ${startup}, som henter penger. Svar innen ${until}.`,
        means: "Sier begge ja, får begge vite hvem de kan kontakte.",
      }),
    },
    made: {
      startup: ({ investor }) => ({
        subject: `Dere er introdusert for ${investor}`,
        text: `Dere og ${investor} har sagt ja. Kontaktopplysningene står på siden.`,
      }),
      investor: ({ startup }) => ({
        subject: `Dere er introdusert for ${startup}`,
        text: `Dere og ${startup} har sagt ja. Kontaktopplysningene står på siden.`,
      }),
    },
    declined: {
      startup: ({ investor }) => ({ subject: `${investor} takket nei`, text: `${investor} vil ikke møtes nå.` }),
      investor: ({ startup }) => ({ subject: "Svar på spørsmålet deres", text: `Dere spurte om å møte ${startup}. De takket nei.` }),
      network: ({ startup, investor }) => ({
        subject: "Det ble ingen introduksjon",
        text: `Dere spurte om ${startup} og ${investor} ville møtes. En av dem takket nei.`,
      }),
    },
    expired: {
      startup: ({ investor }) => ({ subject: "Spørsmålet gikk ut", text: `${investor} svarte ikke i tide. Dere kan spørre på nytt.` }),
      investor: ({ startup }) => ({
        subject: "Spørsmålet gikk ut",
        text: `Dere spurte om å møte ${startup}, og fikk ikke svar i tide. Dere kan spørre på nytt.`,
      }),
      network: ({ startup, investor }) => ({
        subject: "Spørsmålet gikk ut",
        text: `Dere spurte om ${startup} og ${investor} ville møtes. Ikke begge svarte i tide.`,
      }),
    },
  },
  nn: {
    seeIntroduction: "Sjå introduksjonen",
    aStartup: "eit selskap",
    asked: {
      startup: ({ investor, network, until, isByNetwork }) => ({
        subject: `Vil de møte ${investor}?`,
        text: `${isByNetwork ? `${network} meiner at de og ${investor} bør møtast` : `${investor} vil gjerne møte dykk`} om kapitalrunda. Svar innan ${until}.`,
        means: "Seier de ja, får dei vite kven de er. Seier begge ja, får begge vite kven dei kan kontakte.",
      }),
      investor: ({ startup, network, until, isByNetwork }) => ({
        subject: "Vil de møte eit selskap?",
        text: isByNetwork
          ? `${network} spør om de vil møte ${startup} som hentar pengar. Svar innan ${until}.`
          : `De er spurde om å møte ${startup}, som hentar pengar. Svar innan ${until}.`,
        means: "Seier begge ja, får begge vite kven dei kan kontakte.",
      }),
    },
    made: {
      startup: ({ investor }) => ({
        subject: `De er introduserte for ${investor}`,
        text: `De og ${investor} har sagt ja. Kontaktopplysningane står på sida.`,
      }),
      investor: ({ startup }) => ({
        subject: `De er introduserte for ${startup}`,
        text: `De og ${startup} har sagt ja. Kontaktopplysningane står på sida.`,
      }),
    },
    declined: {
      startup: ({ investor }) => ({ subject: `${investor} takka nei`, text: `${investor} vil ikkje møtast no.` }),
      investor: ({ startup }) => ({ subject: "Svar på spørsmålet dykkar", text: `De spurde om å møte ${startup}. Dei takka nei.` }),
      network: ({ startup, investor }) => ({
        subject: "Det vart ingen introduksjon",
        text: `De spurde om ${startup} og ${investor} ville møtast. Ein av dei takka nei.`,
      }),
    },
    expired: {
      startup: ({ investor }) => ({ subject: "Spørsmålet gjekk ut", text: `${investor} svara ikkje i tide. De kan spørje på nytt.` }),
      investor: ({ startup }) => ({
        subject: "Spørsmålet gjekk ut",
        text: `De spurde om å møte ${startup}, og fekk ikkje svar i tide. De kan spørje på nytt.`,
      }),
      network: ({ startup, investor }) => ({
        subject: "Spørsmålet gjekk ut",
        text: `De spurde om ${startup} og ${investor} ville møtast. Ikkje begge svara i tide.`,
      }),
    },
  },
  en: {
    seeIntroduction: "See the introduction",
    aStartup: "a company",
    asked: {
      startup: ({ investor, network, until, isByNetwork }) => ({
        subject: `Do you want to meet ${investor}?`,
        text: `${isByNetwork ? `${network} thinks that you and ${investor} should meet` : `${investor} would like to meet you`} about the raise. Answer by ${until}.`,
        means: "If you say yes, they learn who you are. If both say yes, both learn whom to get in touch with.",
      }),
      investor: ({ startup, network, until, isByNetwork }) => ({
        subject: "Do you want to meet a company?",
        text: isByNetwork
          ? `${network} asks whether you want to meet ${startup}, which is raising money. Answer by ${until}.`
          : `You are asked to meet ${startup}, which is raising money. Answer by ${until}.`,
        means: "If both say yes, both learn whom to get in touch with.",
      }),
    },
    made: {
      startup: ({ investor }) => ({
        subject: `You have been introduced to ${investor}`,
        text: `You and ${investor} have said yes. Whom to get in touch with stands on the page.`,
      }),
      investor: ({ startup }) => ({
        subject: `You have been introduced to ${startup}`,
        text: `You and ${startup} have said yes. Whom to get in touch with stands on the page.`,
      }),
    },
    declined: {
      startup: ({ investor }) => ({ subject: `${investor} said no`, text: `${investor} does not want to meet now.` }),
      investor: ({ startup }) => ({ subject: "An answer to your question", text: `You asked to meet ${startup}. They said no.` }),
      network: ({ startup, investor }) => ({
        subject: "There was no introduction",
        text: `You asked whether ${startup} and ${investor} wanted to meet. One of them said no.`,
      }),
    },
    expired: {
      startup: ({ investor }) => ({ subject: "Your question ran out", text: `${investor} did not answer in time. You can ask again.` }),
      investor: ({ startup }) => ({
        subject: "Your question ran out",
        text: `You asked to meet ${startup}, and got no answer in time. You can ask again.`,
      }),
      network: ({ startup, investor }) => ({
        subject: "Your question ran out",
        text: `You asked whether ${startup} and ${investor} wanted to meet. Not both answered in time.`,
      }),
    },
  },
});
