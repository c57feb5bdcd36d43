import type { Actor } from "../../platform/access/actor.ts";
import { presentLogo } from "../organizations/index.ts";
import type { FigureRow } from "./member-figures.ts";
import type { MemberRow, NetworkMemberRow, StayRow } from "./member-queries.ts";
import { isConfirmed, payers, stayOf } from "./membership.ts";
import type { OwnMembershipRow } from "./own-memberships.ts";
import { mayManageMembers } from "./policy.ts";

/** A membership as the API shows it: addresses, notes and money words only to those who manage that organization's members. */
export function presentMember(row: MemberRow, actor: Actor) {
  const isManaged = mayManageMembers(actor, { id: row.organization_id });
  return {
    id: row.id,
    kind: row.member_person_id === null ? ("organization" as const) : ("person" as const),
    personId: row.member_person_id,
    organizationId: row.member_organization_id,
    slug: row.slug,
    name: row.name,
    email: isManaged ? row.email : null,
    contactConfirmedOn: isManaged ? row.contact_confirmed_on : null,
    isConfirmed: isConfirmed(row),
    municipality: row.municipality,
    memberOf: { id: row.organization_id, slug: row.parent_slug, name: row.parent_name },
    ...stayOf(row.during),
    plan: isManaged ? row.plan : null,
    tier: isManaged ? row.tier : null,
    payer: payers.find((payer) => payer === row.payer) ?? "member",
    exchangeOptOut: row.exchange_opt_out,
    note: isManaged ? row.note : null,
    version: row.version,
    abilities: { change: isManaged, end: isManaged },
  };
}

/** A membership as the member organization sees it. */
export function presentOwnMembership(row: OwnMembershipRow) {
  return {
    id: row.id,
    memberOf: { id: row.organization_id, slug: row.slug, name: row.name },
    ...stayOf(row.during),
    isConfirmed: row.confirmed_at !== null,
    abilities: { confirm: row.confirmed_at === null },
  };
}

/** One row behind a figure. */
export function presentFigureRow({ member, stay }: FigureRow<StayRow>) {
  const { kind, memberId, slug, name } = member;
  return { kind, memberId, slug, name, ...stay };
}

/** A member of a network as everyone may see it. */
export function presentNetworkMember(row: NetworkMemberRow) {
  const { id, slug, name, municipality, website, latitude, longitude, during } = row;
  const logo = presentLogo(id, row);
  return { organizationId: id, slug, name, municipality, website, latitude, longitude, logo, from: stayOf(during).from };
}
