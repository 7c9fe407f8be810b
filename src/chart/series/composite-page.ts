import type { WeighFile } from "../../contract/weigh-file.ts";
import type { WeighReport } from "../../contract/weigh-report.ts";
import { compositeScoreText } from "./composite-score-text.ts";
import { formatPercent, plural } from "./format-number.ts";

type Line = WeighReport["scenarios"][number];

/** What to test before launch, for the product team, on one page. */
export interface CompositePage {
  readonly title: string;
  readonly headline: string;
  readonly tests: readonly CompositeTest[];
  /** What else keeps the gate open and has no room; null where all is above. */
  readonly others: string | null;
  readonly foot: string;
}

interface CompositeTest {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  /** Its score, what makes it, and how sure its place is. */
  readonly why: string;
  readonly test: string;
  readonly owner: string;
}

const mostTests = 7;
/** Of what has no room beside them so many are named, so that the page stays one. */
const mostOthers = 6;

/** The page "Test this first": the worst of what keeps the gate open, or of all where there is no gate. */
export function compositePage(report: WeighReport, file: WeighFile): CompositePage {
  const { gate, weighting } = report;
  const byId = new Map(file.scenarios.map((one) => [one.id, one]));
  const names = new Map(file.dimensions.map(({ id, name }) => [id, name ?? id]));
  const nameOf = (id: string) => byId.get(id)?.name ?? id;
  const open = new Set(gate?.open ?? report.scenarios.map(({ id }) => id));
  const lines = report.scenarios.filter(({ id }) => open.has(id));
  const rest = lines.slice(mostTests);
  return {
    title: `Test this first${file.title === undefined ? "" : `: ${file.title}`}`,
    headline: compositeHeadline(report),
    tests: lines.slice(0, mostTests).map((line) => {
      const scenario = byId.get(line.id)!;
      return {
        id: line.id,
        name: nameOf(line.id),
        description: scenario.description ?? null,
        why: whyOf(line, names),
        test: scenario.test ?? "nobody has said how; agree on a test",
        owner: scenario.owner ?? "nobody",
      };
    }),
    others: gate === null || rest.length === 0 ? null : othersOf(rest.map(({ id }) => nameOf(id))),
    foot: `Weights ${weighting.version}, ${weighting.aggregate}; seed ${report.seed}. Scores order scenarios; they are not probabilities and not money.`,
  };
}

/** "After these: Spam gets through, Appeals wait and 12 more." */
function othersOf(names: readonly string[]): string {
  const left = names.length - mostOthers;
  const named = names.slice(0, mostOthers).join(", ");
  return `After these: ${named}${left > 0 ? ` and ${left} more` : ""}.`;
}

/** Whether the gate stands open, and for how many; without a gate how many there are. */
export function compositeHeadline({ gate, scenarios }: Pick<WeighReport, "gate" | "scenarios">): string {
  if (gate === null) return `${scenarios.length} ${plural("scenario", scenarios.length)}, worst first.`;
  return gate.open.length === 0
    ? `The gate at ${gate.score} is closed: whatever may reach it was tested.`
    : `The gate at ${gate.score} is open: ${gate.open.length} of ${scenarios.length} ${plural("scenario", scenarios.length)} may reach it and ${gate.open.length === 1 ? "is" : "are"} untested.`;
}

function whyOf(line: Line, names: ReadonlyMap<string, string>): string {
  const range = `${compositeScoreText(line.low)} to ${compositeScoreText(line.high)}`;
  if (line.score === null || line.ranks === null) {
    const missing = line.unrated.map((id) => names.get(id) ?? id).join(", ");
    return `No score: nobody has rated ${missing}. It may be as high as ${compositeScoreText(line.high)}.`;
  }
  const mostly = largestContributions(line)
    .slice(0, 2)
    .map((id) => names.get(id) ?? id);
  const firstThree = line.ranks.slice(0, 3).reduce((sum, share) => sum + share, 0);
  return (
    `Score ${compositeScoreText(line.score)} (90 %: ${range})${mostly.length === 0 ? "" : `, mostly ${mostly.join(" and ")}`}. ` +
    `Among the first three in ${formatPercent(Math.min(1, firstThree))} of the ways it could be weighed and rated.`
  );
}

/** Dimensions that bring something, the most first. */
export function largestContributions({ contributions }: Pick<Line, "contributions">): string[] {
  return contributions
    .filter(({ contribution }) => (contribution ?? 0) > 0)
    .toSorted((a, b) => b.contribution! - a.contribution!)
    .map(({ dimension }) => dimension);
}
