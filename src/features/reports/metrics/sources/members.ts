import { type RawBuilder, sql } from "kysely";
import { addDays } from "../../../../platform/time/day.ts";
import { figureRows, figureRowsAmong, type MemberFigure } from "../../../memberships/index.ts";
import { placeOf } from "../areas/area.ts";
import { type Asked, type AskedOfArea, described, type Metric } from "../metric.ts";
import { listed, placeOfOrganization } from "../rows.ts";
import { memberPopulation, memberTexts } from "./member-texts.ts";

const about = described("members", memberTexts, memberPopulation);

/** Members that come, stay and go. `start` + `joined` − `left` = `end`, always: the rule is that of the members' own page. */
export const memberMetrics: Metric[] = [
  figure("members-start", "start", true),
  figure("members-joined", "joined", false),
  figure("members-left", "left", false),
  {
    ...about("members-net"),
    unit: "organizations",
    kind: "sum",
    countsPeople: false,
    namesPeople: true,
    isPublic: false,
    ...inBoth(async (asked) => {
      const { joined, left } = await figuresOf(asked);
      return rowsOf(asked, [
        ...joined.map(({ member, stay }) => ({ member, day: stay.from, key: `${member.memberId} ${stay.from}`, amount: 1 })),
        ...left.map(({ member, stay }) => ({ member, day: stay.to ?? asked.to, key: `${member.memberId} ${stay.from} left`, amount: -1 })),
      ]);
    }),
  },
  figure("members-end", "end", true),
  figure("members-new", "new", false),
  figure("members-returned", "returned", false),
  {
    ...about("members-retention"),
    unit: "share",
    kind: "ratio",
    countsPeople: false,
    namesPeople: true,
    isPublic: false,
    ...inBoth(async (asked) => {
      const { start, churn } = await figuresOf(asked);
      const gone = new Set(churn.map(({ member }) => member.memberId));
      return rowsOf(
        asked,
        start.map(({ member }) => ({ member, day: asked.from, key: member.memberId, amount: gone.has(member.memberId) ? 0 : 1, of: 1 })),
      );
    }),
  },
];

function figure(id: keyof typeof memberTexts.nb, name: MemberFigure, isPublic: boolean): Metric {
  return {
    ...about(id),
    unit: "organizations",
    kind: "sum",
    countsPeople: false,
    namesPeople: true,
    isPublic,
    ...inBoth(async (asked) => {
      const rows = await figuresOf(asked);
      return rowsOf(
        asked,
        rows[name].map(({ member, stay }) => ({
          member,
          day: dayOf(name, stay, asked),
          key: `${member.memberId} ${stay.from}`,
          amount: 1,
        })),
      );
    }),
  };
}

// what is there on a day counts on that day, what happened on the day it happened
function dayOf(name: MemberFigure, stay: { from: string; to: string | null }, { from, to }: Pick<Asked, "from" | "to">): string {
  if (name === "start") return from;
  if (name === "end") return addDays(to, -1);
  return name === "left" ? (stay.to ?? to) : stay.from;
}

type Rows = (asked: Asked | AskedOfArea) => Promise<RawBuilder<unknown>>;

// of an area, those who lie in it are members of one network or another
function inBoth(rows: Rows): Pick<Metric, "rows" | "rowsInArea"> {
  return { rows, rowsInArea: rows };
}

function figuresOf(asked: Asked | AskedOfArea) {
  const { db, from, to } = asked;
  if (!("area" in asked)) return figureRows(db, asked.organizationId, { from, to });
  return figureRowsAmong(db, asked.area.isInside(placeOf("o")), { from, to });
}

type Counted = { member: { memberId: string; kind: "organization" | "person" }; day: string; key: string; amount: number; of?: number };

function rowsOf(asked: Asked | AskedOfArea, rows: Counted[]) {
  const seenBy =
    "area" in asked
      ? sql`(select coalesce(array_agg(m.organization_id), array[]::uuid[]) from memberships m where m.member_organization_id = o.id)`
      : sql`array[${asked.organizationId}::uuid]`;
  const given = rows.map(({ member, ...row }) => ({
    ...row,
    organizationId: member.kind === "organization" ? member.memberId : null,
    personId: member.kind === "person" ? member.memberId : null,
  }));
  return sql`
    select x.key, coalesce(o.name, p.name) as label, '/organizations/' || o.slug as path, x.organization_id, ${placeOfOrganization},
      x.day, x.amount, x.of_amount, x.source, ${seenBy} as seen_by
    from ${listed(given)} left join organizations o on o.id = x.organization_id left join people p on p.id = x.person_id`;
}
