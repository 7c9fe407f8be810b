import type { AuditFigure, AuditReport } from "../../../contract/audit-report.ts";
import { formatNumber } from "../format-number.ts";
import { textWidth } from "../text-width.ts";
import { tenth } from "./axis-steps.ts";
import { cutText } from "./cut-text.ts";
import { formatInterval, formatShare } from "./format-rate.ts";
import { groupLabel } from "./group-words.ts";

/** How far the people of a group came. */
export interface FunnelGroup {
  readonly key: string;
  readonly label: string;
  /** How many reached each stage, the first being all. */
  readonly reached: readonly number[];
  /** Of each step, the share of those before it who passed; one fewer than the stages. */
  readonly passed: readonly AuditFigure[];
}

/** Stages and groups of a report's funnel; its last step is the whole way where there are several. */
export function funnelOf({ steps }: Pick<AuditReport["funnel"][number], "steps">): {
  readonly stages: readonly string[];
  readonly groups: readonly FunnelGroup[];
} {
  const single = steps.length > 1 ? steps.slice(0, -1) : steps;
  const [first] = single;
  if (first === undefined) return { stages: [], groups: [] };
  return {
    stages: [first.from, ...single.map(({ to }) => to)],
    groups: first.groups.map(({ group, entered }, g) => ({
      key: JSON.stringify(group),
      label: groupLabel(group),
      reached: [entered, ...single.map(({ groups }) => groups[g]!.passed)],
      passed: single.map(({ groups }) => groups[g]!.rate),
    })),
  };
}

export interface FunnelLayout {
  readonly width: number;
  readonly height: number;
  readonly stages: readonly { readonly x: number; readonly label: string }[];
  readonly groups: readonly {
    readonly key: string;
    readonly label: string;
    readonly title: string | null;
    readonly y: number;
    readonly bars: readonly {
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Of a hundred at the start. */
      readonly text: string;
      /** The step's own rate with its interval; null for the first stage. */
      readonly step: string | null;
      /** From the end of the bar before to this one. */
      readonly fall: string | null;
      readonly isUnknown: boolean;
    }[];
  }[];
}

const head = 22;
const rowHeight = 58;
const barHeight = 14;

/** A row a group, a column a stage: the bar is how many of a hundred came so far, under it the step's own rate. */
export function layoutFunnel(
  groups: readonly FunnelGroup[],
  { stages, width }: { readonly stages: readonly string[]; readonly width: number },
): FunnelLayout {
  const isNarrow = width < 600;
  const longest = Math.max(40, ...groups.map(({ label }) => textWidth(label, 12)));
  const nameWidth = isNarrow ? 0 : Math.min(longest + 20, width * 0.25);
  const column = (width - nameWidth) / Math.max(1, stages.length);
  const most = column - 14;
  const x = (stage: number) => tenth(nameWidth + stage * column);
  const height = rowHeight + (isNarrow ? 18 : 0);
  return {
    width,
    height: head + groups.length * height,
    stages: stages.map((label, k) => ({ x: x(k), label: cutText(label, most, 11) })),
    groups: groups.map(({ key, label, reached, passed }, g) => {
      const top = head + g * height;
      const shown = cutText(label, isNarrow ? width : nameWidth - 12, 12);
      const y = top + (isNarrow ? 24 : 8);
      const start = reached[0] ?? 0;
      const widthAt = (stage: number) => (start > 0 ? tenth((most * (reached[stage] ?? 0)) / start) : 0);
      return {
        key,
        label: shown,
        title: shown === label ? null : label,
        y: isNarrow ? top + 14 : y + 11,
        bars: stages.map((_, stage) => {
          const share = start > 0 ? (reached[stage] ?? 0) / start : 0;
          const step = stage === 0 ? null : passed[stage - 1]!;
          const before = stage === 0 ? 0 : widthAt(stage - 1);
          return {
            x: x(stage),
            y,
            width: start > 0 ? widthAt(stage) : tenth(most),
            height: barHeight,
            text: start > 0 ? `${formatNumber(share * 100, share < 0.1 ? 1 : 0)} of 100` : "nobody",
            step: step === null ? null : stepWords(step, most),
            fall:
              step === null || start === 0 ? null : `M${tenth(x(stage - 1) + before)} ${y + barHeight / 2}H${x(stage)}`,
            isUnknown: start === 0,
          };
        }),
      };
    }),
  };
}

/** As much of it as the column has room for. */
function stepWords(step: AuditFigure, room: number): string {
  if (step.estimate === null) return "no rate";
  const rate = `${formatShare(step.estimate)} %`;
  const whole = `${rate} went on (${formatInterval(step, formatShare)})`;
  return textWidth(whole, 11) <= room ? whole : `${rate} went on`;
}
