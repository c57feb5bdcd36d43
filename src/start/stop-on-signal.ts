type Step = () => Promise<void>;

/** The stop of the process on SIGINT (Ctrl-C) and SIGTERM. */
export interface Stopping {
  readonly isStopping: boolean;
  /** What is to finish what was begun. Called at once when the signal came during the start. */
  first(step: Step): void;
  /** What is closed after that. */
  last(step: Step): void;
}

/** Ends the process when everything has finished; a second signal ends it at once. */
export function stopOnSignal(): Stopping {
  let isStopping = false;
  let first: Step | undefined;
  let last: Step = async () => undefined;
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);

  return {
    get isStopping() {
      return isStopping;
    },
    first(step) {
      first = step;
      if (isStopping) void stop(step);
    },
    last(step) {
      last = step;
    },
  };

  function onSignal(): void {
    if (isStopping) process.exit(1);
    isStopping = true;
    if (first) void stop(first);
  }

  async function stop(step: Step): Promise<void> {
    await step();
    await last();
    process.exit(0);
  }
}
