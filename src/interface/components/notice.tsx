import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

export type NoticeKind = "note" | "good" | "care" | "wrong" | "light";

const icons: Record<NoticeKind, IconName> = { note: "info", good: "check-round", care: "warning", wrong: "wrong", light: "mail" };

type NoticeProps = {
  kind: NoticeKind;
  title: ReactNode;
  children?: ReactNode;
  /** Another icon than the kind's own. */
  icon?: IconName;
  /** `status` for what just happened, `alert` for what stops one; nothing for what simply stands there. */
  role?: "status" | "alert";
};

/** What is true, what is safe, what one can do now. Buttons go in a `div.buttons` among the children. */
export function Notice({ kind, title, children, icon, role }: NoticeProps) {
  return (
    <div className={`notice ${kind}`} role={role}>
      <Icon name={icon ?? icons[kind]} />
      <div>
        <b>{title}</b>
        {children}
      </div>
    </div>
  );
}
