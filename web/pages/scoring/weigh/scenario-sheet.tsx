import { formatNumber, plural } from "../../../../src/chart/series/format-number.ts";
import type { ScoredScenario } from "../../../../src/contract/structured/score-scenarios.ts";
import type { GridPlace } from "../../register/grid-move.ts";
import { ScenarioGrid } from "./scenario-grid.tsx";
import { type WeighSheet, withNewScenario } from "./weigh-draft.ts";

interface ScenarioSheetProps {
  readonly sheet: WeighSheet;
  readonly scored: ReadonlyMap<number, ScoredScenario>;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly place: GridPlace;
  readonly closed: string | null;
  readonly onPlace: (place: GridPlace) => void;
  readonly onChange: (sheet: WeighSheet) => void;
  readonly onUndo: () => void;
}

/** The sheet of ratings, with how much of it is rated and what can be done to its rows. */
export function ScenarioSheet(props: ScenarioSheetProps) {
  const { sheet, scored, closed, onPlace, onChange } = props;
  const { scenarios, dimensions, levels } = sheet;
  return (
    <section className="block sheet-block" aria-labelledby="ratings-finding">
      <header>
        <div>
          <h2 className="finding" id="ratings-finding">
            {ratedWords(sheet)}
          </h2>
          <p className="measure">
            Likelihood × impact: 3x4, or {levels.likelihood <= 9 && levels.impact <= 9 ? "34 for short, or " : ""}one
            level by itself; likelihood 1 to {levels.likelihood}, impact 1 to {levels.impact}
          </p>
        </div>
      </header>
      <ScenarioGrid {...props} />
      {closed === null ? (
        <p className="actions sheet-tools">
          <button
            type="button"
            className="button"
            disabled={scenarios.length >= 1000}
            onClick={() => {
              onChange(withNewScenario(sheet));
              onPlace({ row: scenarios.length, column: 0 });
            }}
          >
            Add a scenario
          </button>
          <button
            type="button"
            className="button"
            disabled={scenarios.length < 2 || scored.size === 0}
            onClick={() => onChange(inOrderOfRank(sheet, scored))}
          >
            Put in order of rank
          </button>
          {dimensions.length === 0 ? <small className="hush">Ratings need a dimension: add one beside.</small> : null}
        </p>
      ) : null}
    </section>
  );
}

function ratedWords({ scenarios, dimensions }: WeighSheet): string {
  if (scenarios.length === 0) return "Ratings";
  const rated = scenarios.filter(({ ratings }) => dimensions.every(({ key }) => (ratings[key] ?? "") !== "")).length;
  const total = `${formatNumber(scenarios.length)} ${plural("scenario", scenarios.length)}`;
  if (dimensions.length === 0) return `${total}, no dimension yet`;
  return rated === scenarios.length
    ? `${total}, rated on every dimension`
    : `${formatNumber(rated)} of ${total} rated on every dimension`;
}

/** What has no score comes last. */
function inOrderOfRank(sheet: WeighSheet, scored: ReadonlyMap<number, ScoredScenario>): WeighSheet {
  const rankOf = ({ key }: { readonly key: number }) => scored.get(key)?.rank ?? sheet.scenarios.length + 1;
  return { ...sheet, scenarios: sheet.scenarios.toSorted((a, b) => rankOf(a) - rankOf(b)) };
}
