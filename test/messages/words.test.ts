/** Both languages of what is said by the stages around validation: written for people, and with something to type. */
import { describe, expect, test } from "vitest";
import { caseMessages } from "../../src/messages/cases.js";
import { cliMessages } from "../../src/messages/cli.js";
import { compileMessages } from "../../src/messages/compile.js";
import type { CatalogueEntry } from "../../src/messages/diagnose.js";
import { parseMessages } from "../../src/messages/parse.js";
import { scoreMessages } from "../../src/messages/score.js";

const entries = Object.entries<CatalogueEntry>({
  ...parseMessages,
  ...compileMessages,
  ...scoreMessages,
  ...caseMessages,
  ...cliMessages,
});

describe.each(entries)("%s", (_code, { zh, en, hint, hintWithoutList }) => {
  test("says in both languages what is wrong and what to do", () => {
    for (const text of [zh, hint?.zh]) expect(text).toMatch(/\p{Script=Han}.*[^。]$/u);
    for (const text of [en, hint?.en]) expect(text).toMatch(/^[a-z`{-].*[^.]$/);
  });

  test("has full-width punctuation between Chinese words", () => {
    const prose = [zh, hint?.zh, hintWithoutList?.zh].join("").replaceAll(/`[^`]*`/g, "");
    expect(prose).not.toMatch(/\p{Script=Han}[,;:?()]|[,;:?()]\p{Script=Han}/u);
  });

  test("names the same things in both languages", () => {
    expect(namedIn(en)).toEqual(namedIn(zh));
  });

  test("has another hint where nothing may be near", () => {
    const needsOne = hint?.en.includes("{nearest}") || hint?.zh.includes("{nearest}");
    expect(hintWithoutList !== undefined || !needsOne).toBe(true);
    expect([hintWithoutList?.zh, hintWithoutList?.en].join("")).not.toMatch(/\{(?:nearest|known)\}/);
  });
});

function namedIn(sentence: string): readonly string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
}
