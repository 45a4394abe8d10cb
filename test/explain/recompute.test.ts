import { describe, expect, test } from "vitest";
import { compileScheme, explain, renderText, score } from "../../src/index.js";
import { loadFactSheet, loadRubrics } from "../../src/node.js";
import { audit } from "./auditor.js";
import type { Language } from "../../src/model/language.js";

const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");

async function printed(example: string, lang: Language): Promise<string> {
  const factSheet = await loadFactSheet(`rubrics/examples/${example}.facts.yaml`);
  return renderText(explain(score(scheme, factSheet), { lang }));
}

describe("from the printed text alone, without the rubric", () => {
  test.each([
    ["exactly-80", "80"],
    ["just-below-80", "55997/700"],
    ["strong", "94.235"],
    ["ineligible", "91.085"],
  ])("%s comes to %s, every line on the way included", async (example, expected) => {
    expect(audit(await printed(example, "zh"))).toEqual({ score: expected, wrong: [] });
    expect(audit(await printed(example, "en"))).toEqual({ score: expected, wrong: [] });
  });
});

/** Every figure of a line, each altered by itself: the last digit goes up by one. */
function alterations(line: string): { figure: string; at: number; altered: string }[] {
  return [...line.matchAll(/\d+(?:\.\d+)?/g)].map(({ 0: figure, index }) => {
    const other = `${figure.slice(0, -1)}${(Number(figure.slice(-1)) + 1) % 10}`;
    return { figure, at: index, altered: line.slice(0, index) + other + line.slice(index + figure.length) };
  });
}

/** Whether the auditor notices: something does not add up, or a line no longer reads as anything. */
function isNoticed(text: string): boolean {
  try {
    return audit(text).wrong.length > 0;
  } catch {
    return true;
  }
}

/**
 * Figures that nothing on the page can be held against, since the page does not print the rubric: what the fact sheet
 * says, down to dates and the facts behind a derived one, and why something does not apply; the ends of a tier that
 * holds the value either way; of an entry its date and fields, of an assessor the reason; what a 0 is multiplied by.
 */
function isEvidence(line: string, at: number): boolean {
  const links = line.split(" → ");
  const link = line.slice(0, at).split(" → ").length - 1;
  if (line.includes("·"))
    return /理由|reason/.test(line) || at < Math.max(line.lastIndexOf("："), line.lastIndexOf(": "));
  if (link === 0) return links.length > 2 || /不计分|neither/.test(line);
  return / 档$|^tier /.test(links[link]!) || / 0 × \(?-?$/.test(line.slice(0, at));
}

const ARITHMETIC = { timeout: 120_000 };

describe("a figure that is altered is noticed", () => {
  test("every single one of a line that prints its arithmetic", ARITHMETIC, async () => {
    const text = await printed("exactly-80", "zh");
    const line = text.split("\n").find((one) => one.includes("近一年到期合同履约率：96 %"))!;
    expect(line.trim()).toBe(
      "近一年到期合同履约率：96 % → 90（0 分）与 100（3 分）之间按比例 → 0 + (96 − 90) ÷ (100 − 90) × (3 − 0) = 1.8 → 1.8 / 3 分 → 计入总分 9/7（约 1.2857）",
    );
    const unnoticed = alterations(line).filter(({ altered }) => !isNoticed(text.replace(line, altered)));
    expect(alterations(line)).toHaveLength(18);
    expect(unnoticed).toEqual([]);
  });

  test.each(["zh", "en"] as const)(
    "every one in the tree and the total (%s), evidence apart",
    ARITHMETIC,
    async (lang) => {
      const text = await printed("exactly-80", lang);
      const lines = text.split("\n");
      const from = lines.findIndex((one) => one === "指标" || one === "Indicators") + 2;
      const told = lines
        .map((line, i) => ({ line, i }))
        .slice(from)
        .filter(({ line }) => /→|·|=/.test(line));
      const altered = told.flatMap(({ line, i }) =>
        alterations(line).map((one) => ({
          ...one,
          line,
          text: [...lines.slice(0, i), one.altered, ...lines.slice(i + 1)].join("\n"),
        })),
      );
      const unnoticed = altered.filter((one) => !isNoticed(one.text));
      expect(
        unnoticed.filter(({ line, at }) => !isEvidence(line, at)).map(({ line, figure }) => [figure, line]),
      ).toEqual([]);
      // Most figures are no mere evidence, or nothing would be shown.
      expect(altered.length - unnoticed.length).toBeGreaterThan(800);
      expect(unnoticed.length).toBeLessThan(altered.length / 5);
    },
  );
});
