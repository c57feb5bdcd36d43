// The queue in front of an event: it says where one stands every ten seconds, aloud when that has changed, and takes no focus away.

const lookEvery = 10_000;
const waitFor = 8_000;

const live = document.querySelector<HTMLElement>("[data-queue]");
if (live) setInterval(() => void look(live), lookEvery);

async function look(shown: HTMLElement): Promise<void> {
  const page = await fetchPage();
  const now = page?.querySelector<HTMLElement>("[data-queue]");
  if (!page || now?.innerHTML === shown.innerHTML) return;
  // another thing to do than to wait: that is another page
  if (!now || now.dataset.queue !== shown.dataset.queue) return location.reload();
  document.title = page.title;
  shown.replaceChildren(...now.childNodes);
}

// whoever is offline for a moment keeps what is shown, and their place
async function fetchPage(): Promise<Document | undefined> {
  try {
    const answer = await fetch(location.pathname, { signal: AbortSignal.timeout(waitFor), headers: { accept: "text/html" } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}
