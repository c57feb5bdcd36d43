import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import { askForConfirmation } from "./confirmation-letters.ts";

export const membershipSubscriptions: Subscription[] = [
  subscription("memberships.confirmation-letters", ["membership.unconfirmed"], askForConfirmation),
];
