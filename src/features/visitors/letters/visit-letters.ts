import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { findVisitIn } from "../queries.ts";
import { visitTold } from "../tell-of-visit.ts";
import { tellVisited } from "./arrival-letter.ts";
import { writeToVisitor } from "./visitor-letter.ts";

/** Writes to the visitor what they are to know beforehand, and to whoever is visited that they have come. */
async function writeVisitLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { visitId, spaceId, by } = visitTold.parse(announced.payload);
  const visit = await findVisitIn(tx, spaceId, visitId);
  if (!visit) return;
  switch (announced.topic) {
    case "visit.announced":
      return writeToVisitor(tx, installation, visit, "invited", announced.id);
    case "visit.changed":
      return writeToVisitor(tx, installation, visit, "changed", announced.id);
    case "visit.cancelled":
      return writeToVisitor(tx, installation, visit, "cancelled", announced.id);
    case "visit.arrived":
      if (visit.visited_id !== by) await tellVisited(tx, installation, visit);
  }
}

export const visitLetters: Subscription = subscription("visitors.letters", ["visit.*"], writeVisitLetter);
