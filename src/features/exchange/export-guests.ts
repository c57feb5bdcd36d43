import { sql } from "kysely";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { type AnyExport, dayCell, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import type { Day } from "../../platform/time/day.ts";
import { findSpace, mayReceiveGuests } from "../spaces/index.ts";
import { passDays } from "./contract.ts";
import type { PassState } from "./day-pass.ts";
import { passStateCells } from "./pass-state-words.ts";

type GuestLine = { id: string; day: Day; holder: string; home: string; state: PassState; checkedInAt: Temporal.Instant | null };
type Days = { from?: Day | undefined; to?: Day | undefined };

/** The guests of a space, as its front desk sees them. */
export function guestsFile({ db }: Installation): AnyExport {
  return sheetExport({
    path: "/spaces/{id}/day-passes",
    tag: "exchange",
    summary: "The guests of a space",
    permission: "host of the space",
    filters: passDays,
    async read({ actor, id, language, filters }) {
      const space = await findSpace(db, id);
      authorize(actor, space !== undefined && mayReceiveGuests(actor, space));
      const { id: spaceId, time_zone: timeZone } = found(space);
      return {
        name: "day-passes",
        titles: titles[language],
        rows: inParts<GuestLine, SheetValue[]>(
          (last, limit) => guestsAfter(db, spaceId, filters, last, limit),
          ({ day, holder, home, state, checkedInAt }) => [
            dayCell(day),
            holder,
            home,
            passStateCells[language][state],
            checkedInAt === null ? null : checkedInAt.toZonedDateTimeISO(timeZone).toPlainDateTime(),
          ],
        ),
      };
    },
  });
}

const titles = catalogue({
  nb: ["Dag", "Gjest", "Hjemmehus", "Tilstand", "Sluppet inn"],
  nn: ["Dag", "Gjest", "Heimehus", "Tilstand", "Sleppt inn"],
  en: ["Day", "Guest", "Home", "State", "Let in"],
});

async function guestsAfter(db: Db, spaceId: string, { from, to }: Days, last: GuestLine | undefined, limit: number): Promise<GuestLine[]> {
  const { rows } = await sql<GuestLine>`
    select p.id, p.day, p.holder_name as holder, coalesce(o.name, '') as home, p.state, p.checked_in_at as "checkedInAt"
    from day_passes p left join organizations o on o.id = p.home_id
    where p.space_id = ${spaceId}::uuid
      and (${from ?? null}::date is null or p.day >= ${from ?? null}::date) and (${to ?? null}::date is null or p.day <= ${to ?? null}::date)
      and (${last?.day ?? null}::date is null or (p.day, p.id) > (${last?.day ?? null}::date, ${last?.id ?? null}::uuid))
    order by p.day, p.id limit ${limit}`.execute(db);
  return rows;
}
