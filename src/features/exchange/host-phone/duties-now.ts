import { toBeSent } from "../../../interface/browser/door/queue.ts";
import type { QueuedAct } from "./queue.ts";

/** Whether a duty is done for a guest, as far as this phone knows. */
export interface DutyNow {
  isDone: boolean;
  sendsLater: boolean;
}

/** The duties done for a guest as the list says, with what was ticked on this phone on top. By the duty's id; what is in neither is not done. */
export function dutiesNow(
  passId: string,
  done: readonly string[],
  arrived: readonly QueuedAct[],
  queue: readonly QueuedAct[],
): Map<string, DutyNow> {
  const now = new Map<string, DutyNow>(done.map((dutyId) => [dutyId, { isDone: true, sendsLater: false }]));
  for (const act of arrived) put(now, act, false);
  for (const act of toBeSent(queue)) put(now, act, true);
  return now;

  function put(into: Map<string, DutyNow>, act: QueuedAct, sendsLater: boolean): void {
    if (act.kind === "duty" && act.passId === passId) into.set(act.dutyId, { isDone: act.isDone, sendsLater });
  }
}
