import type { TestInstallation } from "./installation.ts";
import { networkBuilder } from "./network.ts";
import { callers } from "./visitor.ts";

/** Builds calls people have applied to. */
export function callBuilder(installation: TestInstallation) {
  const network = networkBuilder(installation);
  const visitors = callers(installation);

  /** Naustet is managed by Marte, and gives an award with two criteria; the deadline is on 4 December at noon in Norway, with an hour's grace. */
  async function held(given: { call?: object; slug?: string } = {}) {
    const slug = given.slug ?? "naustet";
    const house = await network.space(slug, { name: "Naustet" });
    const marte = await network.person("Marte Moen", { email: `marte@${slug}.example` });
    await network.position(marte, house.organizationId, "manager");
    const office = visitors.as(marte);
    const { status, body: call } = await office.post("/calls", {
      organization: slug,
      kind: "award",
      title: { nb: "Årets idé", en: "Idea of the year" },
      closesAt: "2026-12-04T12:00:00+01:00",
      graceMinutes: 60,
      questions: [
        { id: "idea", kind: "long_text", label: { nb: "Hva er ideen?" }, isRequired: true },
        { id: "who", kind: "text", label: { nb: "Hvem er dere?" }, identifies: true },
        { id: "stage", kind: "choice", label: { nb: "Hvor langt?" }, options: [option("sketch"), option("pilot")] },
      ],
      phases: [
        {
          name: { nb: "Lesing" },
          criteria: [
            { name: { nb: "Nyhet" }, weight: 2 },
            { name: { nb: "Gjennomføring" }, weight: 1 },
          ],
        },
      ],
      ...given.call,
    });
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(call)}`);
    const [novelty = "", execution = ""] = call.phases[0]?.criteria.map(({ id }) => id) ?? [];
    const apply = async (personId: string, title: string, more: object = {}) => {
      const applied = await visitors
        .as(personId)
        .post(`/calls/${call.id}/submissions`, { title, answers: { idea: `${title} for alle`, who: "Ada og Bo" }, deliver: true, ...more });
      if (applied.status !== 201) throw new Error(`${applied.status} ${JSON.stringify(applied.body)}`);
      return applied.body;
    };
    /** Asks people into the jury. @returns their ids, in the same order */
    const jury = async (names: string[]) => {
      const ids: string[] = [];
      for (const name of names) {
        const id = await network.person(name);
        const { email } = await installation.db.selectFrom("people").select("email").where("id", "=", id).executeTakeFirstOrThrow();
        await office.post(`/calls/${call.id}/jurors`, { name, email });
        ids.push(id);
      }
      return ids;
    };
    const open = (number = 1) => office.put(`/calls/${call.id}/phases/${number}/opening`, {});
    const close = (number = 1) => office.put(`/calls/${call.id}/phases/${number}/closing`);
    const score = async (juror: string, submission: { id: string }, first: number, second: number) =>
      visitors.as(juror).put(`/submissions/${submission.id}/reviews/${juror}`, {
        conflict: "none",
        scores: { [novelty]: first, [execution]: second },
        deliver: true,
      });
    return { house, marte, office, call, criteria: [novelty, execution] as const, apply, jury, open, close, score };
  }

  return { network, visitors, held, people: (names: string[]) => Promise.all(names.map((name) => network.person(name))) };
}

function option(id: string) {
  return { id, label: { nb: id } };
}
