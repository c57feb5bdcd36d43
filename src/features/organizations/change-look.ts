import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { pictureFile } from "../../platform/pictures/picture-files.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { lockOrganization } from "./change-organization.ts";
import { largePixels, logoLimits, logos, smallPixels } from "./logo.ts";
import { readLogo } from "./logo-image.ts";
import { mayChangeLook } from "./policy.ts";
import { findOrganization, type OrganizationRow } from "./queries.ts";
import { organizationRefusals } from "./refusals.ts";

/** Who changes how which organization looks, and the version they believe it has; undefined changes whatever is there. */
export type LookChange = { actor: Actor; organization: string; expected: number | undefined };

type Look = {
  logo_id?: string | null;
  logo_width?: number | null;
  logo_height?: number | null;
  logo_ground?: "day" | "night" | null;
  colour?: string | null;
};

/** Gives an organization a logo in the place of the one it had. @throws Refusal organization.not_a_logo, organization.logo_too_large */
export async function setLogo(installation: Installation, change: LookChange, file: File): Promise<void> {
  const organization = await changedOrganization(installation, change);
  if (file.size > logoLimits.megabytes * 1024 * 1024) throw organizationRefusals.logoTooLarge(logoLimits);
  const { large, small, ground } = await readLogo(await file.bytes());
  const id = newId();
  await installation.files.write(pictureFile(logos, organization.id, id, largePixels), large.bytes);
  await installation.files.write(pictureFile(logos, organization.id, id, smallPixels), small.bytes);
  const look = { logo_id: id, logo_width: large.width, logo_height: large.height, logo_ground: ground };
  const before = await writeLook(installation, change, organization, "organization.set_logo", look).catch(async (error: unknown) => {
    await removeFiles(installation, organization.id, id);
    throw error;
  });
  await removeFiles(installation, organization.id, before);
}

/** Takes the logo away: the row first, then its files, so that no page asks for a file that is gone. */
export async function removeLogo(installation: Installation, change: LookChange): Promise<void> {
  const organization = await changedOrganization(installation, change);
  const none = { logo_id: null, logo_width: null, logo_height: null, logo_ground: null };
  const before = await writeLook(installation, change, organization, "organization.remove_logo", none);
  await removeFiles(installation, organization.id, before);
}

/** Gives a network the colour its pages are derived from, or with null the house's own. @throws Refusal organization.colour_of_networks */
export async function setColour(installation: Installation, change: LookChange, colour: string | null): Promise<void> {
  const organization = await changedOrganization(installation, change);
  if (!organization.kinds.some((kind) => kind === "network" || kind === "cluster")) throw organizationRefusals.colourOfNetworks();
  await writeLook(installation, change, organization, "organization.set_colour", { colour });
}

async function changedOrganization({ db, now }: Installation, { actor, organization }: LookChange): Promise<OrganizationRow> {
  const row = found(await findOrganization(db, actor, organization, today(now())));
  authorize(actor, mayChangeLook(actor, row));
  return row;
}

/** @returns the id of the logo there was */
async function writeLook(
  { db, now }: Installation,
  { actor, expected }: LookChange,
  { id }: OrganizationRow,
  action: string,
  look: Look,
): Promise<string | null> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const { version } = await lockOrganization(tx, id);
    sameVersion(expected, { version });
    const before = await tx.selectFrom("organizations").select("logo_id").where("id", "=", id).executeTakeFirstOrThrow();
    await tx
      .updateTable("organizations")
      .set({ ...look, version: version + 1 })
      .where("id", "=", id)
      .execute();
    const details = look.colour === undefined ? {} : { colour: look.colour };
    await audit(tx, { actor, at, action, subject: { kind: "organization", id }, organizationId: id, details });
    await announce(tx, [{ at, topic: "organization.changed", organizationIds: [id], payload: { organizationId: id } }]);
    return before.logo_id;
  });
}

async function removeFiles({ files }: Installation, organizationId: string, logoId: string | null): Promise<void> {
  if (logoId === null) return;
  await files.remove(pictureFile(logos, organizationId, logoId, largePixels));
  await files.remove(pictureFile(logos, organizationId, logoId, smallPixels));
}

function today(at: Temporal.Instant): Day {
  return dayIn(at, "Europe/Oslo");
}
