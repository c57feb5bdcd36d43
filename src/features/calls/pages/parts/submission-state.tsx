import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { applyWords } from "../apply-words.ts";
import { callWords } from "../call-words.ts";

type Shown = {
  state: "draft" | "submitted" | "withdrawn";
  deliveredAt: string | null;
  isLate: boolean;
  hasUndeliveredChanges: boolean;
  decision: { outcome: "shortlisted" | "awarded" | "reserve" | "declined"; reason: string | null } | null;
  call: { closesAt: string };
  abilities: { edit: boolean };
};

type StateProps = { submission: Shown; when: (at: string) => string; language: Language };

/** Where an application stands: what is true of it, what counts, and what one can do. */
export function SubmissionState({ submission, when, language }: StateProps) {
  const text = applyWords[language];
  const { state, deliveredAt, isLate, hasUndeliveredChanges, decision, call, abilities } = submission;
  if (decision)
    return (
      <section className="lit-room padded stack close" aria-labelledby="decided">
        <h2 id="decided">{text.decided}</h2>
        <p className="lead">{callWords[language].outcomes[decision.outcome]}</p>
        {decision.reason && (
          <p>
            <b>{text.reason}:</b> {decision.reason}
          </p>
        )}
      </section>
    );
  if (state === "withdrawn") return <Notice kind="note" title={text.withdrawnState} />;
  if (state === "draft")
    return abilities.edit ? (
      <Notice kind="note" title={text.notDelivered}>
        <p>{text.notDeliveredAbout({ moment: when(call.closesAt) })}</p>
      </Notice>
    ) : (
      <Notice kind="care" title={text.missed}>
        <p>{text.missedAbout}</p>
      </Notice>
    );
  const at = { moment: when(deliveredAt ?? "") };
  return (
    <Notice kind={hasUndeliveredChanges ? "care" : "good"} title={isLate ? text.deliveredLate(at) : text.delivered(at)}>
      {hasUndeliveredChanges ? <p>{text.changed}</p> : abilities.edit && <p>{text.deliveredAbout}</p>}
    </Notice>
  );
}
