import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Starts nothing by itself: Postgres runs from the first test that asks for it until the run ends.
    globalSetup: "test/harness/broker.ts",
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "web/**/*.test.{ts,tsx}", "test/oracle/**/*.test.ts"],
        },
      },
      { test: { name: "architecture", include: ["test/architecture/**/*.test.ts"], testTimeout: 30_000 } },
      {
        test: {
          name: "harness",
          include: ["test/harness/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journey",
          include: ["test/journey/**/*.test.ts", "test/docs/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
