import { DataTable } from "../../../interface/components/data-table.tsx";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { words } from "../../../interface/messages.ts";
import { useShell } from "../../../interface/page.tsx";
import { auditWords } from "../audit-messages.ts";
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
        <StatePane state="no-hits" title={text.none}>
          <p>{text.noneHelp}</p>
          <p>
            <a href="?">{text.all}</a>
          </p>
        </StatePane>
      ) : (
        <DataTable<Deed>
          caption={text.title}
          isCaptionHidden
          rows={items}
          keyOf={(deed) => deed.id}
          columns={[
            { label: text.when, isHeading: true, cell: (deed) => shownValue(deed.doneAt, language) },
            { label: text.actor, cell: (deed) => <Actor deed={deed} /> },
            { label: text.action, cell: (deed) => <code>{deed.action}</code> },
            { label: text.subject, cell: (deed) => <Subject deed={deed} /> },
            ...(hasOrganization ? [{ label: text.organization, cell: (deed: Deed) => deed.organization?.name ?? "–" }] : []),
            { label: text.details, cell: (deed) => <Details deed={deed} /> },
          ]}
        />
      )}
      {nextCursor && (
        <p>
          <a className="button" href={`?${new URLSearchParams({ ...filter, cursor: nextCursor })}`}>
            {words[language].showMore}
          </a>
        </p>
      )}
      {items.length > 0 && <Downloads path="/audit" filters={filter} language={language} />}
    </>
  );
}

function Filter({ asked, hasOrganization }: { asked: FoundDeeds["asked"]; hasOrganization: boolean }) {
  const { language } = useShell();
  const text = auditWords[language];
  const field = (name: "organization" | "actor" | "subject" | "action", hint: string) => (
    <TextField name={name} label={text[name]} hint={hint} defaultValue={asked[name]} isOptional language={language} />
  );
  return (
    <form method="get" className="stack" aria-label={text.filter}>
      <div className="columns">
        {field("actor", text.actorHint)}
        {field("action", text.actionHint)}
        {field("subject", text.subjectHint)}
        {hasOrganization && field("organization", text.organizationHint)}
        <TextField name="from" type="date" label={text.from} defaultValue={asked.from} isOptional language={language} />
        <TextField name="to" type="date" label={text.to} defaultValue={asked.to} isOptional language={language} />
      </div>
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

function Subject({ deed }: { deed: Deed }) {
  const { kind, id } = deed.subject;
  return (
    <a href={`?${new URLSearchParams({ subject: `${kind}:${id}` })}`}>
      {kind} {id.slice(-8)}
    </a>
  );
}

function Details({ deed }: { deed: Deed }) {
  const { language } = useShell();
  const facts = Object.entries(deed.details);
  if (facts.length === 0 && !deed.reason) return "–";
  return (
    <>
      {deed.reason && (
        <p>
          {auditWords[language].reason}: {deed.reason}
        </p>
      )}
      {facts.map(([name, value]) => (
        <p key={name} className="small">
          {name}: {shownValue(value, language)}
        </p>
      ))}
    </>
  );
}
