import { dateWithYear, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { ShownProgram } from "../load-program.ts";
import { programWords } from "../program-words.ts";
import { intervalInWords } from "./interval-words.ts";

type Target = ShownProgram["targets"][number];

/** The targets of a program: how much of each is reached, with a line where an even pace would be. */
export function Targets({ program, today, language }: { program: ShownProgram; today: string; language: Language }) {
  const text = programWords[language];
  return (
    <section className="frame section stack" aria-labelledby="targets">
      <h2 id="targets">{text.targets}</h2>
      {program.targets.map((target) => (
        <div key={target.id}>
          <h3>{textIn(target.name, language)?.text}</h3>
          <TargetBar target={target} today={today} language={language} />
        </div>
      ))}
    </section>
  );
}

/** One target: what is reached for sure, what may be, and the even pace. */
export function TargetBar({ target, today, language }: { target: Target; today: string; language: Language }) {
  const text = programWords[language];
  const { amount, reached, from, until, measure } = target;
  const share = (value: number) => Math.max(0, Math.min(1, value / amount));
  const gone = share(amount * partOf(from, until, today));
  const even = number(Math.round(gone * amount), language);
  const words = `${text.target({ reached: intervalInWords(reached, language), amount: number(amount, language) })} ${text.measures[measure]}`;
  return (
    <>
      <div className="target-bar" role="img" aria-label={`${words}. ${text.even({ even })}`}>
        <i className="sure" style={{ width: `${share(reached.least) * 100}%` }} />
        <i
          className="perhaps"
          style={{ left: `${share(reached.least) * 100}%`, width: `${(share(reached.most) - share(reached.least)) * 100}%` }}
        />
        <u style={{ left: `${gone * 100}%` }} />
      </div>
      <p className="small">
        <b>{words}.</b> {text.even({ even })} {text.period({ from: dateWithYear(from, language), until: dateWithYear(until, language) })}.
      </p>
    </>
  );
}

function partOf(from: string, until: string, today: string): number {
  const days = (end: string) => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(end)).days;
  return Math.max(0, Math.min(1, days(today) / days(until)));
}
