/**
 * Has the service worker keep this page with all it is made of, so that it opens without a connection.
 * @returns whether it is kept now; false where the browser cannot (no service worker, or an address without encryption)
 */
export async function keepThisPage(more: readonly string[] = []): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    await navigator.serviceWorker.register("/service-worker.js", { scope: "/" });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) return false;
    const needed = [...new Set([...filesOfPage(), ...more])];
    return await new Promise((told) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<{ isKept: boolean }>) => told(data.isKept);
      active.postMessage({ keep: { page: location.pathname, files: needed } }, [port2]);
    });
  } catch {
    return false;
  }
}

/** Has the service worker keep pages this one leads to before they are opened, and stand in for what cannot be fetched. */
export async function keepAhead(paths: readonly string[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/service-worker.js", { scope: "/" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keepAhead: paths });
  } catch {
    // a browser that keeps nothing shows them with a connection
  }
}

function filesOfPage(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const named = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>("link[rel=stylesheet], script[src]")].map(
    (element) => new URL("href" in element ? element.href : element.src, location.href),
  );
  return [...loaded, ...named]
    .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets|scripts)\//.test(pathname))
    .map(({ pathname }) => pathname);
}
