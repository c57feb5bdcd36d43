import type { CountedTries } from "../../platform/http/counted-tries.ts";
import type { RateLimit } from "../../platform/http/rate-limit.ts";
import { hireRefusals } from "./refusals.ts";

const hour = 60 * 60;

/** How often what needs no account may be done: it writes letters to addresses nobody has proven, and to the house. */
export function hireLimits(count: (kind: string, limit: RateLimit) => CountedTries) {
  const perAddress = count("hire.letter", { burst: 5, perSecond: 5 / hour });
  const perPlace = count("hire.request", { burst: 20, perSecond: 20 / hour });
  const perHire = count("hire.message", { burst: 20, perSecond: 20 / hour });
  return {
    /** @throws Refusal hire.too_many_requests, alike for every address */
    async countRequest({ place, email }: { place: string; email: string }): Promise<void> {
      refuseAfter(await perPlace.take(place));
      refuseAfter(await perAddress.take(email));
    },
    /** @throws Refusal hire.too_many_requests */
    async countMessage(hireId: string): Promise<void> {
      refuseAfter(await perHire.take(hireId));
    },
  };
}

function refuseAfter(seconds: number): void {
  if (seconds > 0) throw hireRefusals.tooManyRequests({ minutes: Math.ceil(seconds / 60), seconds });
}
