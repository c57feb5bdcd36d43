import type { presentIntroduction } from "../../introductions/present.ts";
import type { presentConsent, presentInvestor, presentInvestorOfRaise, presentRecord, presentTold } from "../../present.ts";

/** What the API answers, as the pages take it. */
export type ShownRaise = ReturnType<typeof presentTold>;
export type ShownRecord = ReturnType<typeof presentRecord> & { consents: ReturnType<typeof presentConsent>[] };
export type ShownInvestor = ReturnType<typeof presentInvestor>;
export type ShownInvestorOfRaise = ReturnType<typeof presentInvestorOfRaise>;
export type ShownIntroduction = ReturnType<typeof presentIntroduction>;
