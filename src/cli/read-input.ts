import { open } from "node:fs/promises";
import { Failure, type Mistake } from "../contract/failure.ts";
import { maxPortfolioBytes, tooLarge } from "../portfolio/decode-text.ts";

/**
 * The bytes of a file, or of stdin for `-`. What is too large is refused by its size, before it is read.
 *
 * @throws Failure whose one mistake says what is wrong with the file.
 */
export async function readInput(file: string, mostBytes = maxPortfolioBytes): Promise<Uint8Array> {
  if (file === "-") return collected(process.stdin, inputName(file), mostBytes);
  try {
    await using handle = await open(file);
    const stat = await handle.stat();
    if (stat.isDirectory()) throw refused(file, { what: "it is a folder", remedy: "name a file in it" });
    if (stat.size > mostBytes) throw refused(file, overLimit(stat.size, mostBytes));
    // A pipe has no size: it is counted while it is read.
    return await collected(handle.createReadStream({ autoClose: false }), file, mostBytes);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw refused(file, whyNot(error as NodeJS.ErrnoException));
  }
}

/** The name of an input in messages. */
export function inputName(file: string): string {
  return file === "-" ? "stdin" : file;
}

async function collected(stream: AsyncIterable<Buffer>, name: string, mostBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > mostBytes) throw refused(name, overLimit(size, mostBytes));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function overLimit(size: number, most: number): Pick<Mistake, "what" | "remedy"> {
  if (most === maxPortfolioBytes) return tooLarge(size);
  return { what: `it has more than ${most / 1_000_000} MB`, remedy: "split it into several files" };
}

function whyNot({ code, message }: NodeJS.ErrnoException): Pick<Mistake, "what" | "remedy"> {
  switch (code) {
    case "ENOENT":
      return { what: "there is no such file", remedy: "check the path" };
    case "EACCES":
    case "EPERM":
      return { what: "it may not be read", remedy: "check its permissions" };
    case "EISDIR":
      return { what: "it is a folder", remedy: "name a file in it" };
    default:
      return { what: `it cannot be read (${code ?? message})`, remedy: "check the path" };
  }
}

function refused(file: string, mistake: Pick<Mistake, "what" | "remedy">): Failure {
  return new Failure("invalid-input", `${file} cannot be read`, "give a file that can be", [
    { file, path: "", ...mistake },
  ]);
}
