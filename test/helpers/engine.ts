/** The engine's own doors, for tests that hand it plain values or text. */
import { compileScheme, parseFactSheet, parseRubric, readFactSheet, score, validateRubric } from "../../src/index.js";
import { yamlText } from "./random/yaml-text.js";
import type { Assessment } from "../../src/model/assessment.js";
import type { Rubric } from "../../src/model/rubric.js";
import type { PlainMap } from "./oracle/plain.js";
import type { Pair } from "./random/pair.js";
import type { Random } from "./random/prng.js";

export type Scorer = (factSheet: PlainMap) => Assessment;

/** Validates and compiles once; a rubric with errors throws, all of them in its message. */
export function scorerOf(rubrics: readonly PlainMap[]): Scorer {
  const scheme = compileScheme(rubrics.map(validated), "scheme");
  return (factSheet) => score(scheme, readFactSheet(factSheet));
}

function validated(value: PlainMap): Rubric {
  const validation = validateRubric(value);
  const errors = validation.diagnostics.filter(({ severity }) => severity === "error");
  if (validation.success && errors.length === 0) return validation.rubric;
  throw new Error(
    `an invalid rubric: ${errors.map(({ code, path, message }) => `${code} ${path} ${message.en}`).join("; ")}`,
  );
}

export const assess = ({ rubrics, factSheet }: Pair): Assessment => scorerOf(rubrics)(factSheet);

/** Through YAML text, with keys in an order of their own. */
export function assessText({ rubrics, factSheet }: Pair, random: Random): Assessment {
  const scheme = compileScheme(
    rubrics.map((rubric) => parseRubric(yamlText(rubric, random))),
    "scheme",
  );
  return score(scheme, parseFactSheet(yamlText(factSheet, random)));
}
