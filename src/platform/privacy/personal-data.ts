import type { Db, Tx } from "../database/database.ts";
import type { InEveryLanguage } from "../language/language.ts";

/** Whose data: the id, and the address that was proven to be theirs. */
export interface DataSubject {
  personId: string;
  email: string;
}

/** Somebody who is being erased, with the name to be taken out of texts by others when it can mean nobody and nothing else. */
export interface ErasedSubject extends DataSubject {
  fullName: string | undefined;
}

/**
 * One kind of thing held about people. Each feature declares its own, and api.ts lists them: what is shown, exported and
 * erased is all of them together.
 */
export interface PersonalData {
  /** "sessions": the part's name in the export. */
  name: string;
  title: InEveryLanguage;
  /** The fields of its rows, in order, in words. */
  fields: Record<string, InEveryLanguage>;
  /** What stays after erasing, and why; left out when nothing does. */
  kept?: InEveryLanguage;
  about(db: Db, subject: DataSubject): Promise<Record<string, unknown>[]>;
  /** Takes away what may be taken away, and the name and address from what stays. */
  erase(tx: Tx, subject: ErasedSubject, at: Temporal.Instant): Promise<void>;
}

/** Takes the place of a name in what stays. */
export const noName = "—";
