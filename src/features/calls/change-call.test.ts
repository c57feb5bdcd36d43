import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callBuilder } from "../../../tests/support/calls.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";

let installation: TestInstallation;
let build: ReturnType<typeof callBuilder>;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
  build = callBuilder(installation);
});
afterAll(() => installation.close());

function held(call: object = {}) {
  houses += 1;
  return build.held({ slug: `hus-${houses}`, call });
}

const reading = { name: { nb: "Lesing" }, criteria: [{ name: { nb: "Nyhet" }, weight: 2 }, { name: { nb: "Gjennomføring" } }] };
const final = { name: { nb: "Finale" }, criteria: [{ name: { nb: "Framføring" } }] };

describe("A call", () => {
  test("keeps the keys its questions have, and gives those that have none one of their words", async () => {
    const { call } = await held({
      questions: [
        { id: "idea", kind: "text", label: { nb: "Hva er ideen?" } },
        { kind: "choice", label: { nb: "Hvor er dere?" }, options: [{ label: { nb: "Øst" } }, { label: { nb: "Øst" } }] },
        { kind: "text", label: { nb: "Idea" } },
        { kind: "text", label: { nb: "1000 tegn om dere" } },
      ],
    });

    expect(call.questions.map(({ id }) => id)).toEqual(["idea", "hvor-er-dere", "idea-2", "tegn-om-dere"]);
    expect(call.questions[1]?.options.map(({ id }) => id)).toEqual(["ost", "ost-2"]);
  });

  test("is made with its jury, and names the places its rules speak of", async () => {
    const jurors = [
      { name: "Siri Vik", email: "siri@jury.example" },
      { name: "Siri Vik", email: "siri@jury.example" },
    ];
    const { call, office } = await held({ jurors, eligibility: [{ kind: "municipality", numbers: ["0301"] }] });

    const { body: jury } = await office.get(`/calls/${call.id}/jurors`);

    expect(jury.items).toMatchObject([{ name: "Siri Vik", email: "siri@jury.example" }]);
    expect(call.ruleNames).toEqual({ "0301": "Oslo" });
  });

  test("is changed in all it says until somebody delivers; then the kind and the form stand, and the rest does not", async () => {
    const { call, office, apply } = await held();
    const [ada = ""] = await build.people(["Ada Lie"]);
    const before = await office.patch(`/calls/${call.id}`, { kind: "grant", isBlind: true, phases: [reading, final] });
    await apply(ada, "Vindu");

    const refused = await Promise.all(
      [{ kind: "award" }, { isBlind: false }, { eligibility: [] }].map((change) => office.patch(`/calls/${call.id}`, change)),
    );
    const after = await office.patch(`/calls/${call.id}`, { title: { nb: "Årets andre idé" }, phases: [final], timeZone: "Europe/London" });

    expect(before.body).toMatchObject({ kind: "grant", isBlind: true, phases: [{ number: 1 }, { number: 2, name: { nb: "Finale" } }] });
    expect(refused.map(({ body }) => body.code)).toEqual(["call.form_frozen", "call.form_frozen", "call.form_frozen"]);
    expect(after.body).toMatchObject({
      title: { nb: "Årets andre idé" },
      timeZone: "Europe/London",
      phases: [{ number: 1, name: { nb: "Finale" } }],
    });
  });

  test("keeps a phase as it is from when it opens, and the phases after it can be written anew", async () => {
    const { call, office, apply, open } = await held({ phases: [reading, final] });
    const [bo = ""] = await build.people(["Bo Lind"]);
    await apply(bo, "Vindu");
    await open();

    const gone = await office.patch(`/calls/${call.id}`, { phases: [] });
    const heavier = await office.patch(`/calls/${call.id}`, {
      phases: [{ ...reading, criteria: [{ name: { nb: "Nyhet" }, weight: 3 }, reading.criteria[1]] }],
    });
    const other = await office.patch(`/calls/${call.id}`, { phases: [reading, { ...final, name: { nb: "Kvelden" } }] });

    expect([gone, heavier].map(({ body }) => body.code)).toEqual(["judging.criteria_frozen", "judging.criteria_frozen"]);
    expect(other.body.phases).toMatchObject([{ openedAt: expect.any(String) }, { openedAt: null, name: { nb: "Kvelden" } }]);
    expect(other.body.phases[0]).toEqual((await office.get(`/calls/${call.id}`)).body.phases[0]);
  });

  test("loses a phase that was opened too early while nobody has judged in it; the next takes its place, and the jury reads nothing", async () => {
    const { call, office, apply, open, jury } = await held({ phases: [reading, final] });
    const [dag = ""] = await build.people(["Dag Moe"]);
    const submission = await apply(dag, "Vindu");
    const [eva = ""] = await jury(["Eva Lind"]);
    await open();
    const before = await office.get(`/calls/${call.id}`);

    const removed = await office.delete(`/calls/${call.id}/phases/1`);
    const read = await build.visitors.as(eva).get("/me/reviews");
    await open();
    await build.visitors.as(eva).put(`/submissions/${submission.id}/reviews/${eva}/conflict`, { conflict: "none" });
    const reliedOn = await office.delete(`/calls/${call.id}/phases/1`);

    expect([before.body.abilities.removePhases, read.body.items]).toEqual([[1, 2], []]);
    expect(removed.body.phases).toMatchObject([
      { number: 1, name: { nb: "Finale" }, openedAt: null, criteria: [{ name: { nb: "Framføring" } }] },
    ]);
    expect(reliedOn).toMatchObject({ status: 409, body: { code: "judging.phase_relied_on" } });
    expect((await office.get(`/calls/${call.id}`)).body.abilities.removePhases).toEqual([]);
  });

  test("keeps a phase something was decided in, though no score was given", async () => {
    const { call, office, apply, open, close } = await held({ phases: [reading] });
    const [gro = ""] = await build.people(["Gro Moe"]);
    const submission = await apply(gro, "Vindu");
    await open();
    await close();
    const idle = await office.get(`/calls/${call.id}`);
    await office.put(`/submissions/${submission.id}/decision`, { outcome: "declined" });

    const removed = await office.delete(`/calls/${call.id}/phases/1`);

    expect([idle.body.abilities.removePhases, removed.body.code]).toEqual([[1], "judging.phase_relied_on"]);
  });

  test("takes no minute of what was promised back: neither the opening, the deadline nor the grace", async () => {
    const { call, office } = await held();
    const changes = [{ opensAt: "2026-12-01T12:00:00+01:00" }, { closesAt: "2026-12-04T11:59:00+01:00" }, { graceMinutes: 30 }];

    const refused = await Promise.all(changes.map((change) => office.patch(`/calls/${call.id}`, change)));
    const later = await office.patch(`/calls/${call.id}`, { closesAt: "2026-12-05T12:00:00+01:00", graceMinutes: 0 });

    expect(refused.map(({ body }) => body.code)).toEqual(["call.has_opened", "call.deadline_not_earlier", "call.deadline_not_earlier"]);
    expect(later.body).toMatchObject({ closesAt: "2026-12-05T11:00:00Z", graceMinutes: 0 });
  });
});
