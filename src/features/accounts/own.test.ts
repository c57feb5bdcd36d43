import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { signInVisitor } from "../../../tests/support/sign-in.ts";
import { newId } from "../../platform/database/id.ts";
import { announce } from "../../platform/outbox.ts";

let installation: TestInstallation;
let build: ReturnType<typeof networkBuilder>;
let visitor: ReturnType<typeof signInVisitor>;

beforeAll(async () => {
  installation = await testInstallation();
  build = networkBuilder(installation);
  visitor = signInVisitor(installation);
});
afterAll(() => installation.close());

describe("One's own page", () => {
  test("says where one holds which position, with the spaces there", async () => {
    const person = await build.person("Amina Larsen");
    const space = await build.space("kaia", { name: "Kaia" });
    await build.position(person, space.organizationId, "manager");
    await build.position(person, space.organizationId, "host", "[2020-01-01,2021-01-01)");
    const amina = await visitor.signIn("amina.larsen@example.test");

    const me = await amina.get("/me");

    expect(me.body.positions).toEqual([
      {
        organization: { id: space.organizationId, slug: "kaia", name: "Kaia" },
        role: "manager",
        title: null,
        spaces: [{ id: space.id, slug: "kaia", name: "Kaia" }],
      },
    ]);
    expect(me.body.isOperator).toBe(false);
  });

  test("keeps what was saved first when two windows save", async () => {
    await build.person("Bo Lind");
    const bo = await visitor.signIn("bo.lind@example.test");
    const version = (await bo.get("/me")).headers.get("etag") ?? "";

    const first = await bo.patch("/me", { name: "Bo A. Lind" }, { "if-match": version });
    const second = await bo.patch("/me", { name: "Bo B. Lind" }, { "if-match": version });

    expect([first.status, second.status, second.body.code]).toEqual([200, 412, "request.changed_meanwhile"]);
    expect((await bo.get("/me")).body).toMatchObject({ name: "Bo A. Lind", version: 2 });
  });

  test("is nobody's without signing in", async () => {
    const answers = await Promise.all(
      (["/me", "/me/sessions", "/me/api-keys", "/me/passkeys", "/me/data", "/audit"] as const).map((path) => visitor.get(path)),
    );

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(6).fill([401, "access.sign_in"]));
  });
});

describe("An API key", () => {
  test("acts as its owner within its scopes, and is kept as a hash only", async () => {
    await build.person("Carla Moe");
    const carla = await visitor.signIn("carla.moe@example.test");

    const made = await carla.post("/me/api-keys", { name: "Kalender", scopes: ["me:read"] });
    const program = visitor.withKey(made.body.key);

    expect(made.status).toBe(201);
    expect((await program.get("/me")).body.name).toBe("Carla Moe");
    expect((await program.patch("/me", { name: "Someone" })).body).toMatchObject({ code: "access.key_lacks_scope" });
    expect((await program.get("/audit")).body).toMatchObject({ code: "access.key_lacks_scope" });
    expect(await everyText()).not.toContain(made.body.key);
  });

  test("that may write all still makes no keys, ends no sessions, exports and erases nothing", async () => {
    await build.person("Dag Nes");
    const dag = await visitor.signIn("dag.nes@example.test");
    const program = visitor.withKey((await dag.post("/me/api-keys", { name: "Alt", scopes: ["read", "write"] })).body.key);

    const answers = [
      await program.post("/me/api-keys", { name: "Ny", scopes: ["write"] }),
      await program.delete("/me/sessions"),
      await program.get("/me/data"),
      await program.post("/me/erasure", { email: "dag.nes@example.test" }),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([403, "account.key_may_not"]));
    expect((await dag.get("/me")).status).toBe(200);
  });

  test("opens nothing once it is revoked or has run out", async () => {
    await build.person("Eli Berg");
    const eli = await visitor.signIn("eli.berg@example.test");
    const revoked = (await eli.post("/me/api-keys", { name: "A", scopes: ["read"] })).body;
    const old = (await eli.post("/me/api-keys", { name: "B", scopes: ["read"], expiresAt: "2026-11-23T08:01:00Z" })).body;
    const spent = await eli.post("/me/api-keys", { name: "C", scopes: ["read"], expiresAt: "2026-11-23T08:00:00Z" });
    const opened = (await visitor.withKey(old.key).get("/me")).status;

    await eli.delete(`/me/api-keys/${revoked.id}`);
    installation.setClock("2026-11-23T08:01:30Z");

    expect([spent.status, spent.body.code, opened]).toEqual([422, "account.expiry_passed", 200]);

    expect((await visitor.withKey(revoked.key).get("/me")).status).toBe(401);
    expect((await visitor.withKey(old.key).get("/me")).status).toBe(401);
    expect((await eli.get("/me/api-keys")).body.items).toEqual([]);
    expect((await eli.delete(`/me/api-keys/${revoked.id}`)).status).toBe(404);
  });

  test("of another is answered as one that does not exist", async () => {
    await build.person("Frida Dahl");
    await build.person("Geir Ås", { email: "geir@example.test" });
    const frida = await visitor.signIn("frida.dahl@example.test");
    const geir = await visitor.signIn("geir@example.test");
    const hers = (await frida.post("/me/api-keys", { name: "A", scopes: ["read"] })).body;

    const answer = await geir.delete(`/me/api-keys/${hers.id}`);

    expect([answer.status, answer.body.code]).toEqual([404, "access.not_here"]);
    expect((await visitor.withKey(hers.key).get("/me")).status).toBe(200);
  });
});

