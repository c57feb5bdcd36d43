import { follow } from "../../../interface/browser/follow.ts";

/** Calls `lookAgain` when something changed with the guests of a space, or may have. */
export function followGuests(spaceId: string, lookAgain: () => void): void {
  follow(`/api/v1/spaces/${spaceId}/events`, lookAgain);
}
