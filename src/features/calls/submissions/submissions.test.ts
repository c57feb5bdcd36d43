import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callBuilder } from "../../../../tests/support/calls.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";

let installation: TestInstallation;
let build: ReturnType<typeof callBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = callBuilder(installation);
});
afterEach(() => installation.close());

describe("A submission", () => {
  test("is saved as one types, with half a number in it, and says what is missing when it is delivered", async () => {
    const { call } = await build.held({ call: { eligibility: [{ kind: "organization_number" }] } });
    const [ada = ""] = await build.people(["Ada Lie"]);
    const her = build.visitors.as(ada);
    const { body: draft } = await her.post(`/calls/${call.id}/submissions`, { answers: { who: "Ada" } });

    await her.patch(`/submissions/${draft.id}`, { title: "Vindu", organizationNumber: "9747" });
    const refused = await her.put(`/submissions/${draft.id}/delivery`);

    expect(refused).toMatchObject({ status: 409, body: { code: "call.incomplete" } });
    expect(refused.body).toMatchObject({
      errors: [
        { field: "organizationNumber", code: "invalid_organization" },
        { field: "answers.idea", code: "required" },
      ],
    });
    const { body: kept } = await her.get(`/submissions/${draft.id}`);
    expect(kept).toMatchObject({ state: "draft", title: "Vindu", answers: { who: "Ada" }, organization: { number: "9747", name: null } });
  });

  test("can be changed until the deadline, and what was delivered stands until it is delivered again", async () => {
    const { call, apply, office } = await build.held();
    const [ada = ""] = await build.people(["Ada Lie"]);
    const { id } = await apply(ada, "Vindu");

    await build.visitors.as(ada).patch(`/submissions/${id}`, { answers: { idea: "Noe helt annet" } });

    expect((await office.get(`/submissions/${id}`)).body.answers).toMatchObject({ idea: "Vindu for alle" });
    expect((await build.visitors.as(ada).get(`/submissions/${id}`)).body).toMatchObject({
      hasUndeliveredChanges: true,
      state: "submitted",
    });
    await build.visitors.as(ada).put(`/submissions/${id}/delivery`);
    expect((await office.get(`/submissions/${id}`)).body.answers).toMatchObject({ idea: "Noe helt annet" });
    installation.setClock("2026-12-04T12:00:01+01:00");
    const late = await build.visitors.as(ada).patch(`/submissions/${id}`, { title: "Dør" });
    expect(late).toMatchObject({ status: 409, body: { code: "call.deadline_passed" } });
    expect((await build.visitors.as(ada).get(`/calls/${call.id}`)).body.windowState).toBe("grace");
  });

  test("that comes within the grace is taken and marked as late, and after it none is", async () => {
    const { call, office } = await build.held();
    const [ada = "", bo = ""] = await build.people(["Ada Lie", "Bo Lind"]);
    const deliver = (person: string) =>
      build.visitors.as(person).post(`/calls/${call.id}/submissions`, { title: "Vindu", answers: { idea: "Lys" }, deliver: true });

    installation.setClock("2026-12-04T12:59:59+01:00");
    const within = await deliver(ada);
    installation.setClock("2026-12-04T13:00:01+01:00");
    const after = await deliver(bo);

    expect(within).toMatchObject({ status: 201, body: { state: "submitted", isLate: true } });
    expect(after).toMatchObject({ status: 409, body: { code: "call.deadline_passed" } });
    expect((await office.get(`/calls/${call.id}/submissions`)).body.counts).toEqual({ drafts: 0, submitted: 1, late: 1, withdrawn: 0 });
  });

  test("freezes the form for those who run the call when it is delivered, and can be taken back", async () => {
    const { call, apply, office } = await build.held();
    const [ada = ""] = await build.people(["Ada Lie"]);
    const { id } = await apply(ada, "Vindu");

    const changed = await office.patch(`/calls/${call.id}`, { questions: [{ id: "new", kind: "text", label: { nb: "Nytt" } }] });
    const back = await build.visitors.as(ada).put(`/submissions/${id}/withdrawal`);

    expect(changed).toMatchObject({ status: 409, body: { code: "call.form_frozen" } });
    expect(back.body).toMatchObject({ state: "withdrawn", abilities: { edit: false, deliver: false, withdraw: false } });
  });

  test("is there for whoever applied, for those who run the call once it is delivered, and for nobody else", async () => {
    const { call, apply, office } = await build.held();
    const [ada = "", bo = ""] = await build.people(["Ada Lie", "Bo Lind"]);
    const { id } = await apply(ada, "Vindu");
    const { body: draft } = await build.visitors.as(ada).post(`/calls/${call.id}/submissions`, { title: "Hemmelig kladd" });
    const elsewhere = await build.held({ slug: "loftet" });

    const seen = async (who: typeof office, which: string) => (await who.get(`/submissions/${which}`)).status;

    expect([await seen(build.visitors.as(bo), id), await seen(elsewhere.office, id), await seen(build.visitors.nobody, id)]).toEqual([
      404, 404, 401,
    ]);
    expect([await seen(office, id), await seen(office, draft.id)]).toEqual([200, 404]);
    expect(JSON.stringify((await office.get(`/calls/${call.id}/submissions`)).body)).not.toContain("Hemmelig kladd");
    for (const request of [`PATCH /submissions/${id}`, `PUT /submissions/${id}/delivery`, `PUT /submissions/${id}/withdrawal`])
      expect((await build.visitors.as(bo).ask(request, request.startsWith("PATCH") ? { title: "Min" } : undefined)).status).toBe(404);
    expect((await office.patch(`/submissions/${id}`, { title: "Vår" })).status).toBe(404);
    expect((await build.visitors.as(bo).get("/me/submissions")).body.items).toEqual([]);
    // that somebody is writing stands in no log of theirs
    expect(JSON.stringify((await office.get("/audit?organization=naustet")).body)).not.toContain(draft.id);
  });

  test("answers with a file, which only those who may read the answer get", async () => {
    const { call, office } = await build.held({
      call: { questions: [{ id: "plan", kind: "file", label: { nb: "Plan" }, isRequired: true }] },
    });
    const [ada = "", bo = ""] = await build.people(["Ada Lie", "Bo Lind"]);
    const her = build.visitors.as(ada);
    const { body: draft } = await her.post(`/calls/${call.id}/submissions`, { title: "Vindu" });
    const form = (content: string, name: string) => {
      const data = new FormData();
      data.set("file", new File([content], name));
      return data;
    };

    const wrong = await her.put(`/submissions/${draft.id}/files/plan`, form("<script>", "plan.pdf"));
    const kept = await her.put(`/submissions/${draft.id}/files/plan`, form("%PDF-1.7 plan", "plan.pdf"));
    const delivered = await her.put(`/submissions/${draft.id}/delivery`);

    expect(wrong).toMatchObject({ status: 415, body: { code: "call.wrong_file" } });
    expect(kept.body.files).toMatchObject([{ question: "plan", name: "plan.pdf", bytes: 13 }]);
    expect(delivered.status).toBe(200);
    expect(new TextDecoder().decode((await office.get(`/submissions/${draft.id}/files/plan`)).bytes)).toBe("%PDF-1.7 plan");
    expect((await build.visitors.as(bo).get(`/submissions/${draft.id}/files/plan`)).status).toBe(404);
    expect((await build.visitors.as(bo).put(`/submissions/${draft.id}/files/plan`, form("%PDF-1.7", "plan.pdf"))).status).toBe(404);
  });

  test("is kept out by a rule that fails, and marked where nobody knows", async () => {
    const { organizationId } = (await build.network.space("kammer")) as { organizationId: string };
    await installation.db
      .updateTable("organizations")
      .set({ organization_number: "974760673", municipality_number: "3205", founded_on: "2018-05-01", legal_form: "AS" })
      .where("id", "=", organizationId)
      .execute();
    const by = (rule: object) => build.held({ slug: `hus-${Math.trunc(Math.random() * 1e9)}`, call: { eligibility: [rule] } });
    const [ada = ""] = await build.people(["Ada Lie"]);
    const tried = async (rule: object, organizationNumber: string) => {
      const { call } = await by(rule);
      const body = { title: "Vindu", organizationNumber, answers: { idea: "Lys" }, deliver: true };
      const answer = await build.visitors.as(ada).post(`/calls/${call.id}/submissions`, body);
      return answer.status === 201 ? "taken" : (answer.body as unknown as { code: string; details?: { rules?: string[] } });
    };

    expect(await tried({ kind: "municipality", numbers: ["3205"] }, "974 760 673")).toBe("taken");
    expect(await tried({ kind: "county", numbers: ["03"] }, "974760673")).toMatchObject({
      code: "call.not_eligible",
      details: { rules: ["county"] },
    });
    expect(await tried({ kind: "age_at_most", years: 5 }, "974760673")).toMatchObject({ details: { rules: ["age_at_most"] } });
    expect(await tried({ kind: "member_of", organizationId }, "974760673")).toMatchObject({ details: { rules: ["member_of"] } });
    expect(await tried({ kind: "legal_form", forms: ["AS"] }, "974760673")).toBe("taken");

    const unknown = await by({ kind: "county", numbers: ["32"] });
    const { id } = await unknown.apply(ada, "Vindu", { organizationNumber: "923609016" });
    expect((await unknown.office.get(`/submissions/${id}`)).body.uncheckedRules).toEqual(["county"]);
  });
});
