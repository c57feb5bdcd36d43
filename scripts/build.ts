// Builds the pages: React Router for the server, and each script a page may bring along, by itself.
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "..");

process.env.NODE_ENV = "production";
await build({ root, logLevel: "warn", configFile: join(root, "vite.config.ts") });
await build({ root, logLevel: "warn", configFile: join(root, "vite.config.ts"), build: { ssr: true } });
// each by itself, so that none waits for a part it shares with others once it has come
for (const [index, [name, file]] of Object.entries(browserScripts()).entries()) {
  await build({
    root,
    configFile: false,
    base: "/scripts/",
    worker: { format: "es" },
    logLevel: "warn",
    build: {
      outDir: "build/scripts",
      emptyOutDir: index === 0,
      target: "es2022",
      modulePreload: false,
      chunkSizeWarningLimit: 1500,
      rollupOptions: { input: { [name]: file }, output: { entryFileNames: "[name].js", chunkFileNames: "chunk-[hash].js" } },
    },
  });
}

// features/*/browser/*.script.ts: one entry each, served as /scripts/<name>.js
function browserScripts(): Record<string, string> {
  const features = join(root, "src/features");
  const folders = [join(root, "src/interface/browser"), ...readdirSync(features).map((feature) => join(features, feature, "browser"))];
  const files = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  return Object.fromEntries(files.filter((file) => file.endsWith(".script.ts")).map((file) => [basename(file, ".script.ts"), file]));
}
