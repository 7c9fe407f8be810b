import { limitStatus } from "../scoring/limit-status.ts";

export type IndicatorStatus = "ok" | "warning" | "breach" | "unknown";

/** How an indicator is judged. */
export interface IndicatorRule {
  readonly direction: "higher-is-worse" | "lower-is-worse";
  /** Where no line is drawn, the status is unknown. */
  readonly limit: { readonly appetite: number; readonly tolerance: number } | null;
  /** Silence longer than this is unknown. */
  readonly expectedEveryMs: number;
  /** How far past its line, on the good side, a value counts as better, and how many such readings in a row it takes. */
  readonly hysteresis: { readonly margin: number; readonly readings: number };
}

/** All that the next step depends on. */
export interface IndicatorState {
  readonly status: IndicatorStatus;
  /** The last status that was not unknown: what a better reading is held against. */
  readonly known: Exclude<IndicatorStatus, "unknown"> | null;
  readonly value: number | null;
  /** Since when the status holds, in milliseconds since 1970; null before anything was heard. */
  readonly since: number | null;
  readonly heardAt: number | null;
  /** Better readings in a row, and the worst status that any of them would have given. */
  readonly better: { readonly readings: number; readonly status: Exclude<IndicatorStatus, "unknown"> } | null;
}

/** A reading's value, or only the time. */
export type IndicatorEvent =
  | { readonly kind: "reading"; readonly at: number; readonly value: number }
  | { readonly kind: "clock"; readonly at: number };

/** A change of status. */
export interface IndicatorTransition {
  readonly from: IndicatorStatus;
  readonly to: IndicatorStatus;
  readonly at: number;
  /** worsened and eased: by a reading. fell-silent: by time alone. heard: after silence, or for the first time. */
  readonly effect: "worsened" | "eased" | "fell-silent" | "heard";
  /** Lower case, with the values. */
  readonly reason: string;
}

/** Before anything was heard. */
export const unheardIndicator: IndicatorState = {
  status: "unknown",
  known: null,
  value: null,
  since: null,
  heardAt: null,
  better: null,
};

/**
 * The next state of an indicator, and its transitions: none, one, or two where a reading ends a silence that nobody had
 * noticed.
 *
 * A reading that is worse counts at once; reaching a line crosses it (≥, or ≤ where lower is worse). A better one counts
 * when it lies past its line by the margin and so many have in a row, and then leads to the worst status among them.
 * Silence longer than expected is unknown from the moment at which a reading was due, and breaks the row; what was
 * known before it is what a reading after it is held against. Time never makes a status better.
 *
 * Events must come in the order of their times: an earlier one throws a RangeError.
 *
 * @example
 * indicatorStep(unheardIndicator, { kind: "reading", at: 0, value: 9 }, {
 *   direction: "higher-is-worse", limit: { appetite: 5, tolerance: 9 }, expectedEveryMs: 60000,
 *   hysteresis: { margin: 0, readings: 1 },
 * }).state.status // => "breach"
 */
export function indicatorStep(
  state: IndicatorState,
  event: IndicatorEvent,
  rule: IndicatorRule,
): { readonly state: IndicatorState; readonly transitions: readonly IndicatorTransition[] } {
  if (state.heardAt !== null && event.at < state.heardAt) {
    throw new RangeError(`event at ${event.at} comes before ${state.heardAt}; give events in the order of their times`);
  }
  const silent = afterSilence(state, event.at, rule);
  if (event.kind === "clock" || rule.limit === null) {
    if (event.kind === "clock") return silent;
    return { ...silent, state: { ...silent.state, value: event.value, heardAt: event.at } };
  }
  const read = afterReading(silent.state, event, { ...rule, limit: rule.limit });
  return { state: read.state, transitions: [...silent.transitions, ...read.transitions] };
}

function afterSilence(state: IndicatorState, at: number, { expectedEveryMs }: IndicatorRule) {
  const { status, heardAt } = state;
  if (heardAt === null || status === "unknown" || at <= heardAt + expectedEveryMs) return { state, transitions: [] };
  const due = heardAt + expectedEveryMs;
  const reason = `nothing was heard for longer than ${span(expectedEveryMs)}`;
  return {
    state: { ...state, status: "unknown" as const, since: due, better: null },
    transitions: [{ from: status, to: "unknown" as const, at: due, effect: "fell-silent" as const, reason }],
  };
}

type Known = Exclude<IndicatorStatus, "unknown">;
type Line = { readonly appetite: number; readonly tolerance: number };

function afterReading(
  state: IndicatorState,
  { at, value }: Extract<IndicatorEvent, { kind: "reading" }>,
  rule: IndicatorRule & { readonly limit: Line },
) {
  const { margin, readings: needed } = rule.hysteresis;
  const read = statusAt(value, rule);
  const { known } = state;
  let next = read;
  let better: IndicatorState["better"] = null;
  if (known !== null && rank(read) < rank(known)) {
    const worse = rule.direction === "higher-is-worse" ? value + margin : value - margin;
    const cleared = statusAt(worse, rule);
    next = known;
    if (rank(cleared) < rank(known)) {
      const row = { readings: (state.better?.readings ?? 0) + 1, status: worst(cleared, state.better?.status) };
      if (row.readings >= needed) next = row.status;
      else better = row;
    }
  }
  const isSame = next === state.status;
  const after = { status: next, known: next, value, since: isSame ? state.since : at, heardAt: at, better };
  if (isSame) return { state: after, transitions: [] };
  const effect = state.status === "unknown" ? "heard" : rank(next) > rank(state.status) ? "worsened" : "eased";
  return {
    state: after,
    transitions: [{ from: state.status, to: next, at, effect, reason: reasonOf(value, { next, read, rule }) } as const],
  };
}

/** Where lower is worse, what is compared changes its sign. */
function statusAt(value: number, { direction, limit }: { direction: IndicatorRule["direction"]; limit: Line }): Known {
  const { appetite, tolerance } = limit;
  const status =
    direction === "higher-is-worse"
      ? limitStatus(value, limit)
      : limitStatus(-value, { appetite: -appetite, tolerance: -tolerance });
  return status as Known;
}

const order: readonly Known[] = ["ok", "warning", "breach"];
const rank = (status: Known) => order.indexOf(status);
const worst = (a: Known, b: Known | undefined) => (b !== undefined && rank(b) > rank(a) ? b : a);

function reasonOf(
  value: number,
  { next, read, rule }: { next: Known; read: Known; rule: IndicatorRule & { readonly limit: Line } },
): string {
  const { appetite, tolerance } = rule.limit;
  if (next !== read)
    return `${number(value)} is not yet far enough, or not yet long enough, on the good side of its line`;
  if (read === "breach") return `${number(value)} has reached the tolerance of ${number(tolerance)}`;
  if (read === "warning") return `${number(value)} has reached the appetite of ${number(appetite)}`;
  return `${number(value)} is ${rule.direction === "higher-is-worse" ? "below" : "above"} the appetite of ${number(appetite)}`;
}

const number = (value: number) => String(Number(value.toPrecision(6)));

function span(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes % 1440 === 0) return minutes === 1440 ? "1 day" : `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "1 hour" : `${minutes / 60} hours`;
  return `${number(minutes)} minutes`;
}
