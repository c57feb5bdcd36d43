// Keeps the pages that are needed where there is no coverage: a member's pass and tickets once opened or listed, the doors, and the
// screen where visitors arrive. Nothing else, nothing of anyone who has signed out. In the place of any other page it shows one
// that says that there is no connection. It stands alone: no imports, so that it is one file at a fixed address.

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  data: unknown;
  ports: readonly MessagePort[];
}

const scope = self as unknown as {
  addEventListener(kind: "fetch", on: (event: Fetching) => void): void;
  addEventListener(kind: "message", on: (event: Told) => void): void;
  addEventListener(kind: "install" | "activate", on: (event: Lasting) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const pages = "romslig-pages";
const files = "romslig-files";
// the same for everybody, so it stays when somebody signs out
const standIns = "romslig-stand-ins";
const languages = ["nb", "nn", "en"];
const patience = 3_000;
const kept =
  /^\/(?:nb|nn|en)\/(?:spaces\/[^/]+\/check-in|me\/passes\/[^/]+|events\/[^/]+\/door|me\/events\/[^/]+|tickets\/[^/]+|displays\/[^/]+\/kiosk)$/;
// the address a tablet was given, which leads on to its kiosk
const screen = /^\/(?:nb|nn|en)\/displays\/[^/]+$/;
// a page of ours, not a file or an answer to a program
const pageForm = /^\/(?:(?:nb|nn|en)(?:\/.*)?)?$/;
const fileForm = /^\/(?:assets|scripts)\//;
// what stands there never changes
const lasting = /^\/(?:assets\/|scripts\/[\w-]+-[0-9a-f]{8}\.js$)/;
const isText = /\.(?:js|css)$/;
const gone = [401, 403, 404, 410];
const otherFiles = ["/mark.svg", "/apple-touch-icon.png"];
// whoever comes or goes through these is somebody else afterwards
const doors = /^\/(?:(?:nb|nn|en)\/(?:sign-out|sign-in\/(?:link|code)|erased)|demo\/sign-in|api\/auth\/callback\/.*)$/;

scope.addEventListener("install", (event) => event.waitUntil(Promise.all([scope.skipWaiting(), keepStandIns().then(keepFiles)])));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  const isPassing = doors.test(pathname) && (request.method === "POST" || !pathname.endsWith("/sign-out"));
  if (isPassing) event.waitUntil(caches.delete(pages));
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && pageForm.test(pathname)) {
    event.respondWith(navigate(request, pathname, search).catch((error) => standIn(pathname, error)));
  } else if (kept.test(pathname)) {
    event.respondWith(fetchAndKeep(request, pathname, search));
  } else if (fileForm.test(pathname) || otherFiles.includes(pathname)) {
    event.respondWith(lasting.test(pathname) ? keptFirst(request) : networkFirst(request, pathname, search, files));
  }
});

scope.addEventListener("message", (event) => {
  const asked = event.data as { keep?: { page: string; files: string[] }; keepAhead?: string[] };
  if (asked.keepAhead) event.waitUntil(keepAhead(asked.keepAhead));
  if (!asked.keep) return;
  const port = event.ports[0];
  event.waitUntil(
    keep(asked.keep.page, asked.keep.files).then(
      () => port?.postMessage({ isKept: true }),
      () => port?.postMessage({ isKept: false }),
    ),
  );
});

function navigate(request: Request, path: string, search: string): Promise<Response> {
  if (kept.test(path)) return networkFirst(request, path, search);
  return screen.test(path) ? screenOrKiosk(request, path) : fetch(request);
}

// in the language of the address, else in the first of ours the browser asks for
async function standIn(path: string, error: unknown): Promise<Response> {
  const asked = [path.slice(1, 3), ...navigator.languages.map((tag) => tag.slice(0, 2)), "nb"];
  const language = asked.find((tag) => languages.includes(tag)) ?? "nb";
  const known = await (await caches.open(standIns)).match(`/${language}/offline`);
  if (known) return known;
  throw error;
}

async function keep(page: string, needed: string[]): Promise<void> {
  if (!kept.test(page)) return;
  const wanted = await keepFiles([...needed, ...(await keepStandIns())]);
  await (await caches.open(pages)).put(page, await good(fetch(page, { headers: { accept: "text/html" } })));
  await forgetUnused(wanted);
}

