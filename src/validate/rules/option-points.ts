/** Points for each option, shared by `choice` and `levels`. */
import type { DocumentValue } from "../../model/document.js";
import type { ChoiceFact } from "../../model/fact.js";
import type { OptionPoints } from "../../model/scoring.js";
import { type Exact, ZERO, compare, exact, sum } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { hints } from "../../messages/validate.js";
import type { Words } from "../declared-facts.js";
import { readMap, someOf } from "../given.js";
import type { Report } from "../report.js";
import { decimalProblem } from "../scalars.js";
import { isFilled, isRight } from "../shape.js";
import { type Reach, type RuleCheck, reachOf } from "./rule.js";

/** Longer lists are shown and searched in part only. */
const MANY = 500;

export function readOptionPoints(
  value: DocumentValue | undefined,
  path: string,
  report: Report,
): readonly OptionPoints[] | undefined {
  if (value === undefined) return undefined;
  const { ok, entries } = readMap(value, path, report, (option, points, at): OptionPoints | undefined =>
    isFilled(points, at, report) && isRight(decimalProblem, points, at, report)
      ? { option, points: points as string }
      : undefined,
  );
  if (ok && entries.length === 0) report.add("empty-mapping", path, {}, { part: "holder" });
  return ok && entries.length > 0 ? entries : undefined;
}

/** Every option of the fact has points, and nothing else has. */
export function checkOptionPoints(
  points: readonly OptionPoints[],
  fact: ChoiceFact,
  path: string,
  { report, facts }: RuleCheck,
): void {
  const words = facts.words(fact.options);
  const stated = points.map(({ option }) => option);
  checkOptions(stated, { fact: fact.id, words, path, report, lacking: "option-without-points" });
}

interface OptionsCheck {
  readonly fact: string;
  readonly words: Words;
  readonly path: string;
  readonly report: Report;
  /** What is said of options that are not there. */
  readonly lacking: "option-without-points" | "option-without-coefficient";
}

/** Every word of the fact stands there, and nothing else does. */
export function checkOptions(options: readonly string[], { fact, words, path, report, lacking }: OptionsCheck): void {
  const stated = new Set(options);
  // A misspelt option is one finding: the option it stands for is not also reported as one without points.
  const meant = new Set<string>();
  for (const option of stated) {
    if (words.has(option)) continue;
    const near = nearestOption(option, words, stated, report);
    for (const candidate of near) meant.add(candidate);
    const hint = near.length > 0 ? hints.didYouMean : undefined;
    const data = { option, fact, allowed: someOf(words.list), nearest: near };
    report.add("option-unknown", pointer(path, option), data, { part: "key", hint });
  }
  const missing: string[] = [];
  for (const option of words.list) {
    if (missing.length > MANY) break;
    if (!stated.has(option) && !meant.has(option)) missing.push(option);
  }
  if (missing.length === 0) return;
  report.add(lacking, path, { fact, options: someOf(missing) }, { part: "key" });
}

/** Options without points are the likeliest to be meant. */
function nearestOption(option: string, options: Words, stated: ReadonlySet<string>, report: Report): readonly string[] {
  const without = options.list.length > MANY ? [] : options.list.filter((each) => !stated.has(each));
  return report.nearest(option, without.length > 0 ? without : options.list);
}

export function reachOfOne(fact: string, points: readonly OptionPoints[], withNone: boolean): Reach {
  const results = points.map((each) => ({ points: exact(each.points), witness: `${fact}: ${each.option}` }));
  return reachOf(withNone ? [...results, { points: ZERO, witness: `${fact}: []` }] : results, compare);
}

export function reachOfAll(fact: string, points: readonly OptionPoints[]): Reach {
  const side = (sign: -1 | 1): { points: Exact; witness: string } => {
    const held = points.filter((each) => compare(exact(each.points), ZERO) === sign);
    return {
      points: sum(held.map((each) => exact(each.points))),
      witness: `${fact}: [${held.map((each) => each.option).join(", ")}]`,
    };
  };
  return reachOf([side(-1), side(1)], compare);
}
