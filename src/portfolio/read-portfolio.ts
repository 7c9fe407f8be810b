import { Failure, type Mistake } from "../contract/failure.ts";
import { type Portfolio, portfolio as portfolioSchema } from "../contract/portfolio.ts";
import { decodeText } from "./decode-text.ts";
import { commonCauseFindings } from "./mistakes/common-causes.ts";
import { currencyFindings } from "./mistakes/currency.ts";
import { draftOf } from "./mistakes/draft.ts";
import { effectivenessFindings } from "./mistakes/effectiveness.ts";
import { estimateRefusals } from "./mistakes/estimate-refusals.ts";
import { shown } from "./mistakes/finding.ts";
import { identityFindings } from "./mistakes/identity.ts";
import { levelsOutsideScale } from "./mistakes/levels.ts";
import { placed } from "./mistakes/placed.ts";
import { danglingReferences } from "./mistakes/references.ts";
import { scaleFindings } from "./mistakes/scale.ts";
import { structureFindings } from "./mistakes/structure.ts";
import { timeZoneFindings } from "./mistakes/time-zone.ts";
import { turnoverFindings } from "./mistakes/turnover.ts";
import { warningFindings } from "./mistakes/warnings.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Positions } from "./positions.ts";

/** A portfolio without mistakes. */
export interface ReadPortfolio {
  readonly portfolio: Portfolio;
  readonly positions: Positions;
  /** What it probably does not mean; each in the shape of a mistake. */
  readonly warnings: readonly Mistake[];
}

/**
 * Reads a portfolio file: every mistake at once, in the order of the file, or the portfolio.
 *
 * Never throws for anything in the bytes. A file that is no YAML has only the mistakes of its syntax.
 */
export function readPortfolio(
  bytes: Uint8Array,
  fileName: string,
): ReadPortfolio | { readonly mistakes: readonly Mistake[] } {
  const inFile = (mistakes: readonly Mistake[]) => ({
    mistakes: mistakes.map((each) => ({ file: fileName, ...each })),
  });
  const decoded = decodeText(bytes);
  if ("mistakes" in decoded) return inFile(decoded.mistakes);
  const parsed = parseYaml(decoded.text, fileName);
  if ("mistakes" in parsed) return inFile(parsed.mistakes);

  const { value, positions } = parsed;
  const draft = draftOf(value);
  if (!draft) return inFile([notPortfolio(value)]);
  const findings = [
    ...parsed.findings,
    ...structureFindings(portfolioSchema, value),
    ...identityFindings(draft, positions),
    ...danglingReferences(draft),
    ...levelsOutsideScale(draft),
    ...scaleFindings(draft),
    ...currencyFindings(draft),
    ...turnoverFindings(draft),
    ...effectivenessFindings(draft),
    ...commonCauseFindings(draft),
    ...timeZoneFindings(draft),
  ];
  if (findings.length > 0) return { mistakes: placed(findings, positions) };
  const portfolio = portfolioSchema.parse(value);
  const refusals = estimateRefusals(portfolio);
  if (refusals.length > 0) return { mistakes: placed(refusals, positions) };
  return { portfolio, positions, warnings: placed(warningFindings(portfolio), positions) };
}

/** As `readPortfolio`, for whoever has no use for a file with mistakes: they come as one Failure `invalid-input`. */
export function readPortfolioOrFail(bytes: Uint8Array, fileName: string): ReadPortfolio {
  const read = readPortfolio(bytes, fileName);
  if (!("mistakes" in read)) return read;
  const count = read.mistakes.length === 1 ? "1 mistake" : `${read.mistakes.length} mistakes`;
  throw new Failure("invalid-input", `${fileName} has ${count}`, "correct the file", read.mistakes);
}

function notPortfolio(value: unknown): Mistake {
  const place = { path: "", line: 1, column: 1 };
  if (value === null) return { ...place, what: "file is empty", remedy: "start it with `version: 1`" };
  const remedy = "write a map that starts with `version: 1`";
  return { ...place, what: `file holds ${shown(value)}, not a portfolio`, remedy };
}
