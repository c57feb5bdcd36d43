import { expect, test } from "vitest";
import { tryEach } from "./try-each.ts";

test("those behind one that fails have their turn, and what failed is told", async () => {
  const done: string[] = [];
  const tried = tryEach(["Ambolten", "Bakerovnen", "Fjorden"], async (room) => {
    if (room === "Bakerovnen") throw new Error("is no room");
    done.push(room);
  });

  await expect(tried).rejects.toMatchObject({ message: "1 of 3 failed: Error: is no room", errors: [{ message: "is no room" }] });
  expect(done).toEqual(["Ambolten", "Fjorden"]);
});
