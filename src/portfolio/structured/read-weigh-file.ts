import { type WeighFile, type Weighting, weighFile } from "../../contract/weigh-file.ts";
import type { Finding, Path } from "../mistakes/finding.ts";
import { nearestName } from "../nearest-name.ts";
import { readDocument } from "../read-document.ts";
import { listFindings } from "./read-ahp-file.ts";

/** Rated scenarios and weights in a YAML or JSON file. @throws Failure with every mistake at its line */
export function readWeighFile(bytes: Uint8Array, file: string): WeighFile {
  return readDocument(weighFile, bytes, file, weighFindings);
}

/** What rated scenarios and weights of the right shape have against each other. */
export function weighFindings({ dimensions, weightings, scenarios, levels, score }: WeighFile): Finding[] {
  const names = dimensions.map(({ id }) => id);
  return [
    ...twice(names, "dimension", (k) => ["dimensions", k, "id"]),
    ...twice(
      weightings.map(({ version }) => version),
      "version",
      (k) => ["weightings", k, "version"],
    ),
    ...twice(
      scenarios.map(({ id }) => id),
      "scenario",
      (k) => ["scenarios", k, "id"],
    ),
    ...dimensions.flatMap(({ anchors }, k) => (anchors ? anchorFindings(anchors, ["dimensions", k, "anchors"]) : [])),
    ...weightings.flatMap((weighting, k) => weightingFindings(weighting, names, ["weightings", k])),
    ...scenarios.flatMap(({ ratings }, k) =>
      ratingFindings(ratings, { names, levels, score }, ["scenarios", k, "ratings"]),
    ),
  ];
}

function twice(names: readonly string[], noun: string, pathOf: (k: number) => Path): Finding[] {
  return names.flatMap((name, k) =>
    names.indexOf(name) < k
      ? [{ path: pathOf(k), what: `${noun} "${name}" is there twice`, remedy: "rename one" }]
      : [],
  );
}

function anchorFindings(anchors: readonly (readonly [number, number])[], path: Path): Finding[] {
  const falls = anchors.findIndex(
    ([raw, value], k) => k > 0 && !(raw > anchors[k - 1]![0] && value >= anchors[k - 1]![1]),
  );
  if (falls > 0)
    return [
      {
        path: [...path, falls],
        what: "anchor does not rise above the one before it",
        remedy: "write them from the least to the most",
      },
    ];
  if (anchors[0]![1] !== 0 || anchors.at(-1)![1] !== 1)
    return [
      {
        path,
        what: `anchors go from value ${anchors[0]![1]} to ${anchors.at(-1)![1]}`,
        remedy: "give the least the value 0, the most 1",
      },
    ];
  return [];
}

function weightingFindings(weighting: Weighting, names: readonly string[], path: Path): Finding[] {
  const given = (["weights", "stakeholders", "judgements"] as const).filter((key) => weighting[key] !== undefined);
  if (given.length !== 1) {
    const what = given.length === 0 ? "weighting has no weights" : `weighting has ${given.join(" and ")}`;
    return [{ path, what, remedy: "give weights, stakeholders or judgements, one of the three" }];
  }
  if (weighting.judgements) return listFindings(weighting.judgements, names, [...path, "judgements"]);
  if (weighting.weights) return weightFindings(weighting.weights, names, [...path, "weights"]);
  const stakeholders = weighting.stakeholders ?? [];
  return [
    ...twice(
      stakeholders.map(({ id }) => id),
      "stakeholder",
      (k) => [...path, "stakeholders", k, "id"],
    ),
    ...stakeholders.flatMap(({ weights }, k) =>
      weightFindings(weights, names, [...path, "stakeholders", k, "weights"]),
    ),
  ];
}

function weightFindings(
  weights: { readonly [dimension: string]: number },
  names: readonly string[],
  path: Path,
): Finding[] {
  const strange = unknownNames(Object.keys(weights), names, path);
  if (strange.length > 0) return strange;
  const missing = names.filter((name) => !Object.hasOwn(weights, name));
  if (missing.length > 0)
    return [
      {
        path,
        what: `weights leave out ${missing.join(", ")}`,
        remedy: "give each dimension a weight; 0 leaves one out of the score",
      },
    ];
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) < 1e-6 || Math.abs(sum - 100) < 1e-4) return [];
  return [{ path, what: `weights sum to ${Number(sum.toPrecision(6))}`, remedy: "make them sum to 1, or to 100" }];
}

function ratingFindings(
  ratings: WeighFile["scenarios"][number]["ratings"],
  { names, levels, score }: Pick<WeighFile, "levels" | "score"> & { readonly names: readonly string[] },
  path: Path,
): Finding[] {
  const most = score === "product" ? levels.likelihood * levels.impact : levels.likelihood + levels.impact;
  return [
    ...unknownNames(Object.keys(ratings), names, path),
    ...Object.entries(ratings).flatMap(([name, rating]): Finding[] => {
      const above = (key: "likelihood" | "impact", level: number): Finding[] =>
        level > levels[key]
          ? [
              {
                path: [...path, name, key],
                what: `${key} ${level} is above ${levels[key]}, the highest level`,
                remedy: `write 1 to ${levels[key]}`,
              },
            ]
          : [];
      if (typeof rating !== "number")
        return [...above("likelihood", rating.likelihood), ...above("impact", rating.impact)];
      return rating > levels.impact
        ? [
            {
              path: [...path, name],
              what: `level ${rating} is above ${levels.impact}, the highest level`,
              remedy: `write 1 to ${levels.impact}, or { likelihood, impact }; their ${score} goes to ${most}`,
            },
          ]
        : [];
    }),
  ];
}

function unknownNames(given: readonly string[], names: readonly string[], path: Path): Finding[] {
  return given.flatMap((name) => {
    if (names.includes(name)) return [];
    const near = nearestName(name, names);
    const remedy = near ? `write ${near}` : `write one of ${names.slice(0, 6).join(", ")}`;
    return [{ path: [...path, name], what: `"${name}" is no dimension`, remedy }];
  });
}
