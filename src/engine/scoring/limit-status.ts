/**
 * Where a value lies against its line: reaching appetite is a warning, reaching tolerance a breach (both ≥).
 *
 * `value` is what the line measures (a residual score, or a probability); null, where nothing was rated or
 * quantified, is `unknown` and never `ok`.
 *
 * @example
 * limitStatus(12, { appetite: 12, tolerance: 20 }) // => "warning"
 * @example
 * limitStatus(null, { appetite: 12, tolerance: 20 }) // => "unknown"
 */
export function limitStatus(
  value: number | null,
  line: { readonly appetite: number; readonly tolerance: number },
): "ok" | "warning" | "breach" | "unknown" {
  if (value === null) return "unknown";
  if (value >= line.tolerance) return "breach";
  return value >= line.appetite ? "warning" : "ok";
}
