/** Six digits at most; whole numbers with their thousands parted. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15)
    return String(value)
      .replace("-", "−")
      .replace(/\B(?=(\d{3})+$)/g, ",");
  return String(Number(value.toPrecision(6))).replace("-", "−");
}
