import { Notice } from "../../../../interface/components/notice.tsx";
import { UndoBar } from "../../../../interface/components/undo-bar.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { hostWords } from "../words/host-words.ts";
import type { GuestDay } from "./guest-day.ts";
import type { Did } from "./host-acts.ts";

/** What was just done, with its undoing where there is one. */
export function HostOutcome({ day, path, language }: { day: GuestDay; path: string; language: Language }) {
  const text = hostWords[language];
  const guest = day.items.find(({ id }) => id === day.of);
  const name = guest?.holder ?? "";
  const nonce = guest && day.nonces[guest.id];
  if (guest && nonce && day.did === "in" && guest.abilities.undoCheckIn) {
    return (
      <UndoBar action={path} fields={{ act: "out", pass: guest.id, nonce }} closeHref={path} language={language}>
        {text.didIn(name)}
      </UndoBar>
    );
  }
  if (guest && nonce && day.did === "out" && guest.abilities.checkIn) {
    return (
      <UndoBar action={path} fields={{ act: "in", pass: guest.id, nonce }} closeHref={path} language={language}>
        {text.undone(name)}
      </UndoBar>
    );
  }
  const said: Partial<Record<Did, string>> = {
    again: text.wasAlreadyIn(name),
    yes: text.didYes(name),
    no: text.didNo,
    duties: text.didDuties,
    settled: text.didSettle,
  };
  const title = said[day.did as Did];
  return title && (guest || day.did === "settled" || day.did === "no") ? <Notice kind="good" role="status" title={title} /> : null;
}
