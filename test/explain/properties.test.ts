import { describe, expect, test } from "vitest";
import { explain, renderJson, renderText } from "../../src/index.js";
import { indicatorsOf } from "../../src/explain/explain.js";
import { harmless } from "../../src/base/width.js";
import { assess } from "../helpers/engine.js";
import { less, negate, print, spelled, total } from "../helpers/oracle/rational.js";
import { nodesOf } from "../helpers/laws.js";
import { makeRandom } from "../helpers/random/prng.js";
import { randomPair } from "../helpers/random/pair.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Explanation } from "../../src/model/explanation.js";
import type { Language } from "../../src/model/language.js";

const SEED = 80;
const CASES = 60;
const LONG = { timeout: 240_000 };
const LANGUAGES: readonly Language[] = ["zh", "en"];

/** Every text of a story, each with its place in it. Findings quote what somebody typed, whatever that was. */
function textsOf(value: unknown, at: string): { at: string; text: string }[] {
  if (typeof value === "string") return [{ at, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "findings" ? [] : textsOf(inner, `${at}/${key}`)));
}

/** What no sentence may hold. */
const BLEMISHES: Readonly<Record<string, RegExp>> = {
  "a value of the program": /undefined|\bnull\b|\bNaN\b|\[object|=>|\bInfinity\b/,
  "a hole that nothing was put into": /\{\w*\}|\$\{|#/,
  "doubled punctuation": /[，。、；：,;.][ ]?[，。、；：,;](?!\d)/,
  "two spaces": / {2}/,
  "empty brackets": /（）|\(\)|“”|``|〔〕|（；|\(;/,
  "an end that promises more": /[，、；：,;:（(→]$|[：:，、；(（] ?→|→ →|^[→，、]/,
  "a space where there is none": / [，。；：、）」]|^ | $/,
  "a minus beside a minus": /[−-] ?-|\+-|\+ -/,
};

function blemishes(story: Explanation): readonly string[] {
  return textsOf(story, "").flatMap(({ at, text }) =>
    Object.entries(BLEMISHES).flatMap(([what, pattern]) => (pattern.test(text) ? [`${what} at ${at}: ${text}`] : [])),
  );
}

/** Every story of the random cases in both languages; only what breaks the law comes back. */
function forStories(law: (story: Explanation, assessment: Assessment, index: number) => readonly string[]): string[] {
  const broken: string[] = [];
  for (let index = 0; index < CASES; index += 1) {
    const assessment = assess(randomPair(SEED, index));
    for (const lang of LANGUAGES) {
      const found = law(explain(assessment, { lang }), assessment, index);
      broken.push(...found.map((one) => `case ${index}, ${lang}: ${one}`));
    }
  }
  return broken.slice(0, 10);
}

describe("the stories of random assessments", () => {
  test("hold no holes, no values of the program, no doubled punctuation", LONG, () => {
    expect(forStories(blemishes)).toEqual([]);
  });

  test("the same of every indicator asked about by itself", LONG, () => {
    const law = ({ lang }: Explanation, assessment: Assessment, index: number): readonly string[] => {
      const indicators = indicatorsOf(assessment);
      const indicator = makeRandom(SEED, index).pick(indicators.length > 0 ? indicators : [undefined]);
      return indicator === undefined ? [] : blemishes(explain(assessment, { lang, indicator }));
    };
    expect(forStories(law)).toEqual([]);
  });

  test("components and what the scheme adjusts make the score; at most five losses, each a shortfall", LONG, () => {
    const law = ({ reasons }: Explanation, assessment: Assessment): readonly string[] => {
      const { score } = assessment;
      const brought = reasons.filter(
        ({ code, params }) => code === "component-contributes" || (code === "adjusted" && "component" in params),
      );
      const lost = reasons.filter(({ code }) => code === "points-lost").map(({ points }) => spelled(points!));
      const sum = total(brought.map(({ points }) => spelled(points ?? "0")));
      const shortfalls = nodesOf(assessment).map(({ node }) => node.shortfall ?? "0");
      return [
        ...(score.status === "scored" && print(sum) !== score.exact ? [`${print(sum)} is not ${score.exact}`] : []),
        ...(lost.length > 5 ? [`${lost.length} losses`] : []),
        ...lost.flatMap((points, i) => (i > 0 && less(points, lost[i - 1]!) ? ["a larger loss behind a smaller"] : [])),
        ...lost.flatMap((points) =>
          shortfalls.includes(print(negate(points))) ? [] : [`${print(points)} is the shortfall of nothing`],
        ),
      ];
    };
    expect(forStories(law)).toEqual([]);
  });

  test("are harmless on a terminal, line by line", LONG, () => {
    const law = (story: Explanation): readonly string[] =>
      renderText(story)
        .split("\n")
        .filter((line) => harmless(line) !== line || line.trimEnd() !== line);
    expect(forStories(law)).toEqual([]);
  });

  test("survive JSON", LONG, () => {
    const law = (story: Explanation): readonly string[] => {
      const back = JSON.parse(renderJson(story)) as Explanation;
      return renderText(back) === renderText(story) ? [] : ["another text after JSON"];
    };
    expect(forStories(law)).toEqual([]);
  });

  test("are told alike of an assessment that was stored, and leave it alone", LONG, () => {
    const law = (story: Explanation, assessment: Assessment): readonly string[] => {
      const before = renderJson(assessment);
      const options = { lang: story.lang };
      const told = renderJson(story);
      return [
        ...(renderJson(explain(JSON.parse(before) as Assessment, options)) === told ? [] : ["another story from JSON"]),
        ...(renderJson(explain(structuredClone(assessment), options)) === told ? [] : ["another story of a clone"]),
        ...(renderJson(assessment) === before ? [] : ["the assessment was changed"]),
      ];
    };
    expect(forStories(law)).toEqual([]);
  });
});
