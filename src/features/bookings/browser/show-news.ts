import { follow } from "../../../interface/browser/follow.ts";

const pause = 10_000;

type News = { news: (facts: { count: number }) => string; show: (facts: { count: number }) => string };

/**
 * Tells that others have booked or moved, in a bar and at most every ten seconds. The plan changes under the reader only when it
 * is asked for; the form is left as it is.
 */
export function showNews(root: HTMLElement, bar: HTMLElement, words: News, shown: () => void): void {
  let isLooking = false;
  let mustLookAgain = false;
  follow(`/api/v1/spaces/${root.dataset.space}/bookings/events`, () => void look());

  async function look(): Promise<void> {
    mustLookAgain = isLooking;
    if (isLooking) return;
    isLooking = true;
    const plan = root.querySelector<HTMLElement>("[data-plan]");
    const fresh = (await fetchPage())?.querySelector<HTMLElement>("[data-plan]");
    if (plan && fresh) tell(plan, fresh);
    setTimeout(() => {
      isLooking = false;
      if (mustLookAgain) void look();
    }, pause);
  }

  function tell(plan: HTMLElement, fresh: HTMLElement): void {
    const count = changesBetween(plan, fresh);
    bar.replaceChildren();
    if (count === 0) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button small";
    button.textContent = words.show({ count });
    button.addEventListener("click", () => {
      plan.replaceChildren(...fresh.childNodes);
      plan.style.cssText = fresh.style.cssText;
      plan.dataset.hours = fresh.dataset.hours;
      bar.replaceChildren();
      shown();
    });
    bar.append(document.createTextNode(`${words.news({ count })} `), button);
  }
}

// how many bookings stand in one plan and not, or otherwise, in the other
function changesBetween(plan: HTMLElement, fresh: HTMLElement): number {
  const [before, after] = [keysOf(plan), keysOf(fresh)];
  const changed = [...before.symmetricDifference(after)];
  return new Set(changed.map((key) => key.split(" ")[0])).size;
}

function keysOf(plan: HTMLElement): Set<string> {
  return new Set([...plan.querySelectorAll<HTMLElement>("[data-key]")].map(({ dataset }) => dataset.key ?? ""));
}

async function fetchPage(): Promise<Document | undefined> {
  try {
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(5_000), headers: { accept: "text/html" } });
    return answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  } catch {
    // without a connection there is no news; the stream is opened anew and looks again
    return undefined;
  }
}
