import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { importMessages } from "../../import-messages.ts";

type Run = { state: string; rowsDone: number; rowsTotal: number };

/** How far the reading or writing has come. The page asks again by itself. */
export function ImportProgress({ run, language }: { run: Run; language: Language }) {
  const text = importMessages[language];
  const shown = text.progress(number(run.rowsDone, language), number(run.rowsTotal, language));
  return (
    <section className="section-s stack" role="status">
      <h2 id="progress">{run.state === "checking" ? text.checking : text.importing}</h2>
      <progress aria-labelledby="progress" max={run.rowsTotal} value={run.rowsDone}>
        {shown}
      </progress>
      <p>{shown}</p>
      <p className="soft">
        {text.refreshes} <a href="?">{text.refresh}</a>
      </p>
    </section>
  );
}
