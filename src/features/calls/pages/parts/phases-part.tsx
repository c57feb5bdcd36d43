import { inWordsFirst } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { workWords } from "../work-words.ts";
import { CriterionList, type ShownPhase } from "./how-judged.tsx";
import { Said, saidIn } from "./said.tsx";

type PartProps = {
  call: { phases: ShownPhase[]; windowState: "not_yet" | "open" | "grace" | "over" };
  jurors: { assigned: number; delivered: number; recused: number }[];
  path: string;
  language: Language;
};

/** The phases, each with what can be done with it now: only one, and its consequence is said. */
export function PhasesPart({ call, jurors, path, language }: PartProps) {
  const text = workWords[language];
  const next = call.phases.find(({ closedAt }) => closedAt === null);
  return (
    <section className="stack close" aria-labelledby="phases">
      <h2 id="phases">{text.phases}</h2>
      {call.phases.length === 0 && <p>{text.noPhases}</p>}
      <ol className="plain-list">
        {call.phases.map((phase) => {
          const state = phase.closedAt ? "closed" : phase.openedAt ? "open" : "waiting";
          return (
            <li key={phase.number} className="stack close">
              <h3>
                <Said texts={phase.name} language={language} />
              </h3>
              <p className="small">{text.phaseStates[state]}</p>
              {phase === next && state === "waiting" && <Opening phase={phase} call={call} language={language} />}
              {state === "open" && <Closing phase={phase} jurors={jurors} language={language} />}
              {state === "closed" && (
                <p>
                  <a className="button" href={`${path}/results?phase=${phase.number}`}>
                    {text.results}
                  </a>
                </p>
              )}
              <details>
                <summary>{phase.criteria.map(({ name }) => saidIn(name, language)).join(", ")}</summary>
                <CriterionList criteria={phase.criteria} language={language} />
              </details>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Opening({ phase, call, language }: { phase: ShownPhase; call: PartProps["call"]; language: Language }) {
  const text = workWords[language];
  const isEarly = call.windowState === "open" || call.windowState === "not_yet";
  return (
    <form method="post" className="stack close">
      <p className="small soft">
        {phase.number > 1 ? text.openAboutShortlist : text.openAbout} {isEarly && phase.number === 1 && text.beforeDeadline}
      </p>
      <input type="hidden" name="number" value={phase.number} />
      <p>
        <button className={isEarly ? "button" : "button lit"} type="submit" name="act" value="opened">
          {text.open({ phase: saidIn(phase.name, language) })}
        </button>
      </p>
    </form>
  );
}

function Closing({ phase, jurors, language }: { phase: ShownPhase; jurors: PartProps["jurors"]; language: Language }) {
  const text = workWords[language];
  const left = jurors.reduce((sum, { assigned, delivered, recused }) => sum + assigned - delivered - recused, 0);
  const missing = left === 0 ? text.missingNone : text.missing({ count: inWordsFirst(left, language, "feminine"), isOne: left === 1 });
  return (
    <form method="post" className="stack close">
      <p className="small soft">{text.closeAbout({ missing })}</p>
      <input type="hidden" name="number" value={phase.number} />
      <p>
        <button className={left === 0 ? "button lit" : "button"} type="submit" name="act" value="closed">
          {text.close({ phase: saidIn(phase.name, language) })}
        </button>
      </p>
    </form>
  );
}
