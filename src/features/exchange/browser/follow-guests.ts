import { followStream } from "../../../interface/browser/follow-stream.ts";

/** Calls `lookAgain` when something changed with the guests of a space, or may have. */
export function followGuests(spaceId: string, lookAgain: () => void): void {
  followStream(`/api/v1/spaces/${spaceId}/events`, lookAgain);
}