describe("Erasing oneself", () => {
  test("leaves neither name nor address anywhere, and keeps passes and the log by id", async () => {
    const person = await build.person("Zaynab Håkonsen", { email: "zaynab@example.test" });
    const space = await build.space("elva");
    await build.membership(space.organizationId, { personId: person });
    await build.position(person, space.organizationId, "manager");
    const zaynab = await visitor.signIn("zaynab@example.test");
    await zaynab.post("/me/api-keys", { name: "Zaynab Håkonsen sin", scopes: ["read"] });
    await mentionEverywhere(person, space.id, "Zaynab Håkonsen", "zaynab@example.test");
    await visitor.askForLink("zaynab@example.test");

    const wrong = await zaynab.post("/me/erasure", { email: "someone@example.test" });
    const answer = await zaynab.post("/me/erasure", { email: "Zaynab@example.test" });

    expect([wrong.status, answer.status]).toEqual([422, 200]);
    const left = await everyText();
    expect(left).not.toMatch(/zaynab|håkonsen/i);
    expect(left).toContain("Bo Li var med");
    await doWhatIsDue(installation);
    expect(await installation.files.read("imports/1.csv")).toBeUndefined();
    expect((await zaynab.get("/me")).status).toBe(401);
    const deeds = await installation.db.selectFrom("audit_log").select("action").where("actor_person_id", "=", person).execute();
    expect(deeds.map(({ action }) => action)).toEqual(expect.arrayContaining(["session.open", "api_key.make", "person.erase"]));
    const passes = await installation.db.selectFrom("day_passes").select("holder_name").where("person_id", "=", person).execute();
    expect(passes).toEqual([{ holder_name: "—" }]);
    const memberships = await installation.db.selectFrom("memberships").select("during").where("member_person_id", "=", person).execute();
    expect(memberships).toEqual([{ during: "[2024-01-01,2026-11-23)" }]);
  });

  test("takes nothing but one's own out of texts by others, whatever one calls oneself", async () => {
    const person = await build.person("Vera Vik", { email: "vera@example.test" });
    const other = await build.person("Ola Nordmann");
    await build.organization("flyt", { name: "Flyt Hus" });
    const vera = await visitor.signIn("vera@example.test");
    const told = "Ola Nordmann fra Flyt Hus ringte, og flex er avtalt";
    const [deed] = await installation.db
      .insertInto("audit_log")
      .values({
        id: newId(),
        done_at: installation.now(),
        action: "membership.end",
        subject_kind: "membership",
        subject_id: other,
        reason: told,
        details: JSON.stringify({ personId: other }),
      })
      .returning(["id", "details"])
      .execute();
    const note = { id: newId(), candidate_id: newId(), written_at: installation.now(), note: told };
    await installation.db.insertInto("candidate_notes").values(note).execute();

    const seen: unknown[] = [];
    for (const name of ["flex", "personId", "Ola Nordmann", "Flyt Hus", "Ola nordmann"]) {
      await vera.patch("/me", { name });
      const { parts } = (await vera.get("/me/data")).body;
      seen.push(...parts.filter((part) => ["notes", "reasons"].includes(part.name)).flatMap((part): unknown[] => part.rows));
    }
    await vera.post("/me/erasure", { email: "vera@example.test" });

    expect(seen).toEqual([]);
    const after = await installation.db
      .selectFrom("audit_log")
      .select(["reason", "details"])
      .where("id", "=", deed?.id ?? "")
      .execute();
    expect(after).toEqual([{ reason: told, details: { personId: other } }]);
    const notes = await installation.db.selectFrom("candidate_notes").select("note").where("id", "=", note.id).execute();
    expect(notes).toEqual([{ note: told }]);
    expect(await installation.db.selectFrom("people").select("name").where("id", "=", person).execute()).toEqual([{ name: "—" }]);
  });

  test("finds a name that ends in a full stop", async () => {
    await build.person("Åse Øst N.", { email: "aase@example.test" });
    const note = { id: newId(), candidate_id: newId(), written_at: installation.now(), note: "Snakk med Åse Øst N. om dette" };
    await installation.db.insertInto("candidate_notes").values(note).execute();
    const aase = await visitor.signIn("aase@example.test");

    await aase.post("/me/erasure", { email: "aase@example.test" });

    const notes = await installation.db.selectFrom("candidate_notes").select("note").where("id", "=", note.id).execute();
    expect(notes).toEqual([{ note: "Snakk med — om dette" }]);
  });

  test("is refused to the only operator", async () => {
    const person = await build.person("Odd Haug");
    const house = await build.organization("drift");
    await build.position(person, house, "operator");
    const odd = await visitor.signIn("odd.haug@example.test");

    const answer = await odd.post("/me/erasure", { email: "odd.haug@example.test" });

    expect([answer.status, answer.body.code]).toEqual([409, "account.last_operator"]);
    expect((await odd.get("/me")).body.name).toBe("Odd Haug");
    await installation.db.deleteFrom("positions").where("person_id", "=", person).execute();
  });

  test("is prepared by an export that holds every part, of one's own only", async () => {
    await build.person("Kari Lie");
    await build.person("Lars Fjeld");
    await visitor.signIn("lars.fjeld@example.test");
    const kari = await visitor.signIn("kari.lie@example.test");

    const { parts } = (await kari.get("/me/data")).body;

    expect(parts.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining([
        "person",
        "logins",
        "sessions",
        "apiKeys",
        "letters",
        "deeds",
        "positions",
        "memberships",
        "consents",
        "dayPasses",
      ]),
    );
    expect(JSON.stringify(parts)).toContain("kari.lie@example.test");
    expect(JSON.stringify(parts)).not.toContain("lars.fjeld@example.test");
  });
});

