import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { messages } from "../../messages.ts";
import type { Space } from "../../shapes.ts";

/** Whom to ask, and when somebody last said that it is right. */
export function Contact({ contact, language }: { contact: Space["contact"]; language: Language }) {
  const { confirmed, notConfirmed } = messages[language];
  const { email, phone, confirmedOn, isStale } = contact;
  if (!email && !phone) return null;
  return (
    <div>
      {email && (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
      {phone && (
        <p>
          <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
        </p>
      )}
      <p className="small soft">{isStale || !confirmedOn ? notConfirmed : confirmed(dateWithYear(confirmedOn, language))}</p>
    </div>
  );
}
