import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { capital, clockRange, longDay } from "../../../../../interface/format.ts";
import { consultationWords } from "../consultation-words.ts";
import { type PartProps, zoned } from "./part-props.ts";

/** Who comes, for the desk: day by day, with what it is about. */
export function Visitors({ given, language }: PartProps) {
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
              cell: (row: Row) => (
                <form method="post" className="inline">
                  <input type="hidden" name="appointment" value={row.appointmentId} />
                  <button type="submit" className="button small" name="act" value="cancelled">
                    {text.cancel} <span className="hidden">{text.cancelOf({ name: row.name })}</span>
                  </button>
                </form>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
