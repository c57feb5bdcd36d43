// Stands in for a page that could not be fetched: leads to what this browser keeps, and goes where one wanted once that can be had.

// where the service worker keeps pages; empty when whoever read them has signed out
const place = "romslig-pages";
const pauseMilliseconds = 5_000;
// a page of its own, too, and then there is nothing to wait for
const isInPlace = !/^\/(?:nb|nn|en)\/offline$/.test(location.pathname);

interface Kept {
  path: string;
  title: string;
  /** The day it is for; none when it is for any day. */
  day: string | undefined;
}

async function keptPages(): Promise<Kept[]> {
  const cache = await caches.open(place);
  const today = new Date().toISOString().slice(0, 10);
  const found: Kept[] = [];
  for (const { url } of await cache.keys()) {
    const answer = await cache.match(url);
    if (!answer?.headers.get("content-type")?.startsWith("text/html")) continue;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const day = page.querySelector<HTMLElement>("[data-kept-day]")?.dataset.keptDay;
    // the name of the site is the last part of every title
    const parts = page.title.split(" · ");
    const title = parts.length > 1 ? parts.slice(0, -1).join(" · ") : page.title;
    if (day === undefined || day >= today) found.push({ path: new URL(url).pathname, title, day });
  }
  return found.sort((a, b) => (a.day ?? "").localeCompare(b.day ?? "") || a.title.localeCompare(b.title));
}

function show(pages: readonly Kept[]): void {
  const list = document.querySelector("[data-kept] ul");
  const parts = [document.querySelector<HTMLElement>("[data-kept]"), document.querySelector<HTMLElement>("[data-none]")];
  if (!list || pages.length === 0) return;
  list.replaceChildren(
    ...pages.map(({ path, title }) => {
      const link = Object.assign(document.createElement("a"), { href: path, textContent: title });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
  for (const part of parts) part?.toggleAttribute("hidden");
}

/** Whether somebody answers again; without a connection nothing is asked. */
async function isBack(): Promise<boolean> {
  if (!navigator.onLine) return false;
  // a small file that is always there, and never answered from what is kept
  return fetch("/service-worker.js", { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function goOnWhenBack(): Promise<void> {
  if (await isBack()) location.reload();
}

if ("caches" in globalThis) show(await keptPages());
if (isInPlace) {
  addEventListener("online", () => void goOnWhenBack());
  setInterval(() => void goOnWhenBack(), pauseMilliseconds);
}
