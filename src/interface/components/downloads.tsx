import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { Icon } from "./icon.tsx";

type DownloadsProps = {
  /** Of the list in the API, without the version and an ending: "/networks/kyst/members". */
  path: string;
  /** What the list on the page is narrowed by; what is empty is left out. */
  filters?: Record<string, string | number | undefined>;
  /** What is in the file, where a page has several: "personer". */
  what?: string;
  language: Language;
};

/** The list of the page as a file, quietly: "Last ned: CSV · Excel". */
export function Downloads({ path, filters = {}, what, language }: DownloadsProps) {
  const { download } = words[language];
  const given = Object.entries(filters).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, String(value)]]));
  const query = new URLSearchParams([...given, ["language", language]]);
  const link = (ending: "csv" | "xlsx", name: string) => (
    <a href={`/api/v1${path}.${ending}?${query}`} rel="nofollow">
      <span className="hidden">{download(what)}: </span>
      {name}
    </a>
  );
  return (
    <p className="downloads">
      <span aria-hidden="true">
        <Icon name="download" /> {download(what)}:
      </span>
      {link("csv", "CSV")}
      <span aria-hidden="true">·</span>
      {link("xlsx", "Excel")}
    </p>
  );
}
