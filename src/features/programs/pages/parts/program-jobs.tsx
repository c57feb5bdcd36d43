import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { survivalWords } from "../../survival/survival-words.ts";
import type { LoadedProgram, ShownJobs } from "../load-program.ts";
import { programWords } from "../program-words.ts";
import { intervalInWords, shareInWords } from "./interval-words.ts";

type JobsProps = LoadedProgram & { language: Language };

/** The jobs: how many came, went and are there, and in which municipality under the borders of a year. */
export function ProgramJobs({ jobs, asked, language }: JobsProps) {
  const text = programWords[language];
  if (jobs.n === 0) return null;
  const said = (interval: { least: number; most: number }) => intervalInWords(interval, language);
  const { region } = jobs;
  return (
    <section className="band section" aria-labelledby="jobs">
      <div className="frame chapter even">
        <div className="stack">
          <h2 id="jobs">{text.jobs}</h2>
          <p>
            {text.jobsSentence({ heads: said(jobs.heads.net), fte: said(jobs.fte.net) })}{" "}
            {region?.heads.share &&
              text.inside({
                jobs: said(region.heads.jobs),
                share: shareInWords(region.heads.share, language),
                region: region.name ?? text.theRegion,
              })}
          </p>
          <Balance jobs={jobs} language={language} />
          {jobs.heads.missingBaseline > 0 && (
            <p className="small soft">
              {text.noBaseline({ missing: number(jobs.heads.missingBaseline, language), n: number(jobs.n, language) })}
            </p>
          )}
          {jobs.heads.missing > 0 && <p className="small soft">{text.missing({ missing: number(jobs.heads.missing, language) })}</p>}
          <details className="small">
            <summary>{survivalWords[language].how}</summary>
            <p>{jobs.definition}</p>
          </details>
        </div>
        <div className="stack">
          <BordersForm asked={asked} language={language} />
          <Municipalities jobs={jobs} language={language} />
        </div>
      </div>
    </section>
  );
}

type PartProps = { jobs: ShownJobs; language: Language };

function Balance({ jobs, language }: PartProps) {
  const text = programWords[language];
  return (
    <DataTable
      caption={text.jobs}
      isCaptionHidden
      rows={["heads", "fte"] as const}
      keyOf={(measure) => measure}
      columns={[
        { label: text.measure, isHeading: true, cell: (measure) => text.perMeasure[measure] },
        ...(["baseline", "created", "lost", "net"] as const).map((part) => ({
          label: text[part],
          isNumeric: true,
          cell: (measure: "heads" | "fte") =>
            part === "baseline" && jobs[measure].missingBaseline === jobs.n ? text.notSaid : intervalInWords(jobs[measure][part], language),
        })),
      ]}
    />
  );
}

function BordersForm({ asked, language }: { asked: LoadedProgram["asked"]; language: Language }) {
  const text = programWords[language];
  const years = ["2013", "2017", "2018", "2019", "2020", "2023", "2024"];
  return (
    <form className="survival-form" action="#jobs">
      {asked.clock !== "intake" && <input type="hidden" name="clock" value={asked.clock} />}
      {asked.merged !== "censored" && <input type="hidden" name="merged" value={asked.merged} />}
      {asked.cohort && <input type="hidden" name="cohort" value={asked.cohort} />}
      <SelectField
        name="borders"
        label={text.borders}
        isOptional
        options={[{ value: "", label: text.today }, ...years.map((year) => ({ value: year, label: year }))]}
        defaultValue={asked.borders}
        language={language}
      />
      <button type="submit" className="button">
        {text.show}
      </button>
    </form>
  );
}

function Municipalities({ jobs, language }: PartProps) {
  const text = programWords[language];
  const unsettled = [
    { key: "elsewhere", name: text.elsewhere, part: jobs.elsewhere },
    ...(jobs.ambiguousAmong.length > 0
      ? jobs.ambiguousAmong.map((part) => ({ key: part.numbers.join(" "), name: text.oneOf(part.names), part }))
      : [{ key: "ambiguous", name: text.ambiguous, part: jobs.ambiguous }]),
    { key: "unplaced", name: text.unplaced, part: jobs.unplaced },
  ].flatMap(({ key, name, part }) => (part && part.startups > 0 ? [{ number: key, name, ...part }] : []));
  const said = (interval: { least: number; most: number }) => intervalInWords(interval, language);
  return (
    <DataTable
      caption={text.jobs}
      isCaptionHidden
      rows={[...jobs.byMunicipality, ...unsettled]}
      keyOf={(row) => row.number}
      columns={[
        { label: text.municipality, isHeading: true, cell: ({ name }) => name, total: text.total },
        {
          label: text.startupsColumn,
          isNumeric: true,
          cell: ({ startups }) => number(startups, language),
          total: number(jobs.n, language),
        },
        { label: text.headsColumn, isNumeric: true, cell: ({ heads }) => said(heads), total: said(jobs.heads.net) },
        { label: text.fteColumn, isNumeric: true, cell: ({ fte }) => said(fte), total: said(jobs.fte.net) },
      ]}
    />
  );
}
