import { countedTries } from "../../platform/http/counted-tries.ts";
import type { Installation } from "../../platform/installation.ts";
import { accountRefusals } from "./refusals.ts";

const window = 15 * 60;

/**
 * How often sign-in may be tried: five letters to one address and thirty tries from one place in a quarter of an hour, whichever
 * process is asked.
 */
export function signInLimits(installation: Installation) {
  const perAddress = countedTries(installation, "sign-in.letter", { burst: 5, perSecond: 5 / window });
  const perPlace = countedTries(installation, "sign-in.try", { burst: 30, perSecond: 30 / window });
  return {
    /** @throws Refusal account.too_many_links, alike for addresses that have an account and those that have none */
    async countLetter(email: string): Promise<void> {
      refuseAfter(await perAddress.take(email));
    },
    /** @throws Refusal account.too_many_links */
    async countTry(place: string): Promise<void> {
      refuseAfter(await perPlace.take(place));
    },
  };
}

export type SignInLimits = ReturnType<typeof signInLimits>;

function refuseAfter(seconds: number): void {
  if (seconds > 0) throw accountRefusals.tooManyLinks({ minutes: Math.ceil(seconds / 60), seconds });
}
