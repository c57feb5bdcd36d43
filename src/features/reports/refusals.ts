import { defineRefusals } from "../../platform/refusal/refusal.ts";

export const reportRefusals = defineRefusals("report", {
  unknownFigure: {
    status: 422,
    texts: {
      nb: (d: { figure: string }) => `Tallet «${d.figure}» finnes ikke, eller telles ikke for det rapporten handler om.`,
      nn: (d: { figure: string }) => `Talet «${d.figure}» finst ikkje, eller blir ikkje talt for det rapporten handlar om.`,
      en: (d: { figure: string }) => `There is no figure “${d.figure}”, or it is not counted for what the report is about.`,
    },
  },
  unknownProgram: {
    status: 422,
    texts: {
      nb: (d: { program: string }) => `«${d.program}» er ikke et program hos dem rapporten er om.`,
      nn: (d: { program: string }) => `«${d.program}» er ikkje eit program hos dei rapporten er om.`,
      en: (d: { program: string }) => `“${d.program}” is not a program of those the report is about.`,
    },
  },
  notTheirArea: {
    status: 422,
    texts: {
      nb: "Området er ikke et den som gir ut rapporten, svarer for under disse grensene.",
      nn: "Området er ikkje eit den som gir ut rapporten, svarer for under desse grensene.",
      en: "The area is not one those who publish the report answer for under these borders.",
    },
  },
  published: {
    status: 409,
    texts: {
      nb: "Rapporten er lagt ut og endres ikke mer.",
      nn: "Rapporten er lagd ut og blir ikkje endra meir.",
      en: "The report is published and does not change any more.",
    },
  },
  notPublished: {
    status: 409,
    texts: {
      nb: "Rapporten er ikke lagt ut. Den kan endres som den er.",
      nn: "Rapporten er ikkje lagd ut. Han kan endrast som han er.",
      en: "The report is not published. It can be changed as it is.",
    },
  },
  correctedAlready: {
    status: 409,
    constraint: "reports_corrected_once",
    texts: {
      nb: "Det finnes en rettet utgave av denne. Rett den nyeste.",
      nn: "Det finst ei retta utgåve av denne. Rett den nyaste.",
      en: "There is a corrected edition of this one. Correct the latest.",
    },
  },
  periodNotOver: {
    status: 409,
    texts: {
      nb: (d: { to: string }) => `Perioden er ikke over. Rapporten kan legges ut fra ${d.to}.`,
      nn: (d: { to: string }) => `Perioden er ikkje over. Rapporten kan leggjast ut frå ${d.to}.`,
      en: (d: { to: string }) => `The period is not over. The report can be published from ${d.to}.`,
    },
  },
});
