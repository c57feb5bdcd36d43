import type { CSSProperties, ReactNode } from "react";
import type { Language } from "../../platform/language/language.ts";
import { inWords } from "../format.ts";
import { words } from "../messages.ts";
import { Icon } from "./icon.tsx";

export type BoardCard = {
  id: string;
  name: string;
  href: string;
  /** "Bergen · 45 plasser". */
  about: string;
  /** today: lit. late: marked and said. without: no next step yet. later: the rest. */
  urgency: "today" | "late" | "without" | "later";
  /** "Ring daglig leder", or "Ingen neste steg". */
  nextStep: string;
  /** "i dag", "skulle vært gjort 18. nov.". */
  when?: string;
  /** Who follows up: initials, and the whole name. */
  owner?: { initials: string; name: string };
  /** Posted with a move, so that two who move the same card are told. */
  version?: number;
};

export type BoardStage = { id: string; name: string; count: number; cards: readonly BoardCard[]; more?: { count: number; href: string } };

type BoardProps = {
  stages: readonly BoardStage[];
  /** Where a move is posted: fields `card`, `stage` and `version`. */
  moveAction: string;
  /** Stages a card may move to besides those drawn ("Takket nei"). */
  otherStages?: readonly { id: string; name: string }[];
  /** The last, narrow room: those who have become members, and those who said no. */
  children?: ReactNode;
  language: Language;
};

/** Stages are rooms joined by doorways. A card's handle opens a list of stages, which works by key, finger and without script. */
export function Board({ stages, moveAction, otherStages = [], children, language }: BoardProps) {
  const destinations = [...stages, ...otherStages];
  return (
    <>
      <nav className="jump" aria-label={words[language].stages}>
        {stages.map(({ id, name, count }) => (
          <a key={id} className="chip" href={`#stage-${id}`}>
            {name} {count}
          </a>
        ))}
      </nav>
      <div className="board" style={{ "--stages": stages.length } as CSSProperties}>
        {stages.map((stage) => (
          <section
            key={stage.id}
            className="stage"
            id={`stage-${stage.id}`}
            data-stage={stage.id}
            aria-labelledby={`stage-${stage.id}-name`}
          >
            <h2 id={`stage-${stage.id}-name`}>
              {stage.name} <span className="count">{stage.count}</span>
            </h2>
            <ul className="cards">
              {stage.cards.map((card) => (
                <Card key={card.id} card={card}>
                  <Move
                    card={card}
                    action={moveAction}
                    destinations={destinations.filter(({ id }) => id !== stage.id)}
                    language={language}
                  />
                </Card>
              ))}
            </ul>
            {stage.more && (
              <a className="more small" href={stage.more.href}>
                {words[language].more(inWords(stage.more.count, language))}
                <span className="hidden"> ({stage.name})</span>
              </a>
            )}
          </section>
        ))}
        {children && <section className="stage">{children}</section>}
      </div>
    </>
  );
}

function Card({ card, children }: { card: BoardCard; children: ReactNode }) {
  const icon = card.urgency === "late" ? "warning" : card.urgency === "without" ? "info" : "arrow-right";
  return (
    <li className={`card is-${card.urgency}`} data-card={card.id}>
      <div className="card-top">
        <h3>
          <a href={card.href}>{card.name}</a>
        </h3>
        {children}
      </div>
      <p className="fine soft">{card.about}</p>
      <p className="next">
        <Icon name={icon} />
        <span>
          {card.nextStep}
          {card.when && (
            <>
              <br />
              <b className="fine">{card.when}</b>
            </>
          )}
        </span>
      </p>
      {card.owner && (
        <span className="owner" title={card.owner.name}>
          {card.owner.initials}
        </span>
      )}
    </li>
  );
}

type MoveProps = { card: BoardCard; action: string; destinations: readonly { id: string; name: string }[]; language: Language };

function Move({ card, action, destinations, language }: MoveProps) {
  return (
    <details className="move">
      <summary>
        <Icon name="handle" />
        <span className="hidden">{words[language].move(card.name)}</span>
      </summary>
      <form method="post" action={action}>
        <p>{words[language].moveTo}</p>
        <input type="hidden" name="card" value={card.id} />
        {card.version !== undefined && <input type="hidden" name="version" value={card.version} />}
        {destinations.map(({ id, name }) => (
          <button key={id} type="submit" name="stage" value={id}>
            <Icon name="arrow-right" /> {name}
          </button>
        ))}
      </form>
    </details>
  );
}
