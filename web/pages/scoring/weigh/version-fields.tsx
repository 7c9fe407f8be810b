import { formatNumber } from "../../../../src/chart/series/format-number.ts";
import { DraftField } from "../../../shell/draft-field.tsx";
import { aggregateWords } from "./aggregate-words.ts";
import { withShares } from "./fresh-version.ts";
import { readWeights } from "./read-weights.ts";
import { labelOf, type VersionDraft, type WeighSheet } from "./weigh-draft.ts";

interface VersionFieldsProps {
  readonly sheet: WeighSheet;
  readonly version: VersionDraft;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  /** A study needs weights: the first version is not given up. */
  readonly isFirst: boolean;
  readonly onChange: (sheet: WeighSheet, field?: string) => void;
}

const aggregates = ["additive", "geometric", "worst-of"] as const;

/** A new version of the weights, until it is kept. */
export function VersionFields({ sheet, version, mistakes, closed, isFirst, onChange }: VersionFieldsProps) {
  const { dimensions } = sheet;
  const read = readWeights(version, dimensions);
  const write = (part: Partial<VersionDraft>, field: string) =>
    onChange({ ...sheet, version: { ...version, ...part } }, `version ${field}`);
  const fill = (shares: readonly number[]) =>
    onChange({ ...sheet, version: withShares(version, dimensions, shares, 1) });
  const typed = dimensions.map(({ key }) => Number(version.weights[key] ?? ""));
  const canScale = read.mistakes.size === 0 && read.sum > 0 && read.mistake !== null;
  return (
    <div className="version-fields">
      {dimensions.length === 0 ? (
        <p className="lede">There is no dimension to weigh yet: add one below, or take them from a study of pairs.</p>
      ) : (
        <ul className="weight-fields">
          {dimensions.map((dimension) => {
            const label = labelOf(dimension) || "not named";
            const mistake = read.mistakes.get(dimension.key);
            return (
              <li key={dimension.key}>
                <label htmlFor={`weight-${dimension.key}`}>{label}</label>
                <input
                  id={`weight-${dimension.key}`}
                  className="number-input"
                  inputMode="decimal"
                  maxLength={20}
                  value={version.weights[dimension.key] ?? ""}
                  disabled={closed !== null}
                  aria-invalid={mistake !== undefined}
                  aria-describedby="weights-sum"
                  onChange={({ target }) =>
                    write({ weights: { ...version.weights, [dimension.key]: target.value } }, `weight ${dimension.key}`)
                  }
                />
              </li>
            );
          })}
          <li className="weight-sum">
            <span>Sum</span>
            <b>{formatNumber(read.sum, 4)}</b>
          </li>
        </ul>
      )}
      <p id="weights-sum" className={read.mistake && dimensions.length > 0 ? "field-mistake" : "measure"} role="status">
        {dimensions.length === 0 ? "" : (read.mistake ?? "Points of a hundred, or shares of one")}
      </p>
      {closed === null && dimensions.length > 0 ? (
        <p className="actions">
          {canScale ? (
            <button type="button" className="text-button" onClick={() => fill(typed)}>
              Scale them to 100
            </button>
          ) : null}
          <button type="button" className="text-button" onClick={() => fill(dimensions.map(() => 1))}>
            All alike
          </button>
          {isFirst ? null : (
            <button type="button" className="text-button" onClick={() => onChange({ ...sheet, version: null })}>
              Give up the new version
            </button>
          )}
        </p>
      ) : null}
      <div className="version-about">
        <DraftField title="Version" mistake={mistakes.get("version")}>
          {(props) => (
            <input
              {...props}
              maxLength={200}
              value={version.version}
              disabled={closed !== null}
              onChange={({ target }) => write({ version: target.value }, "name")}
            />
          )}
        </DraftField>
        <DraftField title="Rule" hint={aggregateWords[version.aggregate].says}>
          {(props) => (
            <select
              {...props}
              value={version.aggregate}
              disabled={closed !== null}
              onChange={({ target }) => write({ aggregate: target.value as VersionDraft["aggregate"] }, "rule")}
            >
              {aggregates.map((each) => (
                <option key={each} value={each}>
                  {aggregateWords[each].title}
                </option>
              ))}
            </select>
          )}
        </DraftField>
        <DraftField title="Why these weights" className="is-wide">
          {(props) => (
            <textarea
              {...props}
              rows={2}
              maxLength={4000}
              value={version.reason}
              disabled={closed !== null}
              onChange={({ target }) => write({ reason: target.value }, "reason")}
            />
          )}
        </DraftField>
      </div>
    </div>
  );
}
