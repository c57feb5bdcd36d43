import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { findNetwork } from "../ledger/queries.ts";
import { mayAcceptAgreement, mayCoordinate } from "../policy.ts";
import { findHost } from "../queries.ts";
import { acceptancesOf, agreementOf, agreementsOpenTo, comingAfter, inForceOn, type VersionRow, versionsOf } from "./queries.ts";

/** A network's agreement as the actor sees it. */
export async function readAgreement({ db, now }: Installation, actor: Actor, network: string) {
  const agreement = await agreementOf(db, network);
  if (!agreement) return notBegun(found(await findNetwork(db, network)), actor);
  const today = dayIn(now(), "Europe/Oslo");
  const versions = await versionsOf(db, agreement.id);
  const coordinates = mayCoordinate(actor, agreement.network_id);
  const inForce = inForceOn(versions, today);
  const coming = comingAfter(versions, today);
  const draft = coordinates ? versions.find(({ published_at }) => published_at === null) : undefined;
  const rows = await acceptancesOf(db, agreement.id, agreement.network_id, today);
  return {
    network: { id: agreement.network_id, slug: agreement.slug, name: agreement.name },
    inForce: inForce ? presentVersion(inForce) : null,
    coming: coming.map(presentVersion),
    draft: draft ? presentVersion(draft) : null,
    earlier: versions
      .filter((version) => version.published_at !== null && version !== inForce && !coming.includes(version))
      .map(presentVersion),
    spaces: [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((ofSpace) => {
      const [space] = ofSpace;
      if (!space) return [];
      const acceptances = acceptancesIn(ofSpace, coordinates || mayAcceptAgreement(actor, space.organization_id));
      return [
        {
          id: space.id,
          slug: space.slug,
          name: space.name,
          town: space.town,
          organization: { id: space.organization_id, name: space.organization_name },
          takesPart: takesPart(acceptances, inForce?.version, today),
          acceptances,
        },
      ];
    }),
    abilities: { edit: coordinates },
  };
}

/** An agreement nobody has begun is there for those who can begin it. */
function notBegun({ id, slug, name }: { id: string; slug: string; name: string }, actor: Actor) {
  authorize(actor, mayCoordinate(actor, id));
  return { network: { id, slug, name }, inForce: null, coming: [], draft: null, earlier: [], spaces: [], abilities: { edit: true } };
}

/** The agreements a space may take part in, for those who run it. */
export async function readSpaceAgreements({ db, now }: Installation, actor: Actor, idOrSlug: string) {
  const space = found(await findHost(db, idOrSlug));
  authorize(actor, mayAcceptAgreement(actor, space.organization_id));
  const today = dayIn(now(), space.time_zone);
  const agreements = await agreementsOpenTo(db, space, today);
  const items = await Promise.all(
    agreements.map(async ({ id, network_id, slug, name }) => {
      const versions = await versionsOf(db, id);
      const rows = await acceptancesOf(db, id, network_id, today);
      const acceptances = acceptancesIn(
        rows.filter((row) => row.id === space.id),
        true,
      );
      const inForce = inForceOn(versions, today);
      const coming = comingAfter(versions, today);
      const isAccepted = (version: number) => acceptances.some((one) => one.version === version && one.withdrawnOn === null);
      return {
        network: { id: network_id, slug, name },
        inForce: inForce ? presentVersion(inForce) : null,
        coming: coming.map(presentVersion),
        acceptances,
        takesPart: takesPart(acceptances, inForce?.version, today),
        asked: [...(inForce ? [inForce] : []), ...coming].map(({ version }) => version).filter((version) => !isAccepted(version)),
      };
    }),
  );
  return {
    space: { id: space.id, slug: space.slug, name: space.name },
    items,
    abilities: { accept: true },
  };
}

/** A version as the API shows it. */
export function presentVersion(row: VersionRow) {
  return {
    version: row.version,
    validFrom: row.valid_from,
    isPublished: row.published_at !== null,
    publishedAt: row.published_at?.toString() ?? null,
    texts: row.texts,
    terms: row.terms,
    quotas: row.quotas,
    revision: row.revision,
  };
}

type AcceptanceRow = Awaited<ReturnType<typeof acceptancesOf>>[number];

function acceptancesIn(rows: AcceptanceRow[], withNames: boolean) {
  return rows.flatMap(({ version, accepted_at, accepted_by, withdrawn_on }) =>
    version === null || accepted_at === null
      ? []
      : [{ version, acceptedAt: accepted_at.toString(), acceptedBy: withNames ? accepted_by : null, withdrawnOn: withdrawn_on }],
  );
}

function takesPart(acceptances: { version: number; withdrawnOn: Day | null }[], inForce: number | undefined, today: Day): boolean {
  return acceptances.some(({ version, withdrawnOn }) => version === inForce && (withdrawnOn === null || withdrawnOn > today));
}
