import { formatQuantity } from "../../../../src/chart/series/format-number.ts";
import { type Pair, pairWords, ratioAt, scaleEnd, stepOf } from "./pair-words.ts";

interface PairSliderProps {
  readonly pair: Pair;
  readonly closed: string | null;
  /** With null the judgement is taken away. */
  readonly onJudge: (ratio: number | string | null) => void;
}

/** One pair on Saaty's scale: towards an item is in its favour, the middle is alike. */
export function PairSlider({ pair, closed, onJudge }: PairSliderProps) {
  const { left, right, ratio } = pair;
  const [first, second] = [left.name || "the unnamed item", right.name || "the unnamed item"];
  return (
    <li className="pair" data-judged={ratio === null ? "not-yet" : "judged"}>
      <span className="pair-left">{first}</span>
      <input
        type="range"
        min={-scaleEnd}
        max={scaleEnd}
        step={1}
        value={ratio === null ? 0 : stepOf(ratio)}
        disabled={closed !== null}
        aria-label={`${first} against ${second}`}
        aria-valuetext={pairWords(pair)}
        onChange={({ target }) => onJudge(ratioAt(Number(target.value)))}
      />
      <span className="pair-right">{second}</span>
      <span className="pair-ratio">{ratio === null ? "not compared" : timesWords(ratio)}</span>
      {closed === null ? (
        <button
          type="button"
          className="text-button"
          aria-label={ratio === null ? `${first} and ${second} weigh alike` : `Clear ${first} against ${second}`}
          onClick={() => onJudge(ratio === null ? 1 : null)}
        >
          {ratio === null ? "Alike" : "Clear"}
        </button>
      ) : null}
    </li>
  );
}

/** "5 ×", of whichever outweighs. */
function timesWords(ratio: number): string {
  if (ratio === 1) return "alike";
  return `${formatQuantity(ratio > 1 ? ratio : 1 / ratio)} ×`;
}
