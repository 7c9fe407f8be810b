/** What is known of a report besides its figures. Dates are arguments: a report has no clock. */
export interface AboutReport {
  /** Headline; else the finding, or the name of the source. */
  readonly title?: string;
  /** Whose decisions they are, such as the name of the system. */
  readonly system?: string;
  readonly organization?: string;
  readonly preparedBy?: string;
  /** ISO date. */
  readonly preparedOn?: string;
  /** The risk that the audit bears on, with what it may cost in a year. */
  readonly risk?: {
    readonly event: string;
    readonly expectedAnnualLoss: number | null;
    readonly currency: string;
  };
}
