/**
 * What each key of each shape means, in words for an author: the JSON Schema and the reference in `rubrics/README.md`
 * are written from it. A new shape is one entry; `language.test.ts` names what is missing.
 */
import type { ShapeWords } from "./text.js";
import { FACT_WORDS } from "./words/facts.js";
import { FACT_SHEET_WORDS } from "./words/fact-sheets.js";
import { QUESTION_WORDS } from "./words/questions.js";
import { RULE_WORDS } from "./words/rules.js";
import { CASES_WORDS } from "./words/cases.js";
import { SCHEME_WORDS } from "./words/schemes.js";
import { SHEET_WORDS } from "./words/sheets.js";

export const WORDS: Readonly<Record<string, ShapeWords>> = {
  ...SHEET_WORDS,
  ...RULE_WORDS,
  ...FACT_WORDS,
  ...QUESTION_WORDS,
  ...SCHEME_WORDS,
  ...CASES_WORDS,
  ...FACT_SHEET_WORDS,
};
