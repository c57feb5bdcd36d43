import { catalogue } from "../../../platform/language/language.ts";
import type { Source } from "./rows.ts";

/** Where rows come from, in words. */
export const sourceWords = catalogue<Record<Source, string>>({
  nb: { record: "ført i Romslig", check_in: "innsjekking", register: "Enhetsregisteret", self: "bedriften selv", adviser: "rådgiver" },
  nn: { record: "ført i Romslig", check_in: "innsjekking", register: "Einingsregisteret", self: "bedrifta sjølv", adviser: "rådgjevar" },
  en: { record: "kept in Romslig", check_in: "check-in", register: "the register", self: "the company itself", adviser: "adviser" },
});
