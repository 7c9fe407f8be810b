import { Failure } from "../contract/failure.ts";

/** Runs the engine; input that it refuses, such as an estimate without a mean, becomes a Failure of the input. */
export async function engineRefusal<T>(compute: () => T | Promise<T>): Promise<T> {
  try {
    return await compute();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const at = error.message.lastIndexOf("; ");
    if (at < 0) throw new Failure("invalid-input", error.message, "correct the file");
    throw new Failure("invalid-input", error.message.slice(0, at), error.message.slice(at + 2));
  }
}
