import { catalogue } from "../../../platform/language/language.ts";

/** The words of corrected editions of a report. */
export const editionWords = catalogue({
  nb: {
    correctedBy: (d: { day: string }) => `Denne rapporten er rettet ${d.day}`,
    toNew: "Les den rettede utgaven",
    draftBegun: "En rettet utgave er begynt",
    toDraft: "Gå til utkastet",
    corrects: (d: { day: string }) => `Rettet utgave av rapporten fra ${d.day}`,
    toOld: "Les den slik den var",
    title: "Var noe feil?",
    about:
      "Det som er lagt ut, endres ikke. Rett radene, og lag en rettet utgave: den begynner med de samme delene, og tallene slik de er nå. Den gamle viser til den nye når den er lagt ut.",
    reason: "Hva som var feil",
    reasonHint: "Står i begge utgavene, for alle.",
    begin: "Lag en rettet utgave",
  },
  nn: {
    correctedBy: (d: { day: string }) => `Denne rapporten er retta ${d.day}`,
    toNew: "Les den retta utgåva",
    draftBegun: "Ei retta utgåve er byrja",
    toDraft: "Gå til utkastet",
    corrects: (d: { day: string }) => `Retta utgåve av rapporten frå ${d.day}`,
    toOld: "Les han slik han var",
    title: "Var noko feil?",
    about:
      "Det som er lagt ut, blir ikkje endra. Rett radene, og lag ei retta utgåve: ho byrjar med dei same delane, og tala slik dei er no. Den gamle viser til den nye når ho er lagd ut.",
    reason: "Kva som var feil",
    reasonHint: "Står i begge utgåvene, for alle.",
    begin: "Lag ei retta utgåve",
  },
  en: {
    correctedBy: (d: { day: string }) => `This report was corrected on ${d.day}`,
    toNew: "Read the corrected edition",
    draftBegun: "A corrected edition has been begun",
    toDraft: "Go to the draft",
    corrects: (d: { day: string }) => `Corrected edition of the report of ${d.day}`,
    toOld: "Read it as it was",
    title: "Was something wrong?",
    about:
      "What is published does not change. Correct the rows, and make a corrected edition: it begins with the same parts, and the figures as they are now. The old one leads to the new one when that is published.",
    reason: "What was wrong",
    reasonHint: "Stands in both editions, for everybody.",
    begin: "Make a corrected edition",
  },
});
