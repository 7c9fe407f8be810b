/** One comparison of two items: how many times `left` outweighs `right`; below 1 it is outweighed. */
export interface Judgement {
  readonly left: string;
  readonly right: string;
  /** Positive. Saaty's scale goes from 1/9 to 9; any positive number is taken. */
  readonly ratio: number;
}
