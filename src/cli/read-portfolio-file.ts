import { type ReadPortfolio, readPortfolioOrFail } from "../portfolio/read-portfolio.ts";
import { inputName, readInput } from "./read-input.ts";

/**
 * The portfolio in a file, or in stdin for `-`, with the bytes it was read from.
 *
 * @throws Failure `invalid-input` with every mistake; the frame prints them and ends with exit code 2.
 */
export async function readPortfolioFile(file: string): Promise<ReadPortfolio & { readonly bytes: Uint8Array }> {
  const bytes = await readInput(file);
  return { ...readPortfolioOrFail(bytes, inputName(file)), bytes };
}
