import { defineConfig } from "vitest/config";

/** What a test may take before it is taken for stuck: no test is about time, and a machine may be busy. */
const patience = 240_000;

export default defineConfig({
  test: {
    // Starts nothing by itself: Postgres runs from the first test that asks for it until the run ends.
    globalSetup: "test/harness/broker.ts",
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "web/**/*.test.{ts,tsx}", "test/oracle/**/*.test.ts"],
          setupFiles: "test/harness/property-seed.ts",
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
      { test: { name: "architecture", include: ["test/architecture/**/*.test.ts"], testTimeout: patience } },
      {
        test: {
          name: "harness",
          include: ["test/harness/**/*.test.ts"],
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
      {
        test: {
          name: "journey",
          include: ["test/journey/**/*.test.ts", "test/docs/**/*.test.ts"],
          testTimeout: patience,
          hookTimeout: patience,
          fileParallelism: false,
        },
      },
    ],
  },
});
