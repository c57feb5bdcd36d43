/** Roles that open something. */
export const accessRoles = ["owner", "manager", "host", "member", "coordinator", "operator"] as const;

/** Roles that tell who one is and open nothing. */
export const tellingRoles = ["board_leader", "deputy", "contact", "staff", "mentor"] as const;

export const positionRoles = [...accessRoles, ...tellingRoles] as const;

export type PositionRole = (typeof positionRoles)[number];

/** Roles whose holders an organization shows to others, where the person agrees to be seen. */
export const shownRoles: readonly PositionRole[] = [
  "owner",
  "manager",
  "host",
  "coordinator",
  "board_leader",
  "deputy",
  "contact",
  "mentor",
];
