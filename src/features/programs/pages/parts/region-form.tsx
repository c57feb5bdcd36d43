import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { baselineWords } from "../baseline-words.ts";
import type { Written } from "../form-values.ts";
import type { ShownProgram } from "../load-program.ts";

type RegionFormProps = {
  program: ShownProgram;
  written: Written | undefined;
  errors: readonly { field: string; message: string }[];
  today: string;
  language: Language;
};

/** What the fields of the region are called; a page of settings has more forms. */
export function regionLabels(language: Language) {
  const { regionName, municipalities, recordedOn } = baselineWords[language];
  return { "region-regionName": regionName, "region-municipalities": municipalities, "region-recordedOn": recordedOn };
}

/** The region a program is for: its name and municipalities, under the borders of a day. */
export function RegionForm({ program, written, errors, today, language }: RegionFormProps) {
  const text = baselineWords[language];
  const { region } = program;
  const labels = regionLabels(language);
  const field = (name: "regionName" | "municipalities" | "recordedOn", known: string) => ({
    ...{ name, id: `region-${name}`, label: labels[`region-${name}`], language },
    defaultValue: written?.[name] ?? known,
    error: errors.find((one) => one.field === `region-${name}`)?.message,
  });
  return (
    <section className="stack" aria-labelledby="region">
      <h2 id="region">{text.region}</h2>
      <p className="soft">
        {region
          ? text.regionNow({
              ...{ name: region.name ?? "–", count: region.municipalities.length },
              day: dateWithYear(region.recordedOn, language),
            })
          : text.noRegion}{" "}
        {text.regionAbout}
      </p>
      <form method="post" className="form">
        <input type="hidden" name="act" value="region" />
        <input type="hidden" name="version" value={`"${program.version}"`} />
        <TextField {...field("regionName", region?.name ?? "")} maxLength={100} isOptional />
        <TextField {...field("municipalities", region?.municipalities.join(", ") ?? "")} hint={text.municipalitiesHint} />
        <TextField {...field("recordedOn", region?.recordedOn ?? today)} type="date" width="s" />
        <div className="buttons">
          <button type="submit" className="button">
            {text.saveRegion}
          </button>
        </div>
      </form>
      {region && (
        <form method="post">
          <input type="hidden" name="act" value="no-region" />
          <input type="hidden" name="version" value={`"${program.version}"`} />
          <button type="submit" className="button small quiet">
            {text.removeRegion}
          </button>
        </form>
      )}
    </section>
  );
}
