import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";

// what was compiled at one start need not be at the next; where the folder cannot be written, it only takes longer
enableCompileCache(join(import.meta.dirname, "../build/compiled"));

// what pages are drawn with is several times slower when it is not told that nobody looks for faults in it
process.env.NODE_ENV ??= "production";

await import("./romslig.ts");

// not first at the end: a process may be killed
flushCompileCache();
