import { OpenAPIHono } from "@hono/zod-openapi";
import { findActor } from "../../src/features/accounts/index.ts";
import { importJobs, importRoutes } from "../../src/features/memberships/index.ts";
import { importKinds } from "../../src/imports.ts";
import { visitor } from "../../src/platform/access/actor.ts";
import type { ApiEnvironment } from "../../src/platform/http/api-environment.ts";
import { problems } from "../../src/platform/http/problem.ts";
import type { Language } from "../../src/platform/language/language.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import type { TestInstallation } from "./installation.ts";

type Sent = { kind?: string; organization: string; mapping?: Record<string, string>; start?: "now" | "later"; language?: Language };

/** Sends files and reads what becomes of them, as a person; undefined is a visitor. */
export function importing(installation: TestInstallation, personId: string | undefined) {
  const ask = async (path: string, init: RequestInit = {}, language: Language = "nb") => {
    const actor = personId && (await findActor(installation.db, personId, dayIn(installation.now(), "Europe/Oslo")));
    const api = new OpenAPIHono<ApiEnvironment>();
    api.onError(problems(installation.log, new Map()));
    api.use(async (c, next) => {
      c.set("actor", actor || visitor);
      c.set("language", language);
      c.set("requestId", "asked-by-a-test");
      await next();
    });
    const answer = await api.route("/", importRoutes(installation, importKinds)).request(path, init);
    const text = await answer.text();
    // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it expects
    const body: any = answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
    return { status: answer.status, body };
  };
  const importer = {
    /** Does the queue's work on one import, and nothing else of what waits. */
    async work(step: "imports.check" | "imports.carry-out", runId: string) {
      const handler = importJobs(importKinds).find(({ kind }) => kind.name === step);
      await handler?.run(installation, { runId }, { attempt: 1, signal: new AbortController().signal });
    },
    ask,
    send(content: string | Uint8Array<ArrayBuffer>, { kind = "members", organization, mapping, start, language }: Sent) {
      const form = new FormData();
      form.set("kind", kind);
      form.set("file", new File([content], "fila.csv"));
      if (mapping) form.set("mapping", JSON.stringify(mapping));
      if (start) form.set("start", start);
      return ask(`/organizations/${organization}/imports`, { method: "POST", body: form }, language);
    },
    /** Sends a file and has it checked. @returns the import, and its rows by number */
    async check(content: string | Uint8Array<ArrayBuffer>, sent: Sent) {
      const { body, status } = await importer.send(content, sent);
      if (status !== 201) throw new Error(JSON.stringify(body));
      await importer.work("imports.check", body.id);
      return importer.result(body.id, sent.language);
    },
    confirm(id: string, rows: "all" | "good") {
      return ask(`/imports/${id}/confirmation`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ rows }),
      });
    },
    /** Has a checked file written. */
    async carryOut(id: string, rows: "all" | "good") {
      const { body, status } = await importer.confirm(id, rows);
      if (status !== 200) throw new Error(JSON.stringify(body));
      await importer.work("imports.carry-out", id);
      return importer.result(id);
    },
    async result(id: string, language: Language = "nb") {
      const { body: run } = await ask(`/imports/${id}`, {}, language);
      const { body: rows } = await ask(`/imports/${id}/rows?limit=200`, {}, language);
      return { id, state: run.state as string, counts: run.counts as Record<string, number>, run, rows: rows.items as Row[] };
    },
  };
  return importer;
}

type Row = {
  row: number;
  outcome: string;
  label: string;
  reasons: { code: string; column: string | null; message: string }[];
  changes: { column: string; from: string; to: string }[];
};
