import { DataTable } from "../../../../interface/components/data-table.tsx";
import { clock, relativeDay, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { boardMessages } from "../../board-messages.ts";
import type { StageChangeData } from "./candidate-card.ts";

/** What was moved, when, why and by whom, the latest first. */
export function MovesTable({
  moves,
  caption,
  today,
  language,
}: {
  moves: readonly StageChangeData[];
  caption: string;
  today: string;
  language: Language;
}) {
  const text = boardMessages[language];
  if (moves.length === 0) return <p className="soft">{text.nothingHappened}</p>;
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      className="moves"
      rows={moves}
      keyOf={({ id }) => id}
      classOf={({ undoneAt }) => (undoneAt === null ? undefined : "rows-quiet")}
      columns={[
        { label: text.when, cell: ({ changedAt }) => when(changedAt, today, language) },
        { label: text.what, isHeading: true, cell: (move) => <What move={move} language={language} /> },
        { label: text.why, cell: ({ reason }) => reason ?? "–" },
        { label: text.who, cell: ({ changedBy }) => changedBy ?? text.form },
      ]}
    />
  );
}

function What({ move: { name, from, to, undoneAt }, language }: { move: StageChangeData; language: Language }) {
  const { stages, added, undone } = boardMessages[language];
  return (
    <>
      {name}: {from === null ? `${added} (${stages[to]})` : `${stages[from]} – ${stages[to]}`}
      {undoneAt !== null && ` (${undone})`}
    </>
  );
}

function when(moment: string, today: string, language: Language): string {
  const at = Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo");
  const day = at.toPlainDate().toString();
  if (day === today) return `${relativeDay(day, today, language)} ${clock(at)}`;
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day, language) : day.split("-").reverse().join(".");
}
