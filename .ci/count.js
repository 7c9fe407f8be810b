// Reads Vitest's JSON report and the exit code of the whole run, prints the last line of .ci/run, and ends accordingly.
import { readFileSync } from "node:fs";

const [report, exitCode] = process.argv.slice(2);
let passed = 0;
let failed = 0;
try {
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  for (const { status, assertionResults } of testResults) {
    passed += assertionResults.filter((result) => result.status === "passed").length;
    const failures = assertionResults.filter((result) => result.status === "failed").length;
    // A file that could not be loaded, or whose hooks failed, counts as one.
    failed += status === "failed" && failures === 0 ? 1 : failures;
  }
} catch {
  // No report: the install, the build or a check ended the run before any test.
}
// Whatever else went wrong counts too, and a run without tests has not passed.
if (failed === 0 && (exitCode !== "0" || passed === 0)) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
