import { z } from "zod";
import type { Day } from "../../platform/time/day.ts";
import { type RegisterEntry, readRegisterEntry } from "./register-entry.ts";

/** Where values of the register are said to come from. */
export const registerSource = "Enhetsregisteret";

/**
 * What the register answered of one number. `unknown`: it has none such. `gone`: taken out for legal reasons, so it must not
 * be kept. `away`: no answer one can use, for whatever reason; ask again later.
 */
export type RegisterAnswer =
  | { kind: "found"; entry: RegisterEntry; answer: Record<string, unknown> }
  | { kind: "unknown" }
  | { kind: "gone" }
  | { kind: "away"; reason: string };

/** The two feeds: of units and of sub-units. */
export const feeds = ["enheter", "underenheter"] as const;

export type Feed = (typeof feeds)[number];

/** One line of a feed. `Fjernet` has to be erased here too. */
export type RegisterUpdate = { id: number; organizationNumber: string; change: "Ny" | "Endring" | "Sletting" | "Fjernet" | "Ukjent" };

export type RegisterClientOptions = {
  /** Without a slash at the end. */
  baseUrl: string;
  /** How long one request may take. */
  timeoutMilliseconds?: number;
  /** How often a request is tried when the register is too busy (429, 503) or does not answer. */
  tries?: number;
  /** The longest to wait between two tries, whatever the register asks for. */
  longestWaitMilliseconds?: number;
  /** Sleeps between tries. */
  wait?: (milliseconds: number) => Promise<void>;
};

const feedLine = z.object({
  oppdateringsid: z.number().int(),
  organisasjonsnummer: z.string(),
  endringstype: z.enum(["Ny", "Endring", "Sletting", "Fjernet", "Ukjent"]).catch("Ukjent"),
});
const feedPage = z.object({
  _embedded: z.object({ oppdaterteEnheter: z.array(feedLine).optional(), oppdaterteUnderenheter: z.array(feedLine).optional() }).optional(),
});

export type RegisterClient = ReturnType<typeof createRegisterClient>;

/**
 * Asks Enhetsregisteret (NLOD 2.0). Nothing here throws: a register that is away is an answer, since everything must go on
 * without it. Kept of the answer is what we have a purpose for, so neither telephone numbers nor the names of people.
 */
export function createRegisterClient({
  baseUrl,
  timeoutMilliseconds = 20_000,
  tries = 5,
  longestWaitMilliseconds = 30_000,
  wait = sleep,
}: RegisterClientOptions) {
  return {
    /** The unit with this number, or else the sub-unit. */
    async find(organizationNumber: string, today: Day): Promise<RegisterAnswer> {
      const asUnit = await findIn("enheter", organizationNumber, today);
      return asUnit.kind === "unknown" ? findIn("underenheter", organizationNumber, today) : asUnit;
    },

    /** Up to `size` updates from `fromId` on, oldest first. Undefined when the register is away. */
    async updates(feed: Feed, fromId: number, size: number): Promise<RegisterUpdate[] | undefined> {
      return feedFrom(`/oppdateringer/${feed}?oppdateringsid=${fromId}&size=${size}`);
    },

    /** The id of the first update since a moment; null when there is none yet, undefined when the register is away. */
    async firstUpdateSince(feed: Feed, since: Temporal.Instant): Promise<number | null | undefined> {
      const dato = since.toString({ smallestUnit: "millisecond" });
      const found = await feedFrom(`/oppdateringer/${feed}?dato=${encodeURIComponent(dato)}&size=1`);
      return found && (found[0]?.id ?? null);
    },
  };

  async function findIn(feed: Feed, organizationNumber: string, today: Day): Promise<RegisterAnswer> {
    const { status, body, reason } = await get(`/${feed}/${organizationNumber}`);
    if (status === 404) return { kind: "unknown" };
    if (status === 410) return { kind: "gone" };
    if (status !== 200) return { kind: "away", reason };
    const entry = readRegisterEntry(body, feed === "enheter" ? "unit" : "sub_unit", today);
    if (entry?.organizationNumber !== organizationNumber) return { kind: "away", reason: "unexpected answer" };
    return { kind: "found", entry, answer: withoutContactData(body as Record<string, unknown>) };
  }

  async function feedFrom(path: string): Promise<RegisterUpdate[] | undefined> {
    const { status, body } = await get(path);
    const page = status === 200 ? feedPage.safeParse(body) : undefined;
    if (!page?.success) return undefined;
    const lines = page.data._embedded?.oppdaterteEnheter ?? page.data._embedded?.oppdaterteUnderenheter ?? [];
    return lines
      .map((line) => ({ id: line.oppdateringsid, organizationNumber: line.organisasjonsnummer, change: line.endringstype }))
      .sort((one, other) => one.id - other.id);
  }

  async function get(path: string): Promise<{ status: number | undefined; body?: unknown; reason: string }> {
    for (let attempt = 1; ; attempt += 1) {
      const { status, body, reason, retryAfter } = await getOnce(path);
      const isBusy = status === undefined || status === 429 || status === 503;
      if (!isBusy || attempt >= tries) return { status, body, reason };
      await wait(Math.min(longestWaitMilliseconds, retryAfter ?? 250 * 2 ** attempt));
    }
  }

  async function getOnce(path: string): Promise<{ status: number | undefined; body?: unknown; reason: string; retryAfter?: number }> {
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        headers: { accept: "application/json" },
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
      return {
        status: response.status,
        body: response.status === 200 ? await response.json() : await response.body?.cancel(),
        reason: `status ${response.status}`,
        ...(Number.isFinite(seconds) && { retryAfter: seconds * 1000 }),
      };
    } catch (error) {
      // No network, no name, no answer in time, no JSON: for us all the same.
      return { status: undefined, reason: error instanceof Error ? error.name : "failed" };
    }
  }
}

const contactData = ["epostadresse", "telefon", "mobil", "postadresse", "forretningsadresse", "beliggenhetsadresse", "_links"];

function withoutContactData(answer: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => !contactData.includes(name)));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
