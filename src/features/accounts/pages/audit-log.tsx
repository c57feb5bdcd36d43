import { SelectField } from "../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { useShell } from "../../../interface/page.tsx";
import { auditWords } from "../audit-messages.ts";
import { deedWords } from "../deed-words.ts";
import type { FoundDeeds } from "./audit-search.ts";
import { shownValue } from "./shown-value.ts";

type Deed = FoundDeeds["items"][number];

/** The filter, the deeds, and the way on. */
export function AuditLog({ found, hasOrganization }: { found: FoundDeeds; hasOrganization: boolean }) {
  const { language } = useShell();
  const text = auditWords[language];
  const { items, nextCursor, asked } = found;
  const { cursor: _, ...filter } = asked;
  return (
    <>
      <Filter asked={asked} hasOrganization={hasOrganization} />
      {items.length === 0 ? (
        <Nothing isSearched={Object.keys(filter).some((name) => name !== "organization" || hasOrganization)} />
      ) : (
        <DataTable<Deed>
          caption={text.title}
          isCaptionHidden
          rows={items}
          keyOf={(deed) => deed.id}
          columns={[
            { label: text.when, isHeading: true, cell: (deed) => shownValue(deed.doneAt, language) },
            { label: text.actor, cell: (deed) => <Actor deed={deed} /> },
            { label: text.action, cell: (deed) => deedWords[language].deeds[deed.action] ?? deed.action },
            { label: text.subject, cell: (deed) => <Subject deed={deed} /> },
            ...(hasOrganization ? [{ label: text.organization, cell: (deed: Deed) => deed.organization?.name ?? "–" }] : []),
            { label: text.details, isLong: true, cell: (deed) => <Details deed={deed} /> },
          ]}
        />
      )}
      <ShowMore cursor={nextCursor} to={(cursor) => `?${new URLSearchParams({ ...filter, cursor })}`} language={language} />
      {items.length > 0 && <Downloads path="/audit" filters={filter} language={language} />}
    </>
  );
}

function Filter({ asked, hasOrganization }: { asked: FoundDeeds["asked"]; hasOrganization: boolean }) {
  const { language } = useShell();
  const text = auditWords[language];
  const groups = deedWords[language].groups;
  const known = asked.action && !(asked.action in groups) ? [asked.action] : [];
  const [kind = "", id] = asked.subject?.split(":") ?? [];
  return (
    <form method="get" className="stack close" aria-label={text.filter}>
      <div className="audit-filter">
        <TextField name="actor" label={text.actor} hint={text.actorHint} defaultValue={asked.actor} isOptional language={language} />
        <SelectField
          name="action"
          label={text.action}
          defaultValue={asked.action ?? ""}
          options={[
            { value: "", label: text.everything },
            ...known.map((action) => ({ value: action, label: deedWords[language].deeds[action] ?? action })),
            ...Object.entries(groups).map(([value, label]) => ({ value, label })),
          ]}
          isOptional
          language={language}
        />
        {hasOrganization && (
          <TextField
            name="organization"
            label={text.organization}
            hint={text.organizationHint}
            defaultValue={asked.organization}
            isOptional
            language={language}
          />
        )}
        <TextField name="from" type="date" label={text.from} defaultValue={asked.from} isOptional language={language} />
        <TextField name="to" type="date" label={text.to} defaultValue={asked.to} isOptional language={language} />
      </div>
      {asked.subject && (
        <p className="small">
          <input type="hidden" name="subject" value={asked.subject} />
          {text.onlyThis([deedWords[language].things[kind] ?? kind, id?.slice(-8)].filter(Boolean).join(" "))}
        </p>
      )}
      <div className="buttons">
        <button className="button lit" type="submit">
          {text.find}
        </button>
        <a className="button quiet" href="?">
          {text.all}
        </a>
      </div>
    </form>
  );
}

/** An empty log, or one in which nothing was found. */
function Nothing({ isSearched }: { isSearched: boolean }) {
  const text = auditWords[useShell().language];
  return (
    <StatePane state={isSearched ? "no-hits" : "empty"} title={isSearched ? text.none : text.empty}>
      <p>{isSearched ? text.noneHelp : text.emptyAbout}</p>
      {isSearched && (
        <p>
          <a className="button" href="?">
            {text.all}
          </a>
        </p>
      )}
    </StatePane>
  );
}

function Actor({ deed }: { deed: Deed }) {
  const text = auditWords[useShell().language];
  if (!deed.actor) return text.program;
  return (
    <>
      {deed.actor.name ?? text.erased}
      {deed.keyId && <span className="small soft"> {text.byKey}</span>}
    </>
  );
}

/** Its name, or what it is; the link finds all that was done to it. */
function Subject({ deed }: { deed: Deed }) {
  const { things } = deedWords[useShell().language];
  const { kind, id, name } = deed.subject;
  return <a href={`?${new URLSearchParams({ subject: `${kind}:${id}` })}`}>{name ?? things[kind] ?? kind}</a>;
}

/** The reason in the open; what a program would want to know behind a door. */
function Details({ deed }: { deed: Deed }) {
  const { language } = useShell();
  const text = auditWords[language];
  const facts = Object.entries(deed.details);
  if (facts.length === 0 && !deed.reason) return "–";
  return (
    <>
      {deed.reason && <p>{deed.reason}</p>}
      {facts.length > 0 && (
        <details>
          <summary>{text.showDetails}</summary>
          {facts.map(([name, value]) => (
            <p key={name} className="small">
              <code>{name}</code>: {shownValue(value, language)}
            </p>
          ))}
        </details>
      )}
    </>
  );
}
