/** Why an item is no signal: what is wrong where, and what would mend it. */
export class NoSignal extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