/** Puts the name and address into free text of every kind. */
async function mentionEverywhere(personId: string, spaceId: string, name: string, email: string): Promise<void> {
  const { db, now } = installation;
  const at = now();
  const text = `${name} (${email}) ringte`;
  await db
    .insertInto("audit_log")
    .values([
      {
        id: newId(),
        done_at: at,
        action: "x",
        subject_kind: "person",
        subject_id: personId,
        reason: text,
        details: JSON.stringify({ email }),
      },
      { id: newId(), done_at: at, action: "x", subject_kind: "note", subject_id: "1", reason: "Bo Li var med", details: "{}" },
    ])
    .execute();
  await announce(db, [{ at, topic: "day_pass.held", organizationIds: [], payload: { name } }]);
  const [asked] = await db
    .insertInto("outbox")
    .values({ id: newId(), happened_at: at, topic: "day_pass.asked", organization_ids: [], payload: JSON.stringify({ personId }) })
    .returning("id")
    .execute();
  const toHost = { recipient: "host@example.test", subject: `${name.split(" ")[0]} spør om en plass`, body_text: "", body_html: "" };
  await db
    .insertInto("letters")
    .values({ ...toHost, id: newId(), letter_key: `day_pass.asked/${asked?.id}/0`, language: "nb", created_at: at })
    .execute();
  await db
    .insertInto("idempotency_keys")
    .values({ actor: newId(), key: "1", request_hash: "1", status: 200, body: JSON.stringify({ name }), created_at: at })
    .execute();
  await db.insertInto("guest_days").values({ space_id: spaceId, day: "2026-11-20", capacity: 4, taken: 1 }).execute();
  const passId = newId();
  const pass = {
    space_id: spaceId,
    id: passId,
    day: "2026-11-20",
    person_id: personId,
    home_id: newId(),
    network_id: newId(),
    agreement_id: newId(),
  };
  await db
    .insertInto("day_passes")
    .values({ ...pass, agreement_version: 1, state: "completed", code: "ABCD1234", holder_name: name, message: text, claimed_at: at })
    .execute();
  await db
    .insertInto("day_pass_endings")
    .values({ space_id: spaceId, pass_id: passId, kind: "completed", ended_at: at, reason: text })
    .execute();
  await db
    .insertInto("proof_codes")
    .values({ id: newId(), email, code_hash: Buffer.from("x"), space_id: spaceId, created_at: at, expires_at: at })
    .execute();
  await db.insertInto("candidate_notes").values({ id: newId(), candidate_id: newId(), written_at: at, note: text }).execute();
  const runId = newId();
  const run = {
    id: runId,
    kind: "people",
    organization_id: newId(),
    file_name: "folk.csv",
    file_key: "imports/1.csv",
    header: JSON.stringify([{ name: "navn", title: "navn", examples: [name] }]),
    mapping: "{}",
  };
  await installation.files.write(run.file_key, new TextEncoder().encode(`navn;epost\n${name};${email}\n`));
  await db
    .insertInto("import_runs")
    .values({ ...run, state: "imported", rows_total: 1, created_at: at })
    .execute();
  await db
    .insertInto("import_rows")
    .values({ run_id: runId, row_number: 1, outcome: "create", label: name, cells: JSON.stringify([name, email]) })
    .execute();
}

/** Every text in the database: all text and JSON columns of all tables, our own and the job queue's. */
async function everyText(): Promise<string> {
  const { rows } = await sql<{ place: string; column: string }>`
    select format('%I.%I', c.table_schema, c.table_name) as place, format('%I', c.column_name) as column
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema in ('public', 'graphile_worker')
      and c.table_name not in ('municipalities', 'counties', 'municipality_changes')
      and c.data_type in ('text', 'jsonb', 'json', 'ARRAY', 'character varying')`.execute(installation.db);
  const texts = [];
  for (const { place, column } of rows) {
    const found = await sql<{ text: string }>`select string_agg(${sql.raw(column)}::text, E'\n') as text from ${sql.raw(place)}`.execute(
      installation.db,
    );
    texts.push(found.rows[0]?.text ?? "");
  }
  return texts.join("\n");
}
