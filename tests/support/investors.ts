import type { TestInstallation } from "./installation.ts";
import { networkBuilder } from "./network.ts";
import { type Caller, callers } from "./visitor.ts";

/** Everything a raise hides, so that a test can look for it in whatever somebody is answered. */
export const secrets = {
  names: ["Nordavind Helse", "nordavind-helse", "Vi måler vind i lunger", "500000000", "2027-03-01"],
  contact: ["Nora på kontoret", "nora.kontakt@nordavind.example", "+47 900 00 001", "Pris før pengene: 20 millioner"],
};

export const aRaise = {
  amountOre: 500_000_000,
  stage: "seed",
  instrument: "shares",
  deadline: "2027-03-01",
  summary: { nb: "Et måleinstrument for sykehus, i bruk på to avdelinger." },
  text: { nb: "Vi måler vind i lunger." },
  terms: { nb: "Pris før pengene: 20 millioner." },
  contact: { name: "Nora på kontoret", email: "nora.kontakt@nordavind.example", phone: "+47 900 00 001" },
};

/**
 * A network with a startup and two investors: Nora founded Nordavind Helse, Anna and Bo speak for an investor each, Ingrid coordinates the
 * network, Rolf advises Nordavind, and Mia belongs to a member that is no investor.
 */
export async function anInvestorNetwork(installation: TestInstallation) {
  const { db } = installation;
  const network = networkBuilder(installation);
  const kyst = await network.organization("kyst", { kinds: ["network"] });
  const startup = await network.organization("nordavind-helse", { name: "Nordavind Helse", kinds: ["startup"], visibility: "private" });
  const other = await network.organization("mias-kontor", { kinds: ["company"] });
  await db
    .updateTable("organizations")
    .set({ sectors: ["health"], municipality_number: "3205", municipality_recorded_on: "2026-01-01" })
    .where("id", "=", startup)
    .execute();
  const invest = {
    anna: await network.organization("anna-invest", { kinds: ["investor"] }),
    bo: await network.organization("bo-kapital", { kinds: ["investor"] }),
  };
  for (const organizationId of [startup, other, invest.anna, invest.bo]) await network.membership(kyst, { organizationId });
  const somebody = async (name: string, organizationId?: string, role = "owner") => {
    const id = await network.person(name);
    if (organizationId !== undefined) await network.position(id, organizationId, role);
    return id;
  };
  const ids = {
    nora: await somebody("Nora Vik", startup),
    anna: await somebody("Anna Aas", invest.anna),
    bo: await somebody("Bo Berg", invest.bo),
    ingrid: await somebody("Ingrid Strand", kyst, "coordinator"),
    mia: await somebody("Mia Moe", other),
    rolf: await somebody("Rolf Rud"),
  };
  const as = callers(installation).as;
  const ask = async (by: Caller, request: string, body?: unknown) => {
    const answer = await by.ask(request, body);
    if (answer.status >= 300) throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as Record<string, unknown> & { id: string };
  };
  const ingrid = as(ids.ingrid);
  const profiles = {
    anna: (await ask(ingrid, "POST /organizations/kyst/investors", { organization: "anna-invest", stages: ["seed"], sectors: ["health"] }))
      .id,
    bo: (await ask(ingrid, "POST /organizations/kyst/investors", { organization: "bo-kapital", counties: ["32"] })).id,
  };
  for (const who of ["anna", "bo"] as const)
    await ask(as(ids[who]), `PATCH /investor-profiles/${profiles[who]}`, {
      contact: { name: `${who} selv`, email: `${who}.privat@invest.example`, phone: "+47 911 11 111" },
    });
  return {
    ...{ network, kyst, startup, invest, ids, profiles, as, ask },
    nora: as(ids.nora),
    anna: as(ids.anna),
    bo: as(ids.bo),
    ingrid,
    mia: as(ids.mia),
    rolf: as(ids.rolf),
    /** A raise of Nordavind that is shared, and told to nobody yet. @returns its id */
    async raise(given: Record<string, unknown> = {}): Promise<string> {
      const nora = as(ids.nora);
      const { id } = await ask(nora, "POST /organizations/nordavind-helse/raises", { network: "kyst", ...aRaise, ...given });
      await ask(nora, `PUT /raises/${id}/publication`);
      return id;
    },
    /** Nora lets investors see it so far: all, or one. @returns the id of the consent */
    async tell(raiseId: string, tier: string, profile?: string): Promise<string> {
      const record = await ask(as(ids.nora), `POST /raises/${raiseId}/consents`, { tier, ...(profile && { profile }) });
      const consents = record.consents as {
        id: string;
        tier: string;
        investor: { profileId: string } | null;
        withdrawnAt: string | null;
      }[];
      const given = consents.find(
        (one) => one.tier === tier && one.withdrawnAt === null && (one.investor?.profileId ?? undefined) === profile,
      );
      return given?.id ?? "";
    },
    /** Anna, or Bo, asks to be introduced, and Nora says yes. @returns the id of the introduction */
    async introduce(raiseId: string, who: "anna" | "bo" = "anna"): Promise<string> {
      const { id } = await ask(as(ids[who]), `POST /raises/${raiseId}/introductions`, { profile: profiles[who], side: "investor" });
      await ask(as(ids.nora), `PUT /introductions/${id}/answer`, { side: "startup", answer: "yes" });
      return id;
    },
  };
}
