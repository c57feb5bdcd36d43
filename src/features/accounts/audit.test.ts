import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { signInVisitor } from "../../../tests/support/sign-in.ts";
import { visitor as nobody } from "../../platform/access/actor.ts";
import { audit } from "../../platform/audit.ts";

let installation: TestInstallation;
let visitor: ReturnType<typeof signInVisitor>;
let kaia: string;
let elva: string;
type Caller = Awaited<ReturnType<ReturnType<typeof signInVisitor>["signIn"]>>;
let manager: Caller;
let operator: Caller;
let member: Caller;

beforeAll(async () => {
  installation = await testInstallation();
  visitor = signInVisitor(installation);
  const build = networkBuilder(installation);
  kaia = await build.organization("kaia");
  elva = await build.organization("elva");
  await build.position(await build.person("Mona Dal"), kaia, "manager");
  await build.position(await build.person("Odd Haug"), elva, "operator");
  await build.position(await build.person("Per Ness"), kaia, "member");
  await deed("2026-11-20T10:00:00Z", "guest_terms.change", kaia, "too many guests");
  await deed("2026-11-21T22:59:00Z", "day_pass.cancel", kaia);
  await deed("2026-11-21T23:01:00Z", "guest_terms.change", elva);
  manager = await visitor.signIn("mona.dal@example.test");
  operator = await visitor.signIn("odd.haug@example.test");
  member = await visitor.signIn("per.ness@example.test");
});
afterAll(() => installation.close());

describe("The log", () => {
  test("of an organization is read by its manager, and no other's", async () => {
    const own = await manager.get("/audit");
    const others = await manager.get("/audit?organization=elva");
    const unknown = await manager.get("/audit?organization=there-is-none");

    expect(own.body.items.map(({ action }: Deed) => action)).toEqual(["day_pass.cancel", "guest_terms.change"]);
    expect(own.body.items[1]).toMatchObject({ reason: "too many guests", organization: { id: kaia, slug: "kaia" }, actor: null });
    expect([others.status, others.body.code, others.body.title]).toEqual([unknown.status, unknown.body.code, unknown.body.title]);
    expect(others.status).toBe(404);
  });

  test("is not for members", async () => {
    const answers = [await member.get("/audit"), await member.get("/audit?organization=kaia")];

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  test("is read whole by the operator, and found in by organization, who, what and day", async () => {
    const count = async (query: string) => (await operator.get(`/audit?${query}`)).body.items.length;

    expect(await count("organization=elva")).toBe(1);
    expect(await count("action=guest_terms")).toBe(2);
    expect(await count("subject=thing:1")).toBe(3);
    expect(await count("subject=thing:2")).toBe(0);
    expect(await count("actor=mona&action=session")).toBe(1);
    expect(await count("actor=MONA.DAL@example.test")).toBe(1);
    // midnight in Norway, not in Greenwich
    expect(await count("from=2026-11-22&to=2026-11-22&subject=thing")).toBe(1);
    expect(await count("from=2026-11-21&to=2026-11-21&subject=thing")).toBe(1);
  });

  test("is turned page by page without missing or repeating a line", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: { items: Deed[]; nextCursor: string | null } = (await operator.get(`/audit?limit=2${cursor && `&cursor=${cursor}`}`))
        .body;
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }

    const all = await installation.db.selectFrom("audit_log").select("id").orderBy("done_at", "desc").orderBy("id", "desc").execute();
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  test("comes as a file, narrowed as the page is, to those who may read it", async () => {
    const own = await visitor.api.request("/api/v1/audit.csv?action=guest_terms&language=nb", { headers: { cookie: manager.cookie } });
    const whole = await visitor.api.request("/api/v1/audit.csv?subject=thing&form=plain&language=en", {
      headers: { cookie: operator.cookie },
    });
    const others = await manager.get("/audit.csv?organization=elva");

    const bytes = new Uint8Array(await own.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(
      "Når;Hvem;Hva;Med hva;Organisasjon;Grunn;Mer\r\n20.11.2026 11:00;Programmet;guest_terms.change;thing:1;kaia;too many guests;\r\n",
    );
    expect((await whole.text()).split("\r\n").map((row) => row.split(",")[0])).toEqual([
      "When",
      "2026-11-22T00:01",
      "2026-11-21T23:59",
      "2026-11-20T11:00",
      "",
    ]);
    expect(others.status).toBe(404);
  });

  test("refuses a cursor that is not its own", async () => {
    const forged = Buffer.from(JSON.stringify(["yesterday", "1 or 1=1"])).toString("base64url");

    const answers = [await operator.get(`/audit?cursor=${forged}`), await operator.get("/me/sessions?cursor=WyJ4Il0")];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([400, "cursor.unknown"]));
  });
});

type Deed = { id: string; action: string };

async function deed(at: string, action: string, organizationId: string, reason?: string): Promise<void> {
  const done = { actor: nobody, at: Temporal.Instant.from(at), action, subject: { kind: "thing", id: "1" } };
  await audit(installation.db, { ...done, organizationId, reason });
}
