/** How an exact figure says what it can be off by. */
export interface ExactOptions {
  /** "rigorous" rounds every loss down and up; "none" compares with twice the step. */
  readonly bracket?: "none" | "rigorous";
}
