import { type FactorsFile, type FileFactor, factorsFile } from "../../contract/factors-file.ts";
import type { Finding, Path } from "../mistakes/finding.ts";
import { readDocument } from "../read-document.ts";

/** A risk's factors in a YAML or JSON file. @throws Failure with every mistake at its line */
export function readFactorsFile(bytes: Uint8Array, file: string): FactorsFile {
  return readDocument(factorsFile, bytes, file, factorsFindings);
}

/** What factors of the right shape have against each other. */
export function factorsFindings({ likelihood, impact }: FactorsFile): Finding[] {
  return [...factorFindings(likelihood, ["likelihood"]), ...factorFindings(impact, ["impact"])];
}

function factorFindings(factor: FileFactor, path: Path): Finding[] {
  if ("parts" in factor) {
    const ids = factor.parts.map(({ id }) => id);
    return factor.parts.flatMap((part, k) => [
      ...(ids.indexOf(part.id) < k
        ? [{ path: [...path, "parts", k, "id"], what: `factor "${part.id}" is there twice`, remedy: "rename one" }]
        : []),
      ...factorFindings(part, [...path, "parts", k]),
    ]);
  }
  if ("level" in factor)
    return factor.level <= factor.levels
      ? []
      : [
          {
            path: [...path, "level"],
            what: `level ${factor.level} is above ${factor.levels}`,
            remedy: `write 1 to ${factor.levels}`,
          },
        ];
  const findings: Finding[] = [];
  if ("events" in factor && factor.events > factor.of) {
    const remedy = "write how many there were, then of how many";
    findings.push({ path: [...path, "events"], what: `events ${factor.events} is more than of ${factor.of}`, remedy });
  }
  if (
    "value" in factor &&
    !((factor.low ?? factor.value) <= factor.value && factor.value <= (factor.high ?? factor.value))
  )
    findings.push({
      path: [...path, "value"],
      what: `value ${factor.value} is not between its ends`,
      remedy: "write low ≤ value ≤ high",
    });
  const { anchors = [] } = factor;
  const falls = anchors.findIndex(
    ([at, value], k) => k > 0 && !(at > anchors[k - 1]![0] && value >= anchors[k - 1]![1]),
  );
  if (falls > 0)
    findings.push({
      path: [...path, "anchors", falls],
      what: "anchor does not rise above the one before it",
      remedy: "write them from the least to the most",
    });
  else if (anchors.length > 0 && (anchors[0]![1] !== 0 || anchors.at(-1)![1] !== 1))
    findings.push({
      path: [...path, "anchors"],
      what: `anchors go from ${anchors[0]![1]} to ${anchors.at(-1)![1]}`,
      remedy: "give the least 0 and the most 1",
    });
  return findings;
}
