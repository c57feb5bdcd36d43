import { rmSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { get, load } from "./load.ts";
import { memoryOf, newDataFolder, startServer } from "./server.ts";

const pages = ["/nb", "/nb/spaces", "/nb/spaces/workwork", "/nb/networks/coworking-norge/about", "/nb/organizations/blender-collective"];

/** Server time of public pages on the demonstration network, the front page's weight, the second start, and memory. */
export async function benchPages() {
  const folder = newDataFolder();
  const options = { ROMSLIG_DATA: folder };
  const first = await startServer(options);
  await first.stop();
  const server = await startServer(options);
  const results = [];
  for (const page of pages) {
    await load(server.port, 4, 40, () => get(page));
    const { perSecond, p50, p95, p99, statuses } = await load(server.port, 1, 200, () => get(page));
    results.push({ name: page, perSecond, p50, p95, p99, statuses: JSON.stringify(statuses) });
  }
  const weight = await frontPageWeight(server.port);
  const memory = memoryOf(server.process.pid ?? 0);
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    results,
    firstStartMs: Math.round(first.startedIn),
    secondStartMs: Math.round(server.startedIn),
    memoryMb: memory,
    frontPage: weight,
  };
}

/** Bytes over the wire of the front page without its map: HTML, styles, the two latin fonts, the mark; and whether it ships script. */
async function frontPageWeight(port: number) {
  const base = `http://127.0.0.1:${port}`;
  const html = await fetchRaw(`${base}/nb`);
  const text = html.text;
  const withoutMap = text.replace(/<figure class="map.*?<\/figure>/s, "");
  const files = [...text.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map((match) => match[1] ?? "");
  let bytes = Math.round(html.wire * (withoutMap.length / text.length));
  for (const file of files) {
    const css = await fetchRaw(`${base}${file}`);
    bytes += css.wire;
    const fonts = [...css.text.matchAll(/url\(([^)]+-latin-wght-normal[^)]+\.woff2)\)/g)].map((match) =>
      (match[1] ?? "").replace(/["']/g, ""),
    );
    for (const font of new Set(fonts)) bytes += (await fetchRaw(new URL(font, `${base}${file}`).href)).wire;
  }
  return {
    kilobytes: Math.round(bytes / 100) / 10,
    scripts: (text.match(/<script/g) ?? []).length - (text.match(/application\/ld\+json/g) ?? []).length,
  };
}

async function fetchRaw(url: string): Promise<{ wire: number; text: string }> {
  const { request } = await import("node:http");
  return new Promise((done, failed) => {
    request(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const text = response.headers["content-encoding"] === "gzip" ? gunzipSync(bytes).toString() : bytes.toString();
        done({ wire: bytes.length, text });
      });
    })
      .once("error", failed)
      .end();
  });
}
