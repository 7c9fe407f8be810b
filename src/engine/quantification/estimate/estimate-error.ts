/** An estimate that no distribution belongs to: names the field, the offending value and the remedy. */
export class EstimateError extends RangeError {
  readonly field: string;
  readonly value: unknown;

  constructor(field: string, value: unknown, remedy: string) {
    super(`${field} ${JSON.stringify(value) ?? String(value)} is not an estimate; ${remedy}`);
    this.name = "EstimateError";
    this.field = field;
    this.value = value;
  }
}
