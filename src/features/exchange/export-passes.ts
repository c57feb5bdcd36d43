import { sql } from "kysely";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import { dayCell, exportRoutes, inParts } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import type { SheetValue } from "../../platform/sheets/index.ts";
import type { Day } from "../../platform/time/day.ts";
import { findSpace, mayReceiveGuests } from "../spaces/index.ts";

type PassLine = { id: string; day: Day; holder: string; home: string; state: keyof typeof states.nb; checkedInAt: Temporal.Instant | null };

/** The guests of a space, as its front desk sees them. */
export function passExports(installation: Installation) {
  const { db } = installation;
  return exportRoutes(installation, [
    {
      path: "/spaces/{id}/day-passes",
      tag: "exchange",
      summary: "The guests of a space",
      permission: "host of the space",
      async read({ actor, id, language }) {
        const space = await findSpace(db, id);
        authorize(actor, space !== undefined && mayReceiveGuests(actor, space));
        const { id: spaceId, time_zone: timeZone } = found(space);
        return {
          name: "day-passes",
          titles: titles[language],
          rows: inParts<PassLine, SheetValue[]>(
            (last, limit) => passesAfter(db, spaceId, last, limit),
            ({ day, holder, home, state, checkedInAt }) => [
              dayCell(day),
              holder,
              home,
              states[language][state],
              checkedInAt === null ? null : checkedInAt.toZonedDateTimeISO(timeZone).toPlainDateTime(),
            ],
          ),
        };
      },
    },
  ]);
}

const titles = catalogue({
  nb: ["Dag", "Gjest", "Hjemmehus", "Tilstand", "Sluppet inn"],
  nn: ["Dag", "Gjest", "Heimehus", "Tilstand", "Sleppt inn"],
  en: ["Day", "Guest", "Home", "State", "Let in"],
});

const states = catalogue({
  nb: {
    waiting: "venter",
    offered: "tilbudt",
    held: "holdt",
    checked_in: "inne",
    completed: "fullført",
    cancelled: "avbud",
    no_show: "kom ikke",
    refused: "verten sa nei",
  },
  nn: {
    waiting: "ventar",
    offered: "tilboden",
    held: "halden",
    checked_in: "inne",
    completed: "fullført",
    cancelled: "avbod",
    no_show: "kom ikkje",
    refused: "verten sa nei",
  },
  en: {
    waiting: "waiting",
    offered: "offered",
    held: "held",
    checked_in: "checked in",
    completed: "completed",
    cancelled: "cancelled",
    no_show: "no show",
    refused: "the host said no",
  },
});

async function passesAfter(db: Db, spaceId: string, last: PassLine | undefined, limit: number): Promise<PassLine[]> {
  const { rows } = await sql<PassLine>`
    select p.id, p.day, p.holder_name as holder, coalesce(o.name, '') as home, p.state, p.checked_in_at as "checkedInAt"
    from day_passes p left join organizations o on o.id = p.home_id
    where p.space_id = ${spaceId}::uuid
      and (${last?.day ?? null}::date is null or (p.day, p.id) > (${last?.day ?? null}::date, ${last?.id ?? null}::uuid))
    order by p.day, p.id limit ${limit}`.execute(db);
  return rows;
}
