/** The 82 patterns read from published sheets: each has its test, once, or is named here with what it waits for. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CHAPTERS } from "./pattern.js";

/** Patterns whose carrier is not built yet. Empty, this list goes. */
const WAITING: Readonly<Record<string, string>> = {
  D18: "ranking",
  D19: "re-examination",
};

const here = fileURLToPath(new URL(".", import.meta.url));
const sources = readdirSync(here)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(`${here}${name}`, "utf8"));

test("all 82 patterns have a test, and only one", () => {
  const named = sources.flatMap((text) => [...text.matchAll(/^pattern\(\s*"([A-E]\d+)"/gm)].map(([, id]) => id!));
  const wanted = Object.entries(CHAPTERS).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, i) => `${letter}${i + 1}`),
  );
  expect(wanted).toHaveLength(82);
  expect([...named, ...Object.keys(WAITING)].sort()).toEqual([...wanted].sort());
});
