const TAKEN = 0;
const FIRST_PLACE = 1;
/** In place of a part: whoever waits for the place is to end. */
const STOPPED = -1;

/**
 * Which thread simulates which part, and where it leaves the losses, agreed on in shared memory: a thread takes the next
 * part whenever it is free and does not wait for an answer.
 *
 * Part i goes to place i modulo their number, once the part there before it has been added up. Parts are taken in order,
 * so the earliest that is not added never waits, and those after it wait for it alone.
 */
export class PartTurns {
  readonly #memory: Int32Array;
  readonly #places: number;

  /** @param memory - of `PartTurns.memory`, the same for all threads */
  constructor(memory: Int32Array) {
    this.#memory = memory;
    this.#places = memory.length - FIRST_PLACE;
  }

  /** Shared memory in which no part is taken and all places are free. */
  static memory(places: number): Int32Array {
    const memory = new Int32Array(new SharedArrayBuffer(4 * (FIRST_PLACE + places)));
    for (let place = 0; place < places; place++) memory[FIRST_PLACE + place] = place;
    return memory;
  }

  /** The next part that nobody has taken, which may be beyond the last. */
  take(): number {
    return Atomics.add(this.#memory, TAKEN, 1);
  }

  placeOf(part: number): number {
    return part % this.#places;
  }

  /** Blocks the thread until the part's place is free, or all are stopped. */
  awaitPlace(part: number): "free" | "stopped" {
    const word = FIRST_PLACE + this.placeOf(part);
    for (;;) {
      const next = Atomics.load(this.#memory, word);
      if (next === part) return "free";
      if (next === STOPPED) return "stopped";
      Atomics.wait(this.#memory, word, next);
    }
  }

  /** Gives the place of a part that has been added up to the part that comes after it there. */
  free(part: number): void {
    const word = FIRST_PLACE + this.placeOf(part);
    if (Atomics.compareExchange(this.#memory, word, part, part + this.#places) === part) {
      Atomics.notify(this.#memory, word);
    }
  }

  /** Ends all threads: those that wait for a place at once, the others as soon as they ask. */
  stop(): void {
    for (let word = FIRST_PLACE; word < this.#memory.length; word++) {
      Atomics.store(this.#memory, word, STOPPED);
      Atomics.notify(this.#memory, word);
    }
  }

  isStopped(): boolean {
    return Atomics.load(this.#memory, FIRST_PLACE) === STOPPED;
  }
}
