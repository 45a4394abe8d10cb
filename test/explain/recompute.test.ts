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
