import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import type { NavLink } from "./page-top.tsx";

/** The foot of a phone page: the one next step and what must be said yes to before it, always at hand. `label` names it as a landmark ("Neste steg"). */
export function Dock({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="dock" aria-label={label}>
      {children}
    </section>
  );
}

export type DockTab = NavLink & { icon: IconName };

/** The navigation of a member at the bottom of a phone; four words. Hidden on wide screens, where the top has them. */
export function TabDock({ label, tabs }: { label: string; tabs: readonly DockTab[] }) {
  return (
    <nav className="dock tabs phone-only" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.isCurrent ? "page" : undefined}>
          <Icon name={tab.icon} />
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
