import type { AnnualLossReport } from "../contract/quantification-report.ts";
import type { AnnualLossWithInherent } from "../engine/quantification/annual-loss.ts";

type Figures = AnnualLossReport["portfolio"];

/** The figures in the order of the contract, ready to be written. */
export function plainFigures({ inherent, ...residual }: AnnualLossWithInherent): Figures {
  return { ...ofOneState(residual), inherent: ofOneState(inherent) };
}

function ofOneState(figures: Omit<AnnualLossWithInherent, "inherent">): Omit<Figures, "inherent"> {
  const { expectedAnnualLoss, standardDeviation, probabilityOfLoss, valueAtRisk, expectedShortfall } = figures;
  return {
    expectedAnnualLoss,
    standardDeviation,
    probabilityOfLoss,
    valueAtRisk,
    expectedShortfall,
    exceedance: figures.exceedance.map(({ loss, probability }) => ({ loss, probability })),
    error: figures.error,
  };
}
