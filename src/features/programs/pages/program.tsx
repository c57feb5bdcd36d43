import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { excerpt, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { textIn } from "../../spaces/parts.ts";
import { loadProgram } from "./load-program.ts";
import { ProgramFigures } from "./parts/program-figures.tsx";
import { ProgramJobs } from "./parts/program-jobs.tsx";
import { ProgramSurvival } from "./parts/program-survival.tsx";
import { ProgramTabs } from "./parts/program-tabs.tsx";
import { Targets } from "./parts/targets.tsx";
import { programWords } from "./program-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  return loadProgram(given);
}

/** What became of those a program helped on: figures that open, the curve, the jobs and where they are, and its targets. */
export default function Program() {
  const loaded = useLoaderData<typeof loader>();
  const { language, today } = useShell();
  const { program } = loaded;
  const text = programWords[language];
  const name = textIn(program.name, language)?.text ?? program.slug;
  const { ever, running, ended, unknown } = program.startups;
  const count = (value: number) => number(value, language);
  const lead =
    program.firstIntake === null
      ? text.leadEmpty
      : text.lead({
          ...{ ever: count(ever), running: count(running), ended: count(ended), unknown: count(unknown) },
          since: program.firstIntake.slice(0, 4),
        });
  return (
    <Page title={name} description={excerpt(`${name}: ${lead}`)} area={{ kind: "public" }}>
      <div className="frame">
        <Crumbs trail={[{ label: text.programs, href: `/${language}/programs` }, { label: name }]} language={language} />
        <div className="page-head">
          <div>
            <p className="small">
              {text.kinds[program.kind]}. {text.run}{" "}
              <a href={`/${language}/organizations/${program.organization.slug}`}>{program.organization.name}</a>.
            </p>
            <h1>{name}</h1>
            <p className="lead">{lead}</p>
          </div>
        </div>
        <ProgramTabs program={program} current="overview" language={language} />
        <ProgramFigures {...loaded} language={language} />
      </div>
      <ProgramSurvival {...loaded} language={language} />
      <ProgramJobs {...loaded} language={language} />
      {program.targets.length > 0 && <Targets program={program} today={today} language={language} />}
    </Page>
  );
}
