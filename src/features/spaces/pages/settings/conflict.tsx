import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { messages } from "./messages.ts";
import { type EditedPart, linesOfPart, valuesOfPart } from "./sections.ts";
import type { Current, Values } from "./values.ts";

type ConflictProps = { part: EditedPart; mine: Values; theirs: Current; path: string; language: Language };

/** Somebody else saved the same part first: both versions where they differ, and the choice between them. */
export function Conflict({ part, mine, theirs, path, language }: ConflictProps) {
  const words = messages[language];
  const who = theirs.lastChange?.by?.split(" ")[0] ?? words.somebody;
  const time = theirs.lastChange ? clock(Temporal.Instant.from(theirs.lastChange.at).toZonedDateTimeISO(theirs.timeZone)) : "";
  const stored = valuesOfPart[part](theirs);
  const both = differences(linesOfPart(part, stored, language, words), linesOfPart(part, mine, language, words));
  const kept = Object.entries(mine).filter(([name]) => name !== "version" && name !== "was");
  return (
    <div className="room dialog" role="alert" id={errorSummaryId} tabIndex={-1}>
      <h3>{words.conflict(who, words[part].changed)}</h3>
      <div className="versions">
        <Version heading={words.theirs(who, time)} lines={both.map(({ label, theirs: text }) => ({ label, text: text || words.empty }))} />
        <Version heading={words.yours} lines={both.map(({ label, mine: text }) => ({ label, text: text || words.empty }))} />
      </div>
      <form className="buttons" method="post" action={`${path}#${errorSummaryId}`}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="version" value={`"${theirs.version}"`} />
        <input type="hidden" name="was" value={JSON.stringify(stored)} />
        <button className="button lit" type="submit">
          {words.saveMine}
        </button>
        <a className="button" href={`${path}#${part}`}>
          {words.keepTheirs(who)}
        </a>
      </form>
    </div>
  );
}

function Version({ heading, lines }: { heading: string; lines: { label: string; text: string }[] }) {
  return (
    <div>
      <b className="small">{heading}</b>
      {lines.map(({ label, text }) => (
        <p key={label}>
          <span className="soft">{label}:</span> {text}
        </p>
      ))}
    </div>
  );
}

function differences(theirs: { label: string; text: string }[], mine: { label: string; text: string }[]) {
  const labels = [...new Set([...theirs, ...mine].map(({ label }) => label))];
  const textOf = (lines: typeof mine, wanted: string) => lines.find(({ label }) => label === wanted)?.text ?? "";
  return labels
    .map((label) => ({ label, theirs: textOf(theirs, label), mine: textOf(mine, label) }))
    .filter((line) => line.theirs.trim() !== line.mine.trim());
}
