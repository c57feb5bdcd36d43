// Standard Webhooks' own schedule: over three days in all
const pauses = ["PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H"].map((text) => Temporal.Duration.from(text));

/** For how long a receiver may answer nothing before its webhook is turned off. */
export const patience = Temporal.Duration.from({ hours: 72 });

/**
 * When to try again after so many tries that failed, or undefined when it is time to give up.
 * @param chance 0 to 1: spreads the tries of many deliveries over a fifth of the pause
 */
export function nextTry(tries: number, now: Temporal.Instant, chance: number): Temporal.Instant | undefined {
  const pause = pauses[tries - 1];
  return pause && now.add({ milliseconds: Math.round(pause.total("milliseconds") * (1 + chance / 5)) });
}
