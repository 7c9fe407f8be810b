import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditRequest } from "../../contract/audit-request.ts";
import { openFile } from "../../warehouse/file-source.ts";
import { auditSource } from "./audit-source.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-audit-source-"));
  await writeFile(join(folder, "decisions.csv"), "sex,hired\nf,1\nm,0\nf,0\nm,1\n");
});
afterAll(() => rm(folder, { recursive: true }));

async function audited(request: object) {
  const source = await openFile(join(folder, "decisions.csv"));
  try {
    return await auditSource(source, auditRequest.parse(request));
  } finally {
    await source.close();
  }
}

test("what the engine refuses is the request's failure, for every door", async () => {
  await expect(audited({ settings: { comparison: "to-reference", reference: { sex: "x" } } })).rejects.toMatchObject({
    name: "Failure",
    code: "invalid-input",
    message: "reference group not found: sex x",
    remedy: "there are f, m",
  });
  await expect(audited({ profile: "ll144" })).rejects.toMatchObject({
    code: "invalid-input",
    message: "ll144 without two attributes",
  });
  await expect(audited({ mapping: { protected: ["sex"], control: ["sex"] } })).rejects.toMatchObject({
    code: "invalid-input",
    message: 'column "sex" named twice: as protected and as control',
  });
  const limit = { bound: 1.5, purpose: "p", rationale: "r", approvedBy: "mara", approvedOn: "2026-03-02" };
  await expect(audited({ limits: [{ disparity: "demographicParityRatio", ...limit }] })).rejects.toMatchObject({
    code: "invalid-input",
    message: expect.stringContaining("1.5"),
  });
});
