/** What a gatherer has done so far, for /metrics. */
export interface GatherCounts {
  batches: number;
  claims: number;
}

/**
 * Gathers what comes in while the previous batch is being decided, and decides it together: requests for the same scarce
 * thing share one transaction instead of queueing for its lock. Answers come back to each caller by itself; when a batch
 * fails as a whole, each of its callers gets the error.
 * @param decide answers a batch in the order given
 */
export function gather<Claim, Answer>(decide: (batch: Claim[]) => Promise<Answer[]>, { largest = 256, lanes = 1 } = {}) {
  type Waiting = { claim: Claim; answer: (answer: Answer) => void; fail: (error: unknown) => void };
  const waiting: Waiting[] = [];
  const counts: GatherCounts = { batches: 0, claims: 0 };
  let busyLanes = 0;

  function submit(claim: Claim): Promise<Answer> {
    return new Promise((answer, fail) => {
      waiting.push({ claim, answer, fail });
      // requests read from sockets in this turn of the loop join the same batch
      if (busyLanes < lanes) setImmediate(work);
    });
  }

  async function work(): Promise<void> {
    if (busyLanes >= lanes) return;
    busyLanes += 1;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, largest);
      counts.batches += 1;
      counts.claims += batch.length;
      try {
        const answers = await decide(batch.map(({ claim }) => claim));
        for (const [index, { answer }] of batch.entries()) answer(answers[index] as Answer);
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    busyLanes -= 1;
  }

  return { submit, counts };
}
