import { rename, rm, writeFile } from "node:fs/promises";
import { Failure } from "../contract/failure.ts";

/** Writes a file under another name first: one that is there stays whole until the new one is. @throws Failure */
export async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure("invalid-input", `file ${path}: cannot be written (${code})`, "name a file that can");
  }
}
