import type { Workshop } from "../../contract/workshop.ts";

export type WorkshopState = Workshop["state"];
/** vote: blind; revise: seeing all; drop: end it without an outcome. */
export type WorkshopAct = "vote" | "reveal" | "revise" | "close" | "drop";

const after: { readonly [S in WorkshopState]: { readonly [A in WorkshopAct]?: WorkshopState } } = {
  open: { vote: "open", reveal: "revealed", drop: "open" },
  revealed: { revise: "revealed", close: "closed", drop: "revealed" },
  closed: {},
};

/** The state that a workshop is in after an act; null where the act has no place in its state. */
export function stateAfter(state: WorkshopState, act: WorkshopAct): WorkshopState | null {
  return after[state][act] ?? null;
}
