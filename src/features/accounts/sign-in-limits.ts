import { createRateLimiter } from "../../platform/http/rate-limit.ts";
import type { Installation } from "../../platform/installation.ts";
import { accountRefusals } from "./refusals.ts";

const window = 15 * 60;

/** How often sign-in may be tried: five letters to one address and thirty tries from one place in a quarter of an hour. */
export function signInLimits({ now, settings }: Installation) {
  const milliseconds = () => now().epochMilliseconds;
  const perAddress = createRateLimiter({ burst: 5, perSecond: 5 / window }, milliseconds);
  const perPlace = createRateLimiter({ burst: 30, perSecond: 30 / window }, milliseconds);
  return {
    /** @throws Refusal account.too_many_links, alike for addresses that have an account and those that have none */
    countLetter(email: string): void {
      refuseAfter(perAddress.take(email));
    },
    /** @throws Refusal account.too_many_links */
    countTry(place: string): void {
      refuseAfter(perPlace.take(place));
    },
  };

  function refuseAfter(seconds: number): void {
    if (settings.hasRateLimits && seconds > 0) throw accountRefusals.tooManyLinks({ minutes: Math.ceil(seconds / 60), seconds });
  }
}

export type SignInLimits = ReturnType<typeof signInLimits>;
