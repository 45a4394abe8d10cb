/** Every mistake has a code, a place and words, and is reported once. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import { validateMessages } from "../../src/messages/validate.js";
import { validateFactSheetValue } from "../../src/validate/facts.js";
import { validateRubricValue } from "../../src/validate/rubric.js";
import { badFacts, noFactSheets } from "./bad-facts.js";
import { badRubrics } from "./bad-rubrics.js";
import { badValues, goodValue } from "./bad-values.js";
import { diagnosticsOf, foundInFacts, foundInRubric } from "./documents.js";

describe("one mistake in a rubric is one finding, on the smallest place", () => {
  test.each(badRubrics.map((bad, i) => [`${i} ${bad.code}`, bad] as const))("%s", (_, { code, text, at }) => {
    expect(foundInRubric(text)).toEqual([`${code} ${at}`]);
  });
});

describe("one mistake in a fact sheet is one finding, on the smallest place", () => {
  test.each([...noFactSheets, ...badFacts].map((bad, i) => [`${i} ${bad.code}`, bad] as const))(
    "%s",
    (_, { code, text, at }) => {
      expect(foundInFacts(text)).toEqual([`${code} ${at}`]);
    },
  );
});

describe("a value that is no plain data is one finding and no exception", () => {
  test.each(badValues.map((bad) => [bad.name, bad] as const))("%s", (_, { code, path, make }) => {
    const { diagnostics } = validateRubricValue(make());
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(diagnostics[0]?.path.startsWith(path)).toBe(true);
    expect(() => validateFactSheetValue(make())).not.toThrow();
  });

  test("plain data is none", () => {
    expect(validateRubricValue(goodValue())).toMatchObject({ success: true, diagnostics: [] });
  });
});

describe("every code", () => {
  const shown = new Set([...badRubrics, ...badFacts, ...noFactSheets, ...badValues].map(({ code }) => code));

  test.each(Object.keys(validateMessages))("%s has an example", (code) => {
    expect([...shown]).toContain(code);
  });

  test.each(Object.entries(validateMessages))("%s says in both languages what is wrong", (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[a-z`{]/);
    expect(`${zh}${en}`).not.toMatch(/[.。！!]$/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  test("no sentence keeps a hole, and every finding says what to type", () => {
    const found: Diagnostic[] = badRubrics.flatMap(({ text }) => diagnosticsOf(text));
    for (const { code, message, hint } of found) {
      const words = [message.zh, message.en, hint?.zh, hint?.en];
      expect([code, ...words.filter((word) => word === undefined || /\{\w+\}/.test(word))]).toEqual([code]);
    }
  });
});

describe("related places", () => {
  test("a duplicate id points at the first", () => {
    const bad = badRubrics.find(({ code }) => code === "duplicate-id")!;
    expect(diagnosticsOf(bad.text)[0]?.related?.[0]).toMatchObject({
      path: "/indicators/0/id",
      range: { start: { line: 10 } },
    });
  });

  test("an overlap names both tiers, and a number that is in both", () => {
    const bad = badRubrics.find(({ code }) => code === "tier-overlap")!;
    const [finding] = diagnosticsOf(bad.text);
    expect(finding?.data).toMatchObject({ witness: "5", first: "at_least 5", second: "at_most 5" });
    expect(finding?.related?.[0]?.range?.start.line).toBe(17);
  });
});
