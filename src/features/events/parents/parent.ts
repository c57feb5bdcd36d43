export const parentKinds = ["festival", "series"] as const;
/** Events in several places over some days, or the same one again and again. */
export type ParentKind = (typeof parentKinds)[number];
