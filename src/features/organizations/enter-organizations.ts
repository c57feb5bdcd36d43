import type { Actor } from "../../platform/access/actor.ts";
import { auditAll } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { announce } from "../../platform/outbox.ts";
import type { Day } from "../../platform/time/day.ts";
import type { OrganizationKind } from "./organization.ts";

/** An organization nobody has written down yet, known by its number. */
export interface EnteredOrganization {
  id: string;
  slug: string;
  name: string;
  organizationNumber: string;
  legalForm: string | null;
  municipality?: { number: string; recordedOn: Day } | null;
  foundedOn?: Day | null;
}

/**
 * Writes organizations down for one that keeps them until somebody manages them: shown to those near it, not to the public, who have not
 * been told of them. The register is asked about their numbers at night.
 */
export async function enterOrganizations(
  tx: Db,
  by: { actor: Actor | "system"; organizationId: string; at: Temporal.Instant; kind: OrganizationKind },
  entered: readonly EnteredOrganization[],
): Promise<void> {
  if (entered.length === 0) return;
  const { actor, organizationId, at, kind } = by;
  await tx
    .insertInto("organizations")
    .values(
      entered.map(({ id, slug, name, organizationNumber, legalForm, municipality, foundedOn }) => ({
        ...{ id, slug, name, organization_number: organizationNumber, legal_form: legalForm },
        ...{ municipality_number: municipality?.number ?? null, municipality_recorded_on: municipality?.recordedOn ?? null },
        founded_on: foundedOn ?? null,
        ...{ visibility: "network", entered_by_network_id: organizationId, created_at: at },
      })),
    )
    .execute();
  await tx
    .insertInto("organization_kinds")
    .values(entered.map(({ id }) => ({ organization_id: id, kind })))
    .execute();
  await announce(
    tx,
    entered.map(({ id }) => ({ at, topic: "organization.added", organizationIds: [organizationId], payload: { organizationId: id } })),
  );
  await auditAll(
    tx,
    entered.map(({ id }) => ({ actor, at, action: "organization.add", subject: { kind: "organization", id }, organizationId })),
  );
}
