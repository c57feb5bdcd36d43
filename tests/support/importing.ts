import { importJobs } from "../../src/features/memberships/index.ts";
import { importKinds } from "../../src/imports.ts";
import type { Language } from "../../src/platform/language/language.ts";
import type { TestInstallation } from "./installation.ts";
import { callers } from "./visitor.ts";

type Sent = { kind?: string; organization: string; mapping?: Record<string, string>; start?: "now" | "later"; language?: Language };

/** Sends files and reads what becomes of them, as a person; undefined is a visitor. */
export function importing(installation: TestInstallation, personId: string | undefined) {
  const inLanguage = (language: Language = "nb") => callers(installation, language).as(personId);
  const importer = {
    /** Does the queue's work on one import, and nothing else of what waits. */
    async work(step: "imports.check" | "imports.carry-out", runId: string) {
      const handler = importJobs(importKinds).find(({ kind }) => kind.name === step);
      await handler?.run(installation, { runId }, { attempt: 1, signal: new AbortController().signal });
    },
    ...inLanguage(),
    send(content: string | Uint8Array<ArrayBuffer>, { kind = "members", organization, mapping, start, language }: Sent) {
      const form = new FormData();
      form.set("kind", kind);
      form.set("file", new File([content], "fila.csv"));
      if (mapping) form.set("mapping", JSON.stringify(mapping));
      if (start) form.set("start", start);
      return inLanguage(language).post(`/organizations/${organization}/imports`, form);
    },
    /** Sends a file and has it checked. @returns the import, and its rows by number */
    async check(content: string | Uint8Array<ArrayBuffer>, sent: Sent) {
      const { body, status } = await importer.send(content, sent);
      if (status !== 201) throw new Error(JSON.stringify(body));
      await importer.work("imports.check", body.id);
      return importer.result(body.id, sent.language);
    },
    confirm(id: string, rows: "all" | "good") {
      return inLanguage().put(`/imports/${id}/confirmation`, { rows });
    },
    /** Has a checked file written. */
    async carryOut(id: string, rows: "all" | "good") {
      const { body, status } = await importer.confirm(id, rows);
      if (status !== 200) throw new Error(JSON.stringify(body));
      await importer.work("imports.carry-out", id);
      return importer.result(id);
    },
    async result(id: string, language: Language = "nb") {
      const reader = inLanguage(language);
      const { body: run } = await reader.get(`/imports/${id}`);
      const { body: rows } = await reader.get(`/imports/${id}/rows?limit=200`);
      return { id, state: run.state, counts: run.counts, run, rows: rows.items };
    },
  };
  return importer;
}
