import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { oreOf } from "../../../interface/form-values.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { ReportPackApi } from "../packs/routes.ts";
import type { ProjectApi } from "../routes.ts";
import { type Written, writtenIn } from "./form-values.ts";

/** `page` is where one goes on, when that is not the project itself. */
type Outcome = { problem?: Problem | undefined; anchor: string; page?: string | undefined };

/** What the forms of a project's page ask for. What is none of it is refused as an unknown page. */
export async function changeByForm(visit: Visit, project: string, form: FormData): Promise<Outcome> {
  const written = writtenIn(form);
  const act = acts[written.act ?? ""];
  if (!act) throw new Response(null, { status: 404 });
  return await act(visit, project, written);
}

const acts: Record<string, (visit: Visit, project: string, written: Written) => Promise<Outcome>> = {
  async receive(visit, _, { funding = "", tranche = "", day = "", amount = "" }) {
    const json = { trancheId: tranche, receivedOn: day, amountOre: oreOf(amount) };
    const { problem } = await attempt(client<ProjectApi>(visit).fundings[":id"].receipts.$post({ param: { id: funding }, json }));
    return { problem, anchor: `award-${funding}` };
  },
  async correct(visit, _, { funding = "", receipt = "", reason = "" }) {
    const json = { corrects: receipt, reason };
    const { problem } = await attempt(client<ProjectApi>(visit).fundings[":id"].receipts.$post({ param: { id: funding }, json }));
    return { problem, anchor: `award-${funding}` };
  },
  async deadline(visit, _, { funding = "", kind = "report", due = "" }) {
    const json = { kind: kind as "report", dueOn: due };
    const { problem } = await attempt(client<ProjectApi>(visit).fundings[":id"].deadlines.$post({ param: { id: funding }, json }));
    return { problem, anchor: "deadlines" };
  },
  async meet(visit, _, { deadline = "", day = "" }) {
    const given = { param: { id: deadline }, json: { doneOn: day } };
    const { problem } = await attempt(client<ProjectApi>(visit)["funding-deadlines"][":id"].$patch(given));
    return { problem, anchor: "deadlines" };
  },
  async milestone(visit, project, { title = "", planned = "", package: workPackageId }) {
    const json = { title, plannedOn: planned, ...(workPackageId && { workPackageId }) };
    const { problem } = await attempt(client<ProjectApi>(visit).projects[":id"].milestones.$post({ param: { id: project }, json }));
    return { problem, anchor: "milestones" };
  },
  async reach(visit, _, { milestone = "", day = "", evidence = "" }) {
    const given = { param: { id: milestone }, json: { doneOn: day, evidence } };
    const { problem } = await attempt(client<ProjectApi>(visit).milestones[":id"].$patch(given));
    return { problem, anchor: "milestones" };
  },
  async move(visit, _, { milestone = "", day = "" }) {
    const given = { param: { id: milestone }, json: { forecastOn: day } };
    const { problem } = await attempt(client<ProjectApi>(visit).milestones[":id"].$patch(given));
    return { problem, anchor: "milestones" };
  },
  async report(visit, _, { funding = "", from = "", to = "" }) {
    const given = { param: { id: funding }, json: { from, to } };
    const { problem, done } = await attempt(client<ReportPackApi>(visit).fundings[":id"]["report-packs"].$post(given));
    return { problem, anchor: `award-${funding}`, page: done && `/report-packs/${done.id}` };
  },
};
