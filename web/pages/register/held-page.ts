import type { RegisterPage } from "../../../src/contract/detail.ts";

/** A page as it is shown: `held` when its rows stand in an older order than the register's. */
export interface HeldPage extends RegisterPage {
  readonly order: "current" | "held";
}

/**
 * The rows that were shown, in the place where they stood, with the figures that arrived: nothing reorders under the
 * pointer. A risk that left this page keeps its last figures until the new order is shown.
 */
export function holdOrder(shown: HeldPage, arrived: HeldPage): HeldPage {
  if (shown.total !== arrived.total) return arrived;
  if (shown.items.every(({ id }, index) => id === arrived.items[index]?.id)) return arrived;
  const fresh = new Map(arrived.items.map((risk) => [risk.id, risk]));
  return { ...arrived, items: shown.items.map((risk) => fresh.get(risk.id) ?? risk), order: "held" };
}
