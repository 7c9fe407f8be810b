/** When a figure was computed, and the moment that was asked for; null is now. */
export interface FigureTime {
  readonly computedAt: Date;
  readonly asOf: Date | null;
}
