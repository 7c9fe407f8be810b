import type { Stream } from "../../stats/stream.ts";
import { type StreamKey, startStream } from "../../stats/stream-key.ts";

/** The streams of one scenario in one block, in memory that the next one uses again. */
export class BlockStreams {
  readonly #streams: Stream[] = [];
  #started = 0;
  #block = 0;

  /** Gives back the streams started so far. */
  begin(block: number): void {
    this.#block = block;
    this.#started = 0;
  }

  /** A stream at its start, until the next `begin`. */
  start(key: StreamKey, place: number): Stream {
    this.#streams[this.#started] ??= new Int32Array(4);
    const stream = this.#streams[this.#started++]!;
    startStream(stream, key, this.#block, place);
    return stream;
  }
}
