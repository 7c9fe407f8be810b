import { afterEach, beforeEach, vi } from "vitest";

/** What commands write in the tests of a file, caught anew before each. */
export function capturedOutput(): { stdout: string; stderr: string } {
  const written = { stdout: "", stderr: "" };
  beforeEach(() => {
    for (const stream of ["stdout", "stderr"] as const) {
      written[stream] = "";
      vi.spyOn(process[stream], "write").mockImplementation((text) => {
        written[stream] += text;
        return true;
      });
    }
  });
  afterEach(() => vi.restoreAllMocks());
  return written;
}
