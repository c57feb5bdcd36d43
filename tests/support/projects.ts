import type { Db } from "../../src/platform/database/database.ts";
import type { Caller } from "./visitor.ts";

/** What a walk over the routes of projects asks about. */
export interface FundedProject {
  id: string;
  funding: string;
  tranche: string;
  receipt: string;
  milestone: string;
  deadline: string;
  hours: string;
  travel: string;
  expense: string;
  pack: string;
  worker: string;
  /** Its budget, to be written anew. */
  lines: Record<string, unknown>[];
}

const grant = { funder: "Kulturrådet", decidedOn: "2026-01-10", amountOre: 1_000_000, example: "culture-grant" };

/** A project of 2026 with a grant of 10,000 kroner, an approved budget, and an expense. `by` manages the organization, where `worker` has a position. */
export async function aFundedProject(by: Caller, organization: string, worker: string): Promise<FundedProject> {
  const ask = async (request: string, body?: unknown) => {
    const answer = await by.ask(request, body);
    if (answer.status >= 300) throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as Record<string, unknown>;
  };
  const begun = await ask(`POST /organizations/${organization}/projects`, {
    title: { nb: "Kart over coworking" },
    from: "2026-01-01",
    to: "2026-12-31",
  });
  const id = begun.id as string;
  await ask(`PUT /projects/${id}/rates`, { personId: worker, from: "2026-01-01", rateOre: 40_000 });
  const planned = await ask(`POST /projects/${id}/milestones`, { title: "Kartet er ute", plannedOn: "2026-10-01" });
  const awarded = await ask(`POST /projects/${id}/fundings`, grant);
  type Part = { id: string };
  const funding = (awarded.fundings as (Part & { tranches: Part[]; deadlines: Part[] })[])[0];
  const fundingId = funding?.id ?? "";
  const lines = [
    { side: "financing", kind: "grant", text: "Tilskudd", amountOre: 1_000_000, fundingId },
    { side: "cost", kind: "hours", text: "Timer", amountOre: 600_000, financedBy: 0 },
    { side: "cost", kind: "travel", text: "Reiser", amountOre: 400_000, financedBy: 0 },
  ];
  await ask(`PUT /projects/${id}/budget`, { lines });
  const budget = await ask(`PUT /projects/${id}/budget/approval`);
  const lineOf = (text: string) => (budget.lines as (Part & { text: string })[]).find((line) => line.text === text)?.id ?? "";
  const tranche = funding?.tranches[0]?.id ?? "";
  const paid = await ask(`POST /fundings/${fundingId}/receipts`, { trancheId: tranche, receivedOn: "2026-02-01", amountOre: 800_000 });
  const expense = await ask(`POST /projects/${id}/expenses`, {
    lineId: lineOf("Reiser"),
    day: "2026-03-02",
    text: "Tog til Vågå",
    amountOre: 89_900,
  });
  const pack = await ask(`POST /fundings/${fundingId}/report-packs`, { from: "2026-01-01", to: "2026-06-30" });
  return {
    id,
    funding: fundingId,
    tranche,
    receipt: (paid.fundings as { receipts: Part[] }[])[0]?.receipts[0]?.id ?? "",
    milestone: (planned.milestones as Part[])[0]?.id ?? "",
    deadline: funding?.deadlines[0]?.id ?? "",
    hours: lineOf("Timer"),
    travel: lineOf("Reiser"),
    expense: expense.id as string,
    pack: pack.id as string,
    worker,
    lines: lines.map((line) => ({ ...line, id: lineOf(line.text) })),
  };
}

/** A file of somebody's, as a form sends it. */
export function aReceipt(): FormData {
  const form = new FormData();
  form.append("file", new File(["%PDF-1.7 kvittering"], "kvittering.pdf"));
  return form;
}

export const aProject = { title: { nb: "Nettverkskonferansen" }, from: "2026-01-01", to: "2026-12-31" };

export const anAward = {
  organizationNumber: "974760673",
  name: "Brønnøysundregistrene",
  granter: "Akershus fylkeskommune",
  grantedOn: "2026-11-02",
  basis: "de_minimis",
  amountOre: 1_000_000,
  kronerPerEuroX10000: 117_500,
};

export const aBudget = {
  reason: "Prisene steg",
  lines: [{ side: "cost", kind: "travel", text: "Reiser", amountOre: 100 }],
};

/** Makes the grant of a project one that a call of `funderId` here decided, so that the funder answers its reports itself. */
export async function decidedHere(db: Db, funding: string, funderId: string, submissionId: string): Promise<void> {
  await db.updateTable("fundings").set({ funder_id: funderId, submission_id: submissionId }).where("id", "=", funding).execute();
}
