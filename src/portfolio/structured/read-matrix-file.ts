import { matrixFile } from "../../contract/matrix-file.ts";
import type { Portfolio } from "../../contract/portfolio.ts";
import { decodeText } from "../decode-text.ts";
import { scaleFindings } from "../mistakes/scale.ts";
import { parseYaml } from "../parse-yaml.ts";
import { readDocument } from "../read-document.ts";
import { readPortfolioOrFail } from "../read-portfolio.ts";

/** The scale of a file, and its portfolio if it is one. @throws Failure with every mistake at its line */
export function readMatrixFile(
  bytes: Uint8Array,
  file: string,
): { readonly scale: Portfolio["scale"]; readonly portfolio: Portfolio | null } {
  if (isPortfolio(bytes, file)) {
    const { portfolio } = readPortfolioOrFail(bytes, file);
    return { scale: portfolio.scale, portfolio };
  }
  const { scale } = readDocument(matrixFile, bytes, file, (value) => scaleFindings({ ...value }));
  return { scale, portfolio: null };
}

/** A file that says which version of the portfolio's format it is. */
function isPortfolio(bytes: Uint8Array, file: string): boolean {
  const decoded = decodeText(bytes);
  if ("mistakes" in decoded) return false;
  const parsed = parseYaml(decoded.text, file);
  if ("mistakes" in parsed) return false;
  return typeof parsed.value === "object" && parsed.value !== null && "version" in parsed.value;
}
