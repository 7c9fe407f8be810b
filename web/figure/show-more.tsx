import { useState } from "react";
import { formatNumber } from "../../src/chart/series/format-number.ts";

/** How many of many rows are drawn: so many at first, and as many again each time more are asked for. */
export function useShownRows(total: number, atOnce: number): { readonly shown: number; readonly more: () => void } {
  const [limit, setLimit] = useState(atOnce);
  return { shown: Math.min(limit, total), more: () => setLimit(limit + atOnce) };
}

interface ShowMoreProps {
  readonly shown: number;
  readonly total: number;
  readonly atOnce: number;
  /** What the rows are, such as “systems”. */
  readonly of: string;
  readonly more: () => void;
}

/** The button under a table whose rows are not all drawn: it says how many are left. */
export function ShowMore({ shown, total, atOnce, of, more }: ShowMoreProps) {
  const left = total - shown;
  if (left <= 0) return null;
  return (
    <p className="show-more">
      <button type="button" className="text-button" onClick={more}>
        Show {formatNumber(Math.min(atOnce, left))} more; {formatNumber(shown)} of {formatNumber(total)} {of} shown
      </button>
    </p>
  );
}
