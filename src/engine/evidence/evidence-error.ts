/** Evidence or a prior that nothing can be learned from: names the field, the offending value and the remedy. */
export class EvidenceError extends RangeError {
  readonly field: string;
  readonly value: unknown;

  constructor(field: string, value: unknown, remedy: string) {
    super(`${field} ${JSON.stringify(value) ?? String(value)} is no evidence; ${remedy}`);
    this.name = "EvidenceError";
    this.field = field;
    this.value = value;
  }
}
