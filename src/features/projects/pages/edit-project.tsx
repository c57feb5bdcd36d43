import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ProjectAccountApi } from "../accounts/routes.ts";
import type { ProjectApi } from "../routes.ts";
import { writtenIn } from "./form-values.ts";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.project ?? "" };
  const [project, hours] = await Promise.all([
    read(client<ProjectApi>(visit).projects[":id"].$get({ param })),
    read(client<ProjectAccountApi>(visit).projects[":id"].hours.$get({ param, query: {} })),
  ]);
  if (!project.abilities.edit) throw new Response(null, { status: 404 });
  return { project, people: hours.candidates };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const param = { id: given.params.project ?? "" };
  const before = await read(client<ProjectApi>(visit).projects[":id"].$get({ param }));
  const linesOf = (name: string) => (written[name] ?? "").split("\n").flatMap((line) => line.trim() || []);
  const places = Object.keys(written).flatMap((name) => /^package-(\d+)$/.exec(name)?.[1] ?? []);
  const { problem } = await attempt(
    client<ProjectApi>(visit).projects[":id"].$patch({
      param,
      header: { "if-match": written.version ?? "*" },
      json: {
        title: { ...before.titles, [visit.language]: written.title ?? "" },
        description: { ...before.descriptions, [visit.language]: written.about ?? "" },
        leadId: written.lead || null,
        leadPercent: written.percent ? Number(written.percent) : null,
        from: written.from ?? "",
        to: written.to ?? "",
        focusAreas: linesOf("focus"),
        partners: linesOf("partners").map(partnerOf),
        // an address is taken by its last part
        events: linesOf("events").map(
          (line) =>
            line
              .replace(/[?#].*$/, "")
              .split("/")
              .at(-1) ?? line,
        ),
        workPackages: places.flatMap((place) => {
          const title = written[`package-${place}`] ?? "";
          const id = written[`package-id-${place}`];
          const summary = written[`package-about-${place}`];
          return title === "" ? [] : [{ title, ...(id && { id }), ...(summary && { summary }) }];
        }),
      },
    }),
  );
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/projects/${given.params.project}?saved`, 303);
}

/** Name, time, lead, partners, linked events and work packages. */
export default function EditProject() {
  const { project, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = projectWords[language];
  const written = refused?.written;
  const said = (name: string, else_: string) => written?.[name] ?? else_;
  const title = `${text.editTitle}, ${inLanguage(project.titles, language)}`;
  const packages = [...project.workPackages, ...[1, 2].map((n) => ({ id: "", number: n, title: "", summary: "" }))];
  const { name, about, from, to, leader: lead, leaderPercent: percent, focusAreas: focus, partners, activities: events } = text;
  const ofPackages = packages.map((_, place) => [`package-${place}`, text.package({ n: place + 1 })]);
  const labels = { title: name, about, from, to, lead, percent, focus, partners, events, ...Object.fromEntries(ofPackages) };
  const faults = faultsIn(refused?.problem, labels, {
    ...{ description: "about", leadId: "lead", leadPercent: "percent", focusAreas: "focus", workPackages: "package-0" },
  });
  return (
    <Page title={refused ? `${text.error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <ProjectHead project={project} title={text.editTitle} place={undefined} language={language} />
        <Refused problem={refused?.problem} faults={faults} labels={labels} language={language} />
        <Faults faults={faults}>
          <form method="post" className="form" noValidate>
            <input type="hidden" name="version" value={`"${project.version}"`} />
            <TextField
              name="title"
              label={text.name}
              maxLength={120}
              defaultValue={said("title", inLanguage(project.titles, language))}
              language={language}
            />
            <TextareaField
              name="about"
              label={text.about}
              isOptional
              defaultValue={said("about", inLanguage(project.descriptions, language))}
              language={language}
            />
            <TextField name="from" type="date" width="s" label={text.from} defaultValue={said("from", project.from)} language={language} />
            <TextField name="to" type="date" width="s" label={text.to} defaultValue={said("to", project.to)} language={language} />
            <SelectField
              name="lead"
              label={text.leader}
              isOptional
              hasEmpty
              defaultValue={said("lead", project.lead?.id ?? "")}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              language={language}
            />
            <TextField
              name="percent"
              width="xs"
              inputMode="numeric"
              label={text.leaderPercent}
              isOptional
              defaultValue={said("percent", project.leadPercent === null ? "" : String(project.leadPercent))}
              language={language}
            />
            <TextareaField
              name="focus"
              label={text.focusAreas}
              hint={text.focusHint}
              isOptional
              defaultValue={said("focus", project.focusAreas.join("\n"))}
              language={language}
            />
            <TextareaField
              name="partners"
              label={text.partners}
              hint={text.partnersHint}
              isOptional
              defaultValue={said(
                "partners",
                project.partners.map(({ slug, name, role }) => `${slug ?? name}${role ? ` | ${role}` : ""}`).join("\n"),
              )}
              language={language}
            />
            <TextareaField
              name="events"
              label={text.activities}
              hint={text.eventsHint}
              isOptional
              defaultValue={said("events", project.events.map(({ slug }) => slug).join("\n"))}
              language={language}
            />
            <fieldset className="field">
              <legend className="label">{text.packages}</legend>
              <p className="hint">{text.packagesHint}</p>
              {packages.map(({ id, title: name, summary }, place) => (
                <div key={id || `new-${place}`} className="budget-line">
                  {id && <input type="hidden" name={`package-id-${place}`} value={id} />}
                  <TextField
                    name={`package-${place}`}
                    label={text.package({ n: place + 1 })}
                    isOptional
                    maxLength={160}
                    defaultValue={said(`package-${place}`, name)}
                    language={language}
                  />
                  <TextField
                    name={`package-about-${place}`}
                    label={text.about}
                    isOptional
                    maxLength={2000}
                    defaultValue={said(`package-about-${place}`, summary ?? "")}
                    language={language}
                  />
                </div>
              ))}
            </fieldset>
            <button className="button lit" type="submit">
              {text.save}
            </button>
          </form>
        </Faults>
      </div>
    </Page>
  );
}

// a word like a slug stands for an organization here; anything else is a name
function partnerOf(line: string) {
  const [who = "", role = ""] = line.split("|").map((part) => part.trim());
  return { ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(who) ? { organization: who } : { name: who }), ...(role && { role }) };
}
