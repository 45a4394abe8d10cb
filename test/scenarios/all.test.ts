/** The 82 patterns read from published sheets: each has its test, once, or the reference says why it is declined. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CHAPTERS } from "./pattern.js";

/** Declined, with the words of a published sheet under which the reference tells why. */
const DECLINED: Readonly<Record<string, string>> = {
  D18: "评审得分相同时，按投标报价由低到高顺序排列",
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
  expect([...named, ...Object.keys(DECLINED)].sort()).toEqual([...wanted].sort());
});

test.each(Object.entries(DECLINED))("%s is declined, and the reference tells why", (_, words) => {
  const reference = readFileSync(fileURLToPath(new URL("../../rubrics/README.md", import.meta.url)), "utf8");
  const section = reference.split("\n## 不在评分标准里写的")[1]?.split("\n## ")[0] ?? "";
  const reason = section.split(`> 「${words}`)[1]?.split("\n> ")[0] ?? "";
  // In both languages, after the quoted line.
  expect(reason).toMatch(/\n\*\*\p{Script=Han}[^]+\n\*\*[A-Z][^]+\./u);
});
