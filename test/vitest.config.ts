import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // The repository, not this folder: tests name `src`, `rubrics` and `dist` from there.
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    // For the slowest ordinary test on a busy machine with two cores. Properties and package tests state their own.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Test files of one worker share what they import, which is a third of the time: no module here keeps anything.
    isolate: false,
    // Every core, where vitest would leave one idle: on two cores that is half the time.
    maxWorkers: "100%",
  },
});
