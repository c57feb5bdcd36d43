import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import { capital, clockRange, longDay } from "../../../../../interface/format.ts";
import { consultationWords } from "../consultation-words.ts";
import { type PartProps, writtenIn, zoned } from "./part-props.ts";

/** Who comes, for the desk: day by day, with what it is about. */
export function Visitors(part: PartProps) {
  const { given, language } = part;
  const text = consultationWords[language];
  const rows = given.slots.flatMap((slot) => (slot.people ?? []).map((who) => ({ ...slot, ...who })));
  type Row = (typeof rows)[number];
  const time = ({ startsAt, endsAt, isHeld }: Row) => {
    const [from, until] = [zoned(startsAt, given), zoned(endsAt, given)];
    const when = `${capital(longDay(from, language))} ${clockRange(from, until, language)}`;
    return isHeld ? when : `${when}. ${text.notHeld}`;
  };
  return (
    <section className="stack">
      <h2>{text.visitors}</h2>
      {rows.length === 0 ? (
        <p>{text.nobody}</p>
      ) : (
        <DataTable
          caption={text.visitors}
          isCaptionHidden
          rows={rows}
          keyOf={({ appointmentId, name }) => `${appointmentId} ${name}`}
          columns={[
            { label: text.time, isHeading: true, cell: time },
            { label: text.who, cell: ({ name }) => name },
            {
              label: text.about,
              isLong: true,
              cell: ({ about, orderId, orderTitle }) => (
                <>
                  {about}
                  {orderId && orderTitle && (
                    <>
                      {about && <br />}
                      <a href={`/${language}/spaces/${given.space.slug}/orders/${orderId}`}>{orderTitle}</a>
                    </>
                  )}
                  {!about && !orderTitle && "–"}
                </>
              ),
            },
            {
              label: text.cancel,
              isAction: true,
              cell: (row: Row) => <CancelSlot {...part} appointmentId={row.appointmentId} name={row.name} />,
            },
          ]}
        />
      )}
    </section>
  );
}

/** Takes the slot from whoever has it; the reason goes to them. */
function CancelSlot({ refused, language, appointmentId, name }: PartProps & { appointmentId: string; name: string }) {
  const text = consultationWords[language];
  const written = writtenIn(refused, "cancelled");
  const isThis = written.appointment === appointmentId;
  return (
    <details className="opens-form" open={isThis}>
      <summary>
        {text.cancel}
        <span className="hidden">: {text.cancelOf({ name })}</span>
      </summary>
      <form method="post" className="form">
        <input type="hidden" name="appointment" value={appointmentId} />
        <TextField
          name="reason"
          id={`cancel-${appointmentId}`}
          label={text.reason}
          hint={text.cancelHint({ name })}
          maxLength={300}
          isOptional
          defaultValue={isThis ? written.reason : undefined}
          language={language}
        />
        <button type="submit" className="button" name="act" value="cancelled">
          {text.cancelOf({ name })}
        </button>
      </form>
    </details>
  );
}
