import { expect, test } from "vitest";
import { pageFault } from "./page-fault.ts";

const answered = (status: number, data: string) => ({ status, statusText: "", internal: true, data, error: new Error(data) });

test("a page that is not there is no fault; one that broke is, without what was asked for", () => {
  const faults = [
    pageFault(answered(404, "No route matches URL /nb/hires/secret")),
    pageFault(new Response(null, { status: 404 })),
    pageFault(answered(500, "kari@example.test")),
    pageFault(new TypeError("cannot read")),
    pageFault("kari@example.test"),
  ];

  expect(faults.map((fault) => fault?.message)).toEqual([
    undefined,
    undefined,
    "A page was answered 500",
    "cannot read",
    "A page threw what is no error",
  ]);
});
