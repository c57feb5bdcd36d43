import type { Actor } from "../../platform/access/actor.ts";
import { isPerson } from "../../platform/access/actor.ts";
import type { Day } from "../../platform/time/day.ts";
import { presentLogo } from "./logo.ts";
import { isStale } from "./organization.ts";
import {
  grantableRoles,
  mayChangeEmail,
  mayChangeLook,
  mayEditOrganization,
  mayEditPerson,
  mayEndPosition,
  maySeeEveryone,
} from "./policy.ts";
import type { PersonRow, PositionRow } from "./position-queries.ts";
import type { OrganizationLine, OrganizationRow, RegisterRow } from "./queries.ts";
import { showsAddress, showsContact } from "./visibility.ts";

/** An organization as this reader may see it. */
export function presentOrganization(row: OrganizationRow, actor: Actor, today: Day) {
  const { reach, register } = row;
  const mayEdit = mayEditOrganization(actor, row);
  const isAddressShown = showsAddress(row.legalForm ?? register?.legalForm ?? null, reach);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    organizationNumber: row.organizationNumber,
    kinds: row.kinds,
    legalForm: row.legalForm,
    foundedOn: row.foundedOn,
    industryCode: row.industryCode,
    industryStandard: row.industryStandard,
    website: row.website,
    languages: row.languages,
    sectors: row.sectors,
    focusAreas: row.focusAreas,
    descriptions: row.descriptions,
    visibility: row.visibility,
    address: isAddressShown ? row.address : null,
    postcode: isAddressShown ? row.postcode : null,
    municipality: presentMunicipality(row),
    latitude: isAddressShown ? row.latitude : null,
    longitude: isAddressShown ? row.longitude : null,
    colour: row.colour,
    logo: presentLogo(row.id, row),
    contact: showsContact(reach)
      ? {
          email: row.contactEmail,
          confirmedOn: row.contactConfirmedOn,
          isStale: row.contactEmail !== null && isStale(row.contactConfirmedOn, today),
        }
      : null,
    register: register && presentRegister(register, isAddressShown),
    abilities: {
      edit: mayEdit,
      confirmContact: mayEdit,
      changeLook: mayChangeLook(actor, row),
      refreshRegisterEntry: mayEdit && row.organizationNumber !== null,
      grant: grantableRoles(actor, row),
    },
  };
}

/** An organization in a list: nothing in it is for some only. */
export function presentLine(row: OrganizationLine) {
  const { id, slug, name, organizationNumber, kinds, sectors, visibility, registerStatus } = row;
  return {
    id,
    slug,
    name,
    organizationNumber,
    kinds,
    sectors,
    visibility,
    municipality: presentMunicipality(row),
    registerStatus,
    logo: presentLogo(id, row),
  };
}

export function presentPosition(row: PositionRow, actor: Actor, organization: OrganizationRow) {
  const showsEmail = maySeeEveryone(actor, organization) || isPerson(actor, row.personId);
  return {
    id: row.id,
    organizationId: row.organizationId,
    person: { id: row.personId, name: row.personName, email: showsEmail ? row.personEmail : null },
    role: row.role,
    title: row.title,
    from: row.from,
    to: row.to,
    lastConfirmedOn: row.lastConfirmedOn,
    abilities: { end: mayEndPosition(actor, organization, row) },
  };
}

export function presentPerson({ id, name, email, locale, visibility, positions }: PersonRow, actor: Actor) {
  const abilities = { edit: mayEditPerson(actor, id), changeEmail: mayChangeEmail(actor) };
  return { id, name, email, locale, visibility, positions, abilities };
}

function presentMunicipality(row: OrganizationLine | OrganizationRow) {
  const { municipalityNumber: number, municipalityName: name, municipalityNameNo: nameNo } = row;
  return number === null ? null : { number, name: name ?? "", nameNo: nameNo ?? "" };
}

function presentRegister({ headcountLeast: least, headcountMost: most, headcountOn: on, ...entry }: RegisterRow, isAddressShown: boolean) {
  return {
    ...entry,
    address: isAddressShown ? entry.address : null,
    headcount: least === null || most === null ? null : { least, most, on },
    fetchedAt: Temporal.Instant.from(entry.fetchedAt).toString({ smallestUnit: "second" }),
  };
}
