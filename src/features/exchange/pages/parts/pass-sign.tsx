import { Door } from "../../../../interface/components/door.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { passDoor } from "./pass-state.ts";

/** What stands before a pass: its door while one may come, and how it ended when it is over. */
export function PassSign({ pass }: { pass: { state: string } }) {
  if (pass.state === "completed") return <Icon name="check" tone="good" />;
  if (pass.state === "cancelled" || pass.state === "refused" || pass.state === "no_show") return <Icon name="close" />;
  return <Door state={passDoor(pass)} />;
}
