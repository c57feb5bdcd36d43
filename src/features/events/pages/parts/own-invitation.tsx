import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { invitationWords } from "../invitation-words.ts";

type InvitationProps = { invitation: { declinedAt: string | null }; language: Language };

/** What somebody is told who is invited and has not registered. */
export function OwnInvitation({ invitation, language }: InvitationProps) {
  const text = invitationWords[language];
  if (invitation.declinedAt !== null)
    return (
      <Notice kind="note" title={text.youDeclined}>
        <p>{text.youDeclinedAbout}</p>
      </Notice>
    );
  return (
    <Notice kind="note" title={text.youAre}>
      <p>{text.youAreAbout}</p>
      <form method="post">
        <button type="submit" className="button small" name="act" value="decline">
          {text.noThanks}
        </button>
      </form>
    </Notice>
  );
}
