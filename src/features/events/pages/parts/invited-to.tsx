import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { ShownLine } from "../calendar-loader.ts";
import { timesInWords } from "../event-times.ts";
import { invitationWords } from "../invitation-words.ts";

type InvitedProps = { invitations: readonly { event: ShownLine; declinedAt: string | null }[]; language: Language };

/** What one is invited to and has not registered for. */
export function InvitedTo({ invitations, language }: InvitedProps) {
  const text = invitationWords[language];
  return (
    <section className="stack close" aria-labelledby="invited">
      <h2 id="invited">{text.invitedTo}</h2>
      <ul className="lines">
        {invitations.map(({ event, declinedAt }) => {
          const name = textIn(event.title, language);
          return (
            <li key={event.id}>
              <div>
                <a href={`/${language}/events/${event.slug}`} lang={name?.language === language ? undefined : name?.language}>
                  {name?.text}
                </a>
                <p className="small">{timesInWords(event, language)}</p>
                <p className="small soft">
                  {[event.hosts[0]?.name, declinedAt === null ? text.notAnswered : text.youDeclined].filter(Boolean).join(" · ")}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
