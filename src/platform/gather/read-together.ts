import type { Db } from "../database/database.ts";
import { gather } from "./gather.ts";

/**
 * Makes a reading of rows by id into one that is asked for one row: what is asked for while an earlier reading is under way is
 * read together, each row no earlier than it was asked for. A transaction reads for itself.
 * @param read the rows of the ids, in any order; ids must have the form of one, since who asks beside shares a refusal
 */
export function readTogether<Row>(read: (db: Db, ids: string[]) => Promise<Row[]>, idOf: (row: Row) => string) {
  const readers = new WeakMap<Db, (id: string) => Promise<Row | undefined>>();
  return (db: Db, id: string): Promise<Row | undefined> => {
    const reader = readers.get(db) ?? gatherReads((ids) => read(db, ids), idOf);
    readers.set(db, reader);
    return reader(id);
  };
}

function gatherReads<Row>(read: (ids: string[]) => Promise<Row[]>, idOf: (row: Row) => string) {
  const { submit } = gather<string, Row | undefined>(
    async (ids) => {
      const rows = new Map((await read([...new Set(ids)])).map((row) => [idOf(row), row]));
      return ids.map((id) => rows.get(id));
    },
    { lanes: 2 },
  );
  return submit;
}
