import { formatCount, plural } from "../../../../src/chart/series/format-number.ts";
import type { SettingsPlan } from "../../../../src/contract/settings-plan.ts";
import type { Scale } from "../../../../src/engine/scoring/scale.ts";
import { ShowMore, useShownRows } from "../../../figure/show-more.tsx";
import { PageLink } from "../../../shell/page-link.tsx";

interface ScenariosBlockProps {
  readonly disagreements: SettingsPlan["disagreements"];
  readonly scale: Scale;
}

const atOnce = 8;

/** Risks whose scenario puts them into another band than their rating does. */
export function ScenariosBlock({ disagreements, scale }: ScenariosBlockProps) {
  const { shown, more } = useShownRows(disagreements.length, atOnce);
  const placeOf = ({ likelihood, impact }: { readonly likelihood: number; readonly impact: number }) =>
    `${scale.likelihood[likelihood - 1]?.name ?? likelihood}, ${scale.impact[impact - 1]?.name ?? impact}`;
  return (
    <section className="block" aria-labelledby="scenarios-head">
      <header>
        <div>
          <h2 className="finding" id="scenarios-head">
            {disagreementHeadline(disagreements.length)}
          </h2>
          <p className="measure">Risks with a rating and a scenario, inherent, in other bands</p>
        </div>
      </header>
      <ul className="disagreements">
        {disagreements.slice(0, shown).map(({ risk, name, rated, byScenario }) => (
          <li key={risk}>
            <PageLink className="name-link" to={`/risks/${risk}`}>
              {name}
            </PageLink>
            : rated {rated.band} ({placeOf(rated)}), by its scenario {byScenario.band} ({placeOf(byScenario)}).
          </li>
        ))}
      </ul>
      <ShowMore shown={shown} total={disagreements.length} atOnce={atOnce} of="risks" more={more} />
    </section>
  );
}

function disagreementHeadline(count: number): string {
  if (count === 0) return "No scenario disagrees with its rating.";
  const risks = `${formatCount(count, "start")} ${plural("scenario", count)}`;
  return count === 1 ? `${risks} disagrees with its rating.` : `${risks} disagree with their ratings.`;
}
