import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { callWords } from "../call-words.ts";
import { Said, type Texts } from "./said.tsx";

export type ShownCriterion = { id: string; name: Texts; description: Texts; weight: number; least: number; most: number };
export type ShownPhase = { number: number; name: Texts; openedAt: string | null; closedAt: string | null; criteria: ShownCriterion[] };

/** The phases with their criteria, and what protects them. */
export function HowJudged({ call, language }: { call: { phases: ShownPhase[]; isBlind: boolean }; language: Language }) {
  const text = callWords[language];
  return (
    <section className="stack close" aria-labelledby="judged">
      <h2 id="judged">{text.judged}</h2>
      {call.phases.length === 0 && <p>{text.notByJury}</p>}
      {call.phases.map((phase) => (
        <section key={phase.number} className="stack close">
          <h3>
            <Said texts={phase.name} language={language} />
          </h3>
          <CriterionList criteria={phase.criteria} language={language} />
        </section>
      ))}
      {call.phases.length > 0 && <p>{[call.isBlind && text.blind, text.sealed].filter(Boolean).join(" ")}</p>}
    </section>
  );
}

export function CriterionList({ criteria, language }: { criteria: ShownCriterion[]; language: Language }) {
  const text = callWords[language];
  const all = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ul className="plain-list">
      {criteria.map((criterion) => (
        <li key={criterion.id}>
          <b>
            <Said texts={criterion.name} language={language} />
          </b>
          <p className="small soft">
            {[
              text.scale({ least: number(criterion.least, language), most: number(criterion.most, language) }),
              criteria.length > 1 && text.weight({ weight: number(criterion.weight, language), of: number(all, language) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p className="small">
            <Said texts={criterion.description} language={language} />
          </p>
        </li>
      ))}
    </ul>
  );
}
