import { formatDate } from "../../../../src/chart/series/format-date.ts";
import { formatNumber, formatPercent, plural } from "../../../../src/chart/series/format-number.ts";
import type { Weighting } from "../../../../src/contract/weigh-file.ts";
import type { WeighReport } from "../../../../src/contract/weigh-report.ts";
import { useToday } from "../../../shell/use-today.ts";
import { weightsHeadline } from "../study-headline.ts";
import { aggregateWords } from "./aggregate-words.ts";
import { TakePairs } from "./take-pairs-choice.tsx";
import { VersionFields } from "./version-fields.tsx";
import { labelOf, type WeighSheet } from "./weigh-draft.ts";

interface WeightsBlockProps {
  readonly sheet: WeighSheet;
  readonly kept: readonly Weighting[];
  /** The version that the figures use; "typed" for the one that is not kept yet. */
  readonly chosen: Weighting | "typed" | null;
  /** Weights of the chosen version, in the order of the dimensions; null while they cannot be used. */
  readonly weights: readonly number[] | null;
  readonly agreement: WeighReport["agreement"];
  readonly mistakes: ReadonlyMap<string, string>;
  readonly closed: string | null;
  readonly onChoose: (version: string | "typed") => void;
  readonly onChange: (sheet: WeighSheet, field?: string) => void;
  /** Begins a new version with the weights that are shown. */
  readonly onBegin: () => void;
}

/** How much each dimension weighs, by version: what is kept is read, what is new is typed. */
export function WeightsBlock(props: WeightsBlockProps) {
  const { sheet, kept, chosen, weights, agreement, mistakes, closed, onChoose, onChange, onBegin } = props;
  const named = sheet.dimensions.map((dimension, at) => ({
    id: labelOf(dimension) || "not named",
    weight: weights?.[at] ?? 0,
  }));
  return (
    <section className="block weights-block" aria-labelledby="weights-finding">
      <header>
        <div>
          <h2 className="finding" id="weights-finding">
            {weights && sheet.dimensions.length > 0 ? weightsHeadline(named, null) : "What each dimension weighs"}
          </h2>
        </div>
        {kept.length > 0 ? (
          <div className="scope-field">
            <label htmlFor="weights-version">Weights</label>
            <select
              id="weights-version"
              value={chosen === "typed" ? "typed" : `kept ${chosen?.version ?? ""}`}
              onChange={({ target }) =>
                onChoose(target.value === "typed" ? "typed" : target.value.slice("kept ".length))
              }
            >
              {sheet.version ? <option value="typed">{sheet.version.version || "new"}, not kept yet</option> : null}
              {kept.toReversed().map(({ version }, at) => (
                <option key={version} value={`kept ${version}`}>
                  {version}
                  {at === 0 ? ", the last" : ""}
                </option>
              ))}
            </select>
          </div>
        ) : null}
      </header>
      {chosen === "typed" && sheet.version ? (
        <VersionFields
          sheet={sheet}
          version={sheet.version}
          mistakes={mistakes}
          closed={closed}
          isFirst={kept.length === 0}
          onChange={onChange}
        />
      ) : chosen !== null && chosen !== "typed" ? (
        <KeptVersion weighting={chosen} named={named} agreement={agreement} />
      ) : null}
      {closed === null ? (
        <div className="actions weights-tools">
          {kept.length > 0 && sheet.version === null ? (
            <button type="button" className="button" onClick={onBegin}>
              New version
            </button>
          ) : null}
          <TakePairs sheet={sheet} kept={kept} onChange={onChange} onTaken={() => onChoose("typed")} />
        </div>
      ) : null}
    </section>
  );
}

interface KeptVersionProps {
  readonly weighting: Weighting;
  readonly named: readonly { readonly id: string; readonly weight: number }[];
  readonly agreement: WeighReport["agreement"];
}

function KeptVersion({ weighting, named, agreement }: KeptVersionProps) {
  const { on: today } = useToday();
  const { on, by, reason, aggregate, stakeholders, judgements } = weighting;
  const most = Math.max(...named.map(({ weight }) => weight));
  return (
    <>
      <p className="measure">
        {on === undefined ? "" : `${formatDate(on, today)}`}
        {by === undefined ? "" : `${on === undefined ? "" : ", "}${by}`}
        {on === undefined && by === undefined ? "" : ". "}
        {reason ?? "No reason is written."}
      </p>
      <table className="figures weight-table">
        <caption className="visually-hidden">Weights of version {weighting.version}</caption>
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col">
              <span className="visually-hidden">Weight as a bar</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {named.map(({ id, weight }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the dimensions keep their order
            <tr key={at}>
              <th scope="row">{id}</th>
              <td className="number">{formatPercent(weight)}</td>
              <td className="weight-bar">
                <span style={{ width: `${most > 0 ? (100 * weight) / most : 0}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="measure">
        {aggregateWords[aggregate].title}: {aggregateWords[aggregate].says}.{" "}
        {judgements ? "Weights follow from pairwise judgements of the dimensions. " : ""}
        {stakeholders
          ? `Mean of what ${formatNumber(stakeholders.length)} ${plural("stakeholder", stakeholders.length)} gave${
              agreement ? `; they agree to ${formatNumber(agreement.kendallW, 2)} of 1 (Kendall’s W)` : ""
            }. `
          : ""}
        A kept version is read only, so that its scores can be made again.
      </p>
    </>
  );
}
