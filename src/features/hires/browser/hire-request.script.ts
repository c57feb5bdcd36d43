// The price and whether the time is free, as one fills in: the server works it out, and only that part of the page is replaced.
const form = document.querySelector<HTMLFormElement>("form[data-hire-request]");
let waiting: ReturnType<typeof setTimeout> | undefined;
let asked: AbortController | undefined;

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void lookAgain(form), 400);
});

async function lookAgain(of: HTMLFormElement): Promise<void> {
  asked?.abort();
  asked = new AbortController();
  const body = new FormData(of);
  // who asks is no part of what it costs
  for (const name of ["contactName", "email", "organizationName", "organizationNumber", "invoiceAddress", "note"]) body.delete(name);
  body.set("act", "estimate");
  try {
    const answer = await fetch(location.pathname, { method: "POST", body, signal: asked.signal, headers: { accept: "text/html" } });
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#estimate");
    if (found) document.querySelector("#estimate")?.replaceChildren(...found.childNodes);
  } catch (error) {
    // a newer question, or no connection: what stands is what was last known
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}
