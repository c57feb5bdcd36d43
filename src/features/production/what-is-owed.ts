/** What somebody owes the lab for an order, as it is told when it has been collected. */
export interface Owed {
  fromPersonId: string;
  toOrganizationId: string;
  amountOre: number;
  currency: "NOK";
  cause: { kind: "production_order"; id: string };
}

type Order = { id: string; customer_id: string; host_id: string; quoted_ore: number | null };

/** The price that was agreed falls due when the result is collected, not before. Undefined when there is nothing to pay. */
export function whatIsOwed({ id, customer_id, host_id, quoted_ore }: Order): Owed | undefined {
  if (!quoted_ore) return undefined;
  return {
    fromPersonId: customer_id,
    toOrganizationId: host_id,
    amountOre: quoted_ore,
    currency: "NOK",
    cause: { kind: "production_order", id },
  };
}