// files of a build before this one, once no page that is kept is made of them
async function forgetUnused(wanted: Set<string>): Promise<void> {
  const [cache, keptPages] = await Promise.all([caches.open(files), caches.open(pages)]);
  for (const page of await keptPages.keys()) {
    for (const file of filesOf((await (await keptPages.match(page))?.text()) ?? "")) wanted.add(file);
  }
  for (const file of wanted) {
    const known = isText.test(file) ? await cache.match(file) : undefined;
    if (known) for (const named of filesNamedIn(await known.text())) wanted.add(named);
  }
  for (const old of await cache.keys()) {
    const { pathname } = new URL(old.url);
    if (lasting.test(pathname) && !wanted.has(pathname)) await cache.delete(old);
  }
}

// one that is kept already is fetched anew whenever it is opened
async function keepAhead(paths: string[]): Promise<void> {
  const cache = await caches.open(pages);
  for (const path of paths.filter((one) => kept.test(one))) {
    if (await cache.match(path)) continue;
    const page = await good(fetch(path, { headers: { accept: "text/html" } }));
    await keepFiles(filesOf(await page.clone().text()));
    await cache.put(path, page);
  }
}

/** Keeps the page that stands in for others, in every language. @returns the files it is made of */
async function keepStandIns(): Promise<string[]> {
  const cache = await caches.open(standIns);
  const texts = await Promise.all(
    languages.map(async (language) => {
      const path = `/${language}/offline`;
      const answer = await good(fetch(path));
      await cache.put(path, answer.clone());
      return answer.text();
    }),
  );
  return texts.flatMap(filesOf);
}

function filesOf(page: string): string[] {
  return [...page.matchAll(/"(\/(?:assets|scripts)\/[^"]+)"/g)].map(([, file = ""]) => file);
}

/** @returns the files that are kept, with those they name themselves */
async function keepFiles(needed: string[]): Promise<Set<string>> {
  const cache = await caches.open(files);
  const wanted = new Set(needed);
  // a file found while one walks is walked too: scripts name their chunks, styles the faces of the text
  for (const file of wanted) {
    const known = lasting.test(file) ? await cache.match(file) : undefined;
    const answer = known ?? (await good(fetch(file)));
    if (isText.test(file)) for (const named of filesNamedIn(await answer.clone().text())) wanted.add(named);
    if (!known) await cache.put(file, answer);
  }
  return wanted;
}

function filesNamedIn(text: string): string[] {
  const chunks = [...text.matchAll(/["'`]\.\/(chunk-[\w-]+\.js)["'`]/g)].map(([, chunk]) => `/scripts/${chunk}`);
  const faces = [...text.matchAll(/\/assets\/[\w-]+-latin-wght-normal-[\w-]+\.woff2/g)].map(([face]) => face);
  return [...chunks, ...faces];
}

async function good(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  if (!isKeepable(answer)) throw new Error(`Not to be kept: ${answer.status}`);
  return answer;
}

async function networkFirst(request: Request, path: string, search: string, cacheName = pages): Promise<Response> {
  const fetched = fetchAndKeep(request, path, search, cacheName);
  const quick = await Promise.race([fetched.catch(() => undefined), after(patience)]);
  if (quick && quick.status < 500) return quick;
  const known = await (await caches.open(cacheName)).match(path);
  return known ?? quick ?? fetched;
}

async function screenOrKiosk(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const known = await (await caches.open(pages)).match(`${path}/kiosk`);
    if (known) return known;
    throw error;
  }
}

async function keptFirst(request: Request): Promise<Response> {
  return (await (await caches.open(files)).match(request)) ?? fetch(request);
}

// an answer that sends one elsewhere, or is not for one, means that what was kept is no longer for this reader; to come back later does not
async function fetchAndKeep(request: Request, path: string, search: string, cacheName = pages): Promise<Response> {
  const answer = await fetch(request);
  const cache = await caches.open(cacheName);
  if (isKeepable(answer) && search === "") await cache.put(path, answer.clone());
  else if (answer.redirected || answer.type !== "basic" || gone.includes(answer.status)) await cache.delete(path);
  return answer;
}

function isKeepable(answer: Response): boolean {
  return answer.ok && !answer.redirected && answer.type === "basic";
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((done) => {
    setTimeout(() => done(undefined), milliseconds);
  });
}
