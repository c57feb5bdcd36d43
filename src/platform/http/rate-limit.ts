/** How much one caller may do: a bucket of `burst` requests that refills at `perSecond`. */
export interface RateLimit {
  burst: number;
  perSecond: number;
}

/** Counts requests per caller in this process. Forgets callers whose bucket is full again, so that it cannot grow without end. */
export function createRateLimiter(limit: RateLimit, now: () => number) {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    /** Takes one request from the caller's bucket. @returns 0 when allowed, else seconds to wait */
    take(caller: string): number {
      const at = now();
      if (buckets.size > 50_000) forgetIdle(at);
      const bucket = buckets.get(caller) ?? { left: limit.burst, at };
      bucket.left = Math.min(limit.burst, bucket.left + ((at - bucket.at) / 1000) * limit.perSecond);
      bucket.at = at;
      buckets.set(caller, bucket);
      if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / limit.perSecond));
      bucket.left -= 1;
      return 0;
    },
  };

  function forgetIdle(at: number): void {
    const idle = (limit.burst / limit.perSecond) * 1000;
    for (const [caller, bucket] of buckets) if (at - bucket.at > idle) buckets.delete(caller);
  }
}
