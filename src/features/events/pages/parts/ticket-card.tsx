import { PassCard } from "../../../../interface/components/pass-card.tsx";
import { qrMatrix } from "../../../../interface/components/qr-code.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { ticketWords } from "../ticket-words.ts";

type TicketCardProps = {
  event: string;
  when: string;
  ticket: { token: string; code: string; holder: string | null; kind: string; organization: string | null };
  language: Language;
};

/** A ticket as one shows it at the door. */
export function TicketCard({ event, when, ticket, language }: TicketCardProps) {
  const text = ticketWords[language];
  return (
    <PassCard
      title={text.ticketFor}
      host={event}
      when={when}
      matrix={qrMatrix(ticket.token)}
      code={ticket.code}
      facts={[
        { label: text.name, fact: ticket.holder ?? text.nameLater },
        { label: text.kind, fact: ticket.kind },
        ...(ticket.organization ? [{ label: text.organization, fact: ticket.organization }] : []),
      ]}
      language={language}
    />
  );
}
