import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const block = 512;

/** Unpacks a tar (ustar) of folders and files, such as PGlite's dump of its data folder, into a folder. */
export async function unpackTar(tar: Uint8Array, folder: string): Promise<void> {
  const bytes = Buffer.from(tar.buffer, tar.byteOffset, tar.byteLength);
  const text = (start: number, length: number) => {
    const field = bytes.subarray(start, start + length);
    const end = field.indexOf(0);
    return field.toString("utf8", 0, end < 0 ? length : end);
  };
  const files: [path: string, content: Buffer][] = [];
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0; ) {
    const name = [text(at + 345, 155), text(at, 100)].filter((part) => part !== "").join("/");
    const size = Number.parseInt(text(at + 124, 12).trim() || "0", 8);
    const path = join(folder, name);
    const start = at + block;
    if (start + size > bytes.length) throw new Error(`tar: entry ${name} is cut`);
    if (text(at + 156, 1) === "5") await mkdir(path, { recursive: true, mode: 0o700 });
    else files.push([path, bytes.subarray(start, start + size)]);
    at = start + Math.ceil(size / block) * block;
  }
  await Promise.all(files.map(([path, content]) => writeFile(path, content, { mode: 0o600 })));
}
