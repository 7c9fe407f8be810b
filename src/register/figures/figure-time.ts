import type { RegisterFigures } from "./register-figures.ts";

/** When a figure was computed, and the moment that was asked for; null is now. */
export interface FigureTime {
  readonly computedAt: Date;
  readonly asOf: Date | null;
}

/** How an answer begins: what made its figures, which revision of the register they are of, and for when. */
export function figureStamp<Method>(
  method: Method,
  { state }: Pick<RegisterFigures, "state">,
  { computedAt, asOf }: FigureTime,
): { method: Method; revision: number; asOf: string | null; computedAt: string } {
  return {
    method,
    revision: state.revision,
    asOf: asOf?.toISOString() ?? null,
    computedAt: computedAt.toISOString(),
  };
}
