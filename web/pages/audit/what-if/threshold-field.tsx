import { useId, useState } from "react";
import { thresholdText } from "../../../../src/chart/series/fairness/threshold-sentences.ts";
import { readThreshold } from "./tried-thresholds.ts";

interface ThresholdFieldProps {
  /** Whose threshold it is, such as "women". */
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A threshold to be typed: what is no number from 0 to 1 changes nothing, and says so. */
export function ThresholdField({ label, value, onChange }: ThresholdFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const mistake = useId();
  const isWrong = typed !== null && readThreshold(typed) === null;
  return (
    <span className="threshold-field">
      <input
        className="number-input"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={`Threshold of ${label}`}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? mistake : undefined}
        value={typed ?? thresholdText(value)}
        onChange={({ target }) => {
          setTyped(target.value);
          const read = readThreshold(target.value);
          if (read !== null) onChange(read);
        }}
        onBlur={() => setTyped(null)}
      />
      {isWrong ? (
        <small id={mistake} role="alert">
          write a number from 0 to 1, or none
        </small>
      ) : null}
    </span>
  );
}
