import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const metricRefusals = defineRefusals("metric", {
  emptyWindow: {
    status: 400,
    texts: {
      nb: "Perioden må begynne før den slutter.",
      nn: "Perioden må byrje før han sluttar.",
      en: "The period must begin before it ends.",
    },
  },
  tooLong: {
    status: 400,
    texts: {
      nb: "Et tall kan telles over tjue år om gangen.",
      nn: "Eit tal kan teljast over tjue år om gongen.",
      en: "A figure can be counted over twenty years at a time.",
    },
  },
  areaUnknown: {
    status: 404,
    texts: {
      nb: "Området finnes ikke under disse grensene.",
      nn: "Området finst ikkje under desse grensene.",
      en: "There is no such area under these borders.",
    },
  },
  oneSubject: {
    status: 400,
    texts: {
      nb: "Et tall er for en organisasjon eller et område, ett av dem.",
      nn: "Eit tal er for ein organisasjon eller eit område, eitt av dei.",
      en: "A figure is of an organization or of an area, one of them.",
    },
  },
  bordersUnknown: {
    status: 400,
    texts: {
      nb: "Grensene er kjent fra 2013.",
      nn: "Grensene er kjende frå 2013.",
      en: "The borders are known from 2013.",
    },
  },
});
