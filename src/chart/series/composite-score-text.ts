/** "0.44": a score or its bound with the two decimals that order it. */
export function compositeScoreText(score: number): string {
  return score.toFixed(2);
}
