import { MarkSign } from "../../../../src/chart/draw/mark-shape.tsx";
import { formatNumber, formatQuantity } from "../../../../src/chart/series/format-number.ts";
import type { ItemDraft } from "./ahp-draft.ts";
import type { PairFigures } from "./use-pair-figures.ts";

interface ConsistencyBlockProps {
  readonly things: readonly ItemDraft[];
  readonly consistency: PairFigures["consistency"];
  /** Pairs that nobody compared. */
  readonly missing: number;
  readonly closed: string | null;
  /** Of one of several people with pairs missing the ratio stands beside their name. */
  readonly state: "computed" | "not-computed";
  readonly onMend: (left: number, right: number, ratio: number) => void;
}

/** Below it nothing is worth mending. */
const noticeable = 0.001;

/** Whether the judgements contradict one another: their ratio against its limit, and where it is worst. */
export function ConsistencyBlock({ things, consistency, missing, closed, state, onMend }: ConsistencyBlockProps) {
  const nameOf = (key: string) => things.find((item) => String(item.key) === key)?.name || key;
  const pairs = missing === 1 ? "1 pair is" : `${formatNumber(missing)} pairs are`;
  const triad = consistency?.worstTriad;
  return (
    <section
      className="block consistency"
      aria-labelledby="consistency-finding"
      aria-busy={consistency === null && state === "computed"}
    >
      <header>
        <div>
          <h2 className="finding" id="consistency-finding">
            {consistency === null ? "Whether the judgements agree" : consistencyFinding(consistency)}
          </h2>
          <p className="measure">
            Contradiction among the judgements ÷ that of random ones (Alonso-Lamata)
            {missing > 0 ? `; ${pairs} not compared and follow from the others` : ""}
          </p>
        </div>
      </header>
      {consistency === null ? null : <ConsistencyScale {...consistency} />}
      {triad && consistency.consistencyRatio > noticeable ? (
        <div className="triad">
          <p className="quotable">
            {triad.items.map(nameOf).join(", ")} contradict one another most: {nameOf(triad.mend.left)} against{" "}
            {nameOf(triad.mend.right)} is {times(triad.mend.from)}, the others imply {times(triad.mend.to)}.
          </p>
          {closed === null ? (
            <button
              type="button"
              className="button"
              onClick={() =>
                onMend(Number(triad.mend.left), Number(triad.mend.right), Number(triad.mend.to.toPrecision(3)))
              }
            >
              Mend it
            </button>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

type Ratio = Pick<NonNullable<PairFigures["consistency"]>, "consistencyRatio" | "consistencyLimit">;

/** Reaching the limit crosses it. */
function consistencyFinding({ consistencyRatio, consistencyLimit }: Ratio): string {
  const ratio = formatNumber(consistencyRatio, 3);
  const limit = formatNumber(consistencyLimit, 2);
  return consistencyRatio < consistencyLimit
    ? `The judgements contradict one another little: ${ratio}, below the limit of ${limit}`
    : `The judgements contradict one another: ${ratio}, over the limit of ${limit}`;
}

function ConsistencyScale({ consistencyRatio, consistencyLimit }: Ratio) {
  const end = Math.max(2 * consistencyLimit, 1.15 * consistencyRatio);
  const at = (value: number) => `${(100 * value) / end}%`;
  const isOver = consistencyRatio >= consistencyLimit;
  const word = isOver ? "over the limit" : "below the limit";
  return (
    <figure
      className="consistency-scale"
      role="img"
      aria-label={`Consistency ratio ${formatNumber(consistencyRatio, 3)}, ${word} of ${formatNumber(consistencyLimit, 2)}`}
    >
      <span className="scale-over" style={{ left: at(consistencyLimit) }} />
      <span className="scale-axis" />
      <span className="scale-line" style={{ left: at(consistencyLimit) }}>
        <svg width="12" height="44" viewBox="0 0 12 44" aria-hidden="true">
          <circle cx="6" cy="22" r="4.5" />
          <path d="M6 0v44" />
        </svg>
      </span>
      <span className="scale-mark" style={{ left: at(consistencyRatio) }}>
        <MarkSign kind={isOver ? "breach" : "ok"} />
      </span>
      <span className="scale-word" style={{ left: at(consistencyLimit) }}>
        limit {formatNumber(consistencyLimit, 2)}
      </span>
    </figure>
  );
}

function times(ratio: number): string {
  return ratio >= 1 ? formatQuantity(ratio) : `1/${formatQuantity(1 / ratio)}`;
}
