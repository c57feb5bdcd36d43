// the server says that it is there every fifteen seconds
const silence = 40_000;
const pause = 15_000;
const together = 250;

/**
 * Calls `lookAgain` when a stream of the API tells of a change, when something may have been missed, and when nobody is
 * heard. A stream that fell silent, or that was answered with an error, is opened anew: browsers do neither by themselves.
 */
export function followStream(address: string, lookAgain: () => void): void {
  let events: EventSource | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;
  open();

  function open(): void {
    events?.close();
    events = new EventSource(address);
    for (const kind of ["open", "here", "change", "missed"]) events.addEventListener(kind, heard);
    for (const kind of ["change", "missed", "error"]) events.addEventListener(kind, lookSoon);
    events.addEventListener("error", () => events?.readyState === EventSource.CLOSED && openAfter(pause));
    heard();
  }

  function heard(): void {
    openAfter(silence);
  }

  function openAfter(milliseconds: number): void {
    clearTimeout(watch);
    watch = setTimeout(() => {
      lookSoon();
      open();
    }, milliseconds);
  }

  function lookSoon(): void {
    clearTimeout(soon);
    soon = setTimeout(lookAgain, together);
  }
}
