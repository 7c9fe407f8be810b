import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashFile } from "./hash-file.ts";

test("the digest of all bytes at once, at every end of a chunk", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-hash-"));
  const path = join(folder, "data");
  for (const length of [0, 1, 2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1, 5 * 2 ** 20 + 7]) {
    const bytes = Buffer.from(Array.from({ length }, (_, k) => (k * k) % 251));
    await writeFile(path, bytes);
    expect(await hashFile(path), String(length)).toBe(createHash("sha256").update(bytes).digest("hex"));
  }
  await expect(hashFile(path, AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
  await expect(hashFile(join(folder, "none"))).rejects.toMatchObject({ mistakes: [{ what: "there is no such file" }] });
  await expect(hashFile(folder)).rejects.toMatchObject({ mistakes: [{ what: "it is a folder" }] });
  await rm(folder, { recursive: true });
});
