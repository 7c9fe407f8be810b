/** The figure, if it has an estimate; a test that needs one fails where it has none. */
export function withEstimate<T extends { readonly estimate: number | null }>(
  figure: T,
): Extract<T, { readonly estimate: number }> {
  if (figure.estimate === null) throw new Error("no estimate");
  return figure as Extract<T, { readonly estimate: number }>;
}
