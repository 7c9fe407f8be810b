import type { WeighReport } from "../../contract/weigh-report.ts";
import { tenth } from "./fairness/axis-steps.ts";
import { formatNumber, formatPercent } from "./format-number.ts";
import { rankNameLines } from "./rank-name-lines.ts";
import type { RampStep } from "./risk-ramp.ts";
import { textWidth } from "./text-width.ts";

interface RankCell {
  readonly key: string;
  readonly x: number;
  /** Null for what happens in less than one of a hundred draws. */
  readonly step: RampStep | null;
  /** Empty where it has no room or is next to nothing. */
  readonly text: string;
}

interface RankRow {
  readonly id: string;
  /** In one line, or two. */
  readonly name: readonly string[];
  readonly top: number;
  readonly cells: readonly RankCell[];
}

export interface RankLayout {
  readonly width: number;
  readonly height: number;
  readonly cell: { readonly width: number; readonly height: number };
  readonly places: readonly { readonly x: number; readonly text: string }[];
  readonly rows: readonly RankRow[];
}

/** Shares from which a step of the ramp is taken; from the fourth on a place is more likely than not. */
const rankSteps = [0.01, 0.1, 0.25, 0.5, 0.75] as const;
const head = 22;
const rowHeight = 30;
const leastCell = 30;

/** How often each scenario takes each place: scenarios down in their order, places across; what has no room is "later". */
export function layoutRanks(
  scenarios: WeighReport["scenarios"],
  {
    names,
    width,
    most,
  }: { readonly names: ReadonlyMap<string, string>; readonly width: number; readonly most: number },
): RankLayout {
  const ranked = scenarios.filter(({ ranks }) => ranks !== null);
  const lines = ranked.slice(0, most);
  const labelRoom = Math.round(Math.min(260, width * 0.38));
  const room = Math.max(1, Math.floor((width - labelRoom) / leastCell));
  const places = Math.min(ranked.length, room, 12);
  const hasLater = places < ranked.length;
  const cellWidth = places === 0 ? 0 : tenth(Math.min(56, (width - labelRoom) / places));
  const at = (place: number) => tenth(labelRoom + place * cellWidth);
  return {
    width,
    height: head + lines.length * rowHeight,
    cell: { width: cellWidth, height: rowHeight },
    places: Array.from({ length: places }, (_, place) => ({
      x: tenth(at(place) + cellWidth / 2),
      text: hasLater && place === places - 1 ? `${formatNumber(place + 1)}+` : formatNumber(place + 1),
    })),
    rows: lines.map(({ id, ranks }, row) => ({
      id,
      name: rankNameLines(names.get(id) ?? id, labelRoom - 10, 12),
      top: head + row * rowHeight,
      cells: Array.from({ length: places }, (_, place) => {
        const isLater = hasLater && place === places - 1;
        const share = isLater ? ranks!.slice(place).reduce((sum, part) => sum + part, 0) : ranks![place]!;
        return {
          key: `${id} ${place}`,
          x: at(place),
          step: stepOf(share),
          text: shareText(share, cellWidth),
        };
      }),
    })),
  };
}

/** What has no room with its decimal is cut to whole percent, never rounded up to all. */
function shareText(share: number, room: number): string {
  if (share < 0.095) return "";
  const text = formatPercent(share);
  return textWidth(text, 11) <= room - 4 ? text : `${Math.floor(100 * share)}\u00a0%`;
}

function stepOf(share: number): RampStep | null {
  const step = rankSteps.filter((bound) => share >= bound).length;
  return step === 0 ? null : (step as RampStep);
}
