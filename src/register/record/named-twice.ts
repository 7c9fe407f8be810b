import type { Portfolio } from "../../contract/portfolio.ts";
import type { Finding, Path } from "../../portfolio/mistakes/finding.ts";

/** What a record may name once and names again: a control on one node of the tree, a common cause, a dependency, a model. */
export function namedTwice(portfolio: Portfolio): Finding[] {
  const ofSystems = (portfolio.systems ?? []).flatMap(({ dependsOn = [], models = [] }, index) => [
    ...again(dependsOn, (each) => `dependency "${each}"`, ["systems", index, "dependsOn"]),
    ...again(models, ({ id }) => `model "${id}"`, ["systems", index, "models"]),
  ]);
  const ofRisks = (portfolio.risks ?? []).flatMap(({ controls = [], scenario }, index) => [
    ...again(controls, ({ control, acts }) => `control "${control}" for ${acts}`, ["risks", index, "controls"]),
    ...again(scenario?.commonCauses ?? [], ({ cause }) => `common cause "${cause}"`, [
      ...["risks", index, "scenario", "commonCauses"],
    ]),
  ]);
  return [...ofSystems, ...ofRisks];
}

function again<T>(list: readonly T[], name: (each: T) => string, path: Path): Finding[] {
  const names = list.map(name);
  return names.flatMap((each, index) =>
    names.indexOf(each) < index
      ? [{ path: [...path, index], what: `${each} is there twice`, remedy: "remove one of them" }]
      : [],
  );
}
