import type { IntroductionAnswered } from "./read-introductions.ts";

export function presentIntroduction({ introduction, ...read }: IntroductionAnswered) {
  const {
    profileId,
    networkId: _,
    startupId: __,
    startupYesBy: ___,
    profileEnded: ____,
    investor,
    askedAt,
    stateSince,
    ...row
  } = introduction;
  return { ...row, ...read, investor: { ...investor, profileId }, askedAt: askedAt.toString(), stateSince: stateSince.toString() };
}
