import { z } from "zod";
import { StartFailure } from "./database/start-failure.ts";
import { isLoopback } from "./loopback.ts";

const yesOrNo = z.enum(["0", "1"], "it must be 0 or 1").transform((value) => value === "1");
const webAddress = z.url({ protocol: /^https?$/, error: "it must be an address that begins with http:// or https://" });

const environment = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  ROMSLIG_HOST: z.string().min(1).optional(),
  ROMSLIG_DATA: z.string().min(1).default("./data"),
  ROMSLIG_DEMO: yesOrNo.default(true),
  ROMSLIG_ROLE: z.enum(["all", "web", "worker"], "it must be all, web or worker").default("all"),
  ROMSLIG_URL: webAddress.optional(),
  ROMSLIG_NAME: z.string().min(1).max(80, "it must have no more than 80 characters").default("Romslig"),
  ROMSLIG_RATE_LIMITS: yesOrNo.default(true),
  ROMSLIG_PROXIES: wholeNumber(0, 10).default(0),
  ROMSLIG_SECRET: z.string().min(32, "it must have at least 32 characters").optional(),
  ROMSLIG_METRICS_TOKEN: z.string().min(16, "it must have at least 16 characters").optional(),
  ROMSLIG_WEBHOOKS_TO_LOOPBACK: yesOrNo.default(false),
  ROMSLIG_LARGEST_BATCH: wholeNumber(1, 1024).default(256),
  ROMSLIG_REGISTER_URL: webAddress.default("https://data.brreg.no/enhetsregisteret/api"),
  ROMSLIG_TILES: webAddress.optional(),
  ROMSLIG_LARGEST_FILE: wholeNumber(1, 2000).default(100),
  ROMSLIG_LOG: z.enum(["quiet", "normal"], "it must be quiet or normal").default("normal"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "it must be an address that begins with postgres://" }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "it must be an address that begins with smtp:// or smtps://" }).optional(),
  MAIL_FROM: z.string().default("Romslig <post@romslig.example>"),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("OpenID Connect"),
});

/** What the operator chose by environment variables; every name and meaning is in docs/operating.md. */
export type Settings = ReturnType<typeof readSettings>;

/** Reads and checks the environment. The first wrong variable is a StartFailure that names it. */
export function readSettings(variables: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = environment.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new StartFailure(`The setting ${issue?.path.join(".")} is not right: ${issue?.message}`);
  }
  const read = result.data;
  const url = (read.ROMSLIG_URL ?? `http://localhost:${read.PORT}`).replace(/\/$/, "");
  return {
    port: read.PORT,
    /** The addresses to listen on; undefined for all. The demonstration, where anyone may be anyone, keeps to this machine unless told otherwise. */
    hosts: read.ROMSLIG_HOST !== undefined ? [read.ROMSLIG_HOST] : read.ROMSLIG_DEMO ? ["127.0.0.1", "::1"] : undefined,
    dataFolder: read.ROMSLIG_DATA,
    isDemo: read.ROMSLIG_DEMO,
    /** Strangers can reach the demonstration: by the address it says it has, or the one it listens on. */
    isDemoPublic: read.ROMSLIG_DEMO && [new URL(url).hostname, read.ROMSLIG_HOST ?? "127.0.0.1"].some((host) => !isLoopback(host)),
    role: read.ROMSLIG_ROLE,
    url,
    name: read.ROMSLIG_NAME,
    hasRateLimits: read.ROMSLIG_RATE_LIMITS,
    /** How many proxies of the operator's own stand before the program; each adds the address it saw to X-Forwarded-For. */
    proxies: read.ROMSLIG_PROXIES,
    /** Signs cookies. The same in every process on one database; generated into the data folder when not given. */
    secret: read.ROMSLIG_SECRET,
    /** When given, /metrics asks for it as a bearer token. */
    metricsToken: read.ROMSLIG_METRICS_TOKEN,
    /** Whether webhooks may be sent to this machine and its network, unencrypted: for tests and trying out. */
    webhooksReachLoopback: read.ROMSLIG_WEBHOOKS_TO_LOOPBACK,
    /** Claims decided together at the most; 1 is one transaction a claim, the benchmark's baseline. */
    largestBatch: read.ROMSLIG_LARGEST_BATCH,
    /** The largest file of a production order, in bytes. */
    largestOrderFile: read.ROMSLIG_LARGEST_FILE * 1024 * 1024,
    registerUrl: read.ROMSLIG_REGISTER_URL.replace(/\/$/, ""),
    tiles: read.ROMSLIG_TILES,
    isQuiet: read.ROMSLIG_LOG === "quiet",
    databaseUrl: read.DATABASE_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    openIdConnect:
      read.OIDC_ISSUER && read.OIDC_CLIENT_ID && read.OIDC_CLIENT_SECRET
        ? { issuer: read.OIDC_ISSUER, clientId: read.OIDC_CLIENT_ID, clientSecret: read.OIDC_CLIENT_SECRET, name: read.OIDC_NAME }
        : undefined,
  };
}

function wholeNumber(least: number, most: number) {
  const said = `it must be a whole number from ${least} to ${most}`;
  return z.coerce.number(said).int(said).min(least, said).max(most, said);
}
