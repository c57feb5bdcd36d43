import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { messages } from "./messages.ts";
import { PartForm, type PartProps } from "./part-form.tsx";

/** Whom guests ask, and the button that says it is right. */
export function ContactPart(props: PartProps) {
  const { current, path, language } = props;
  const words = messages[language];
  const { email, phone, confirmedOn, isStale } = current.contact;
  const when = confirmedOn ? words.confirmedOn(dateWithYear(confirmedOn, language)) : words.neverConfirmed;
  return (
    <PartForm part="contact" props={props}>
      {({ field }) => (
        <>
          <TextField {...field("contactEmail")} label={words.email} type="email" isOptional />
          <TextField {...field("contactPhone")} label={words.phone} type="tel" isOptional />
          {isStale ? (
            <Notice kind="care" title={words.stale}>
              <p className="small">{when}</p>
            </Notice>
          ) : (
            <p className="small soft">{when}</p>
          )}
          {(email || phone) && (
            <div>
              <button className="button small" type="submit" form="confirm-contact" formAction={path}>
                {words.confirm}
              </button>
            </div>
          )}
        </>
      )}
    </PartForm>
  );
}

/** The form behind the confirming button: it stands outside the other, since forms do not nest. */
export function ConfirmContactForm({ path }: { path: string }) {
  return (
    <form id="confirm-contact" method="post" action={path}>
      <input type="hidden" name="part" value="confirmation" />
    </form>
  );
}
