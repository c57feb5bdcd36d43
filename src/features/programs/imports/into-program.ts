import type { Db } from "../../../platform/database/database.ts";
import { findProgram } from "../queries.ts";

/** What enrollments and observations are brought into. */
export const intoProgram = {
  noun: "program",
  async find(db: Db, idOrSlug: string): Promise<{ id: string; organizationId: string } | undefined> {
    return findProgram(db, idOrSlug);
  },
  page: (id: string) => `/programs/${id}/import`,
  shown: (id: string) => `/programs/${id}`,
};

/** The program of a run of such an import. */
export function programOf({ intoId }: { intoId: string | null }): string {
  if (intoId === null) throw new Error("An import into a program needs one");
  return intoId;
}
