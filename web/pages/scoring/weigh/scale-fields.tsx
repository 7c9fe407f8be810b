import { formatNumber, formatPercent } from "../../../../src/chart/series/format-number.ts";
import type { WeighFile } from "../../../../src/contract/weigh-file.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import type { WeighSheet } from "./weigh-draft.ts";

interface ScaleFieldsProps {
  readonly sheet: WeighSheet;
  readonly wobble: WeighFile["wobble"];
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  readonly onChange: (sheet: WeighSheet, field?: string) => void;
}

const levels = [2, 3, 4, 5, 6, 7, 8, 9, 10];

/** From which score on a scenario is to be tested, and how far the levels go. */
export function ScaleFields({ sheet, wobble, mistakes, closed, onChange }: ScaleFieldsProps) {
  return (
    <section className="block" aria-labelledby="scale-title">
      <header>
        <div>
          <h2 className="finding" id="scale-title">
            Gate and levels
          </h2>
        </div>
      </header>
      <div className="scale-fields">
        <DraftField
          title="Gate"
          hint="What may reach this score is tested before launch"
          mistake={mistakes.get("gate")}
        >
          {(props) => (
            <input
              {...props}
              inputMode="decimal"
              maxLength={20}
              value={sheet.gate}
              placeholder="none"
              disabled={closed !== null}
              onChange={({ target }) => onChange({ ...sheet, gate: target.value }, "gate")}
            />
          )}
        </DraftField>
        {(["likelihood", "impact"] as const).map((axis) => (
          <DraftField key={axis} title={`Levels of ${axis}`}>
            {(props) => (
              <select
                {...props}
                value={sheet.levels[axis]}
                disabled={closed !== null}
                onChange={({ target }) =>
                  onChange({ ...sheet, levels: { ...sheet.levels, [axis]: Number(target.value) } })
                }
              >
                {levels.map((level) => (
                  <option key={level} value={level}>
                    1 to {level}
                  </option>
                ))}
              </select>
            )}
          </DraftField>
        ))}
      </div>
      <p className="measure">
        Intervals let weights vary as Dirichlet({formatNumber(wobble.concentration, 1)}·w), and put each level one too
        high in {formatPercent(wobble.rating)} of the draws and one too low in as many
      </p>
    </section>
  );
}
