import { catalogue } from "../../platform/language/language.ts";
import type { Stage } from "./raises/raise.ts";

/** How far a startup has come, in words. */
export const stageWords = catalogue<Record<Stage, string>>({
  nb: { idea: "Idé", pre_seed: "Før såkorn", seed: "Såkorn", early: "Tidlig vekst", growth: "Vekst" },
  nn: { idea: "Idé", pre_seed: "Før såkorn", seed: "Såkorn", early: "Tidleg vekst", growth: "Vekst" },
  en: { idea: "Idea", pre_seed: "Pre-seed", seed: "Seed", early: "Early growth", growth: "Growth" },
});
