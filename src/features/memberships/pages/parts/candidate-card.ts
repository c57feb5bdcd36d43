import type { hc, InferResponseType } from "hono/client";
import type { BoardCard } from "../../../../interface/components/board.tsx";
import { dayAndMonth, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { boardMessages } from "../../board-messages.ts";
import type { CandidateApi } from "../../candidate-routes.ts";

type Routes = ReturnType<typeof hc<CandidateApi>>;

/** The board as its page gets it. */
export type BoardData = Extract<InferResponseType<Routes["networks"][":slug"]["candidate-board"]["$get"], 200>, { stages: unknown }>;

export type CandidateData = BoardData["calls"][number];

export type StageChangeData = Extract<
  InferResponseType<Routes["networks"][":slug"]["stage-changes"]["$get"], 200>,
  { items: unknown }
>["items"][number];

/** A candidate as a card of the board. */
export function cardOf(candidate: CandidateData, language: Language): BoardCard {
  const text = boardMessages[language];
  const { id, name, desks, urgency, owner, version } = candidate;
  const when = whenOf(candidate, language);
  return {
    id,
    name,
    href: `/${language}/networks/${candidate.network.slug}/candidates/${id}`,
    about: [placeOf(candidate), desks === null ? null : text.desks(desks)].filter(Boolean).join(" · "),
    urgency,
    nextStep: candidate.nextStep ?? text.noNextStep,
    version,
    ...(when && { when }),
    ...(owner && { owner: { name: owner.name, initials: initialsOf(owner.name) } }),
  };
}

/** "Kaihuset, Molde". */
export function nameAndPlace(candidate: CandidateData): string {
  return [candidate.name, placeOf(candidate)].filter(Boolean).join(", ");
}

/** "i dag", "skulle vært gjort 18. nov.", "tor. 26. nov. kl. 10:00". */
export function whenOf({ nextStepOn, nextStepAt, urgency }: CandidateData, language: Language): string | undefined {
  const text = boardMessages[language];
  if (nextStepOn === null) return undefined;
  if (urgency === "late") return text.shouldBeDone(dayAndMonth(nextStepOn, language));
  const day = urgency === "today" ? text.today.toLowerCase() : shortDay(nextStepOn, language);
  return nextStepAt === null ? day : text.at(day, nextStepAt);
}

function placeOf({ town, municipality }: CandidateData): string | null {
  return town ?? municipality;
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 3)
    .join("");
}
