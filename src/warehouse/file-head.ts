import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { Failure } from "../contract/failure.ts";

const headBytes = 1 << 18;

/** The beginning of a file, unpacked if its name ends in .gz, and whether that is all of it. */
export async function readHead(
  path: string,
  name = path,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of fileBytes(path, name)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= headBytes) return { bytes: Buffer.concat(chunks), isWhole: false };
  }
  return { bytes: Buffer.concat(chunks), isWhole: true };
}

/** The bytes of a file, unpacked if its name ends in .gz. */
export async function* fileBytes(path: string, name = path): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  try {
    if (!path.endsWith(".gz")) yield* file as AsyncIterable<Buffer>;
    else {
      const unpacked = file.pipe(createGunzip());
      file.on("error", (error) => unpacked.destroy(error));
      yield* unpacked as AsyncIterable<Buffer>;
    }
  } catch (cause) {
    throw unreadable(name, cause);
  } finally {
    file.destroy();
  }
}

/** Why a file cannot be read, in our words. */
export function unreadable(name: string, cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  const [what, remedy] =
    code === "ENOENT"
      ? ["there is no such file", "check the path"]
      : code === "EISDIR"
        ? ["it is a folder", "name a file in it"]
        : code === "EACCES" || code === "EPERM"
          ? ["it may not be read", "check its permissions"]
          : code?.startsWith("Z_")
            ? ["it is damaged, or not packed by gzip", "pack it again"]
            : [`it cannot be read (${code ?? message})`, "check the path"];
  return new Failure("invalid-input", `${name} cannot be read`, "give a file of decisions", [
    { file: name, path: "", what, remedy },
  ]);
}
