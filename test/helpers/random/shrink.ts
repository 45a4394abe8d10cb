/** A failing pair made small: parts are left out, one after another, as long as it keeps failing. */
import { has, isList, isMap, list, map, maps, number } from "../oracle/plain.js";
import { averages } from "../oracle/mean.js";
import { isOrdinary } from "../oracle/outside.js";
import { print, total } from "../oracle/rational.js";
import { mayDrop, ownFacts } from "./sheet.js";
import { makeRandom } from "./prng.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Pair } from "./pair.js";

export function shrink(pair: Pair, fails: (pair: Pair) => boolean): Pair {
  let small = pair;
  for (let again = true; again;) {
    again = false;
    for (const candidate of smaller(small)) {
      if (candidate.rubrics.some(vanishesIntoPoints) || !fails(candidate)) continue;
      small = candidate;
      again = true;
      break;
    }
  }
  return small;
}

/** A group replaced by full or zero points whose children may all drop out: not said in the language, so never made. */
function vanishesIntoPoints(node: PlainMap): boolean {
  const children = isList(node["indicators"]) ? maps(node["indicators"]) : [];
  const replaced = node["if_not_applicable"] === "full" || node["if_not_applicable"] === "zero";
  return (
    (replaced && children.length > 0 && children.filter(isOrdinary).every(mayDrop)) || children.some(vanishesIntoPoints)
  );
}

/** Every pair with one thing less. */
function* smaller(pair: Pair): Generator<Pair> {
  for (const [i, rubric] of pair.rubrics.entries()) {
    for (const other of rubric["kind"] === "sheet"
      ? withoutNode(rubric)
      : withoutKey(rubric, ["preferences", "materials", "eligibility"]))
      yield replaced(pair, i, other);
    if (rubric["kind"] === "scheme") for (const other of withoutOutcome(rubric)) yield replaced(pair, i, other);
  }
  for (const key of ["facts", "judgements", "not_applicable", "instances"]) {
    for (const other of withoutKey(map(pair.factSheet[key]), Object.keys(map(pair.factSheet[key]))))
      yield { ...pair, factSheet: { ...pair.factSheet, [key]: other } };
  }
  for (const other of withoutEntry(map(pair.factSheet["instances"])))
    yield { ...pair, factSheet: { ...pair.factSheet, instances: other } };
  yield* withoutKey(pair.factSheet, ["materials", "subject", "role", "closed"]).map((factSheet) => ({
    ...pair,
    factSheet,
  }));
}

/** One entry of a list less, or one thing less said of it. */
function withoutEntry(instances: PlainMap): PlainMap[] {
  return Object.entries(instances).flatMap(([list, entries]) => {
    if (!isList(entries)) return [];
    const fewer = entries.map((_, i) => entries.filter((__, j) => i !== j));
    const less = entries.flatMap((entry, i) => {
      if (!isMap(entry)) return [];
      const others = ["facts", "judgements", "not_applicable"].flatMap((key) =>
        withoutKey(map(entry[key]), Object.keys(map(entry[key]))).map((section) => ({ ...entry, [key]: section })),
      );
      return others.map((other) => entries.map((one, j) => (i === j ? other : one)));
    });
    return [...fewer, ...less].map((changed) => ({ ...instances, [list]: changed }));
  });
}

function replaced(pair: Pair, i: number, rubric: PlainMap): Pair {
  return { ...pair, rubrics: pair.rubrics.map((one, j) => (i === j ? tidy(rubric) : one)) };
}

function withoutKey(value: PlainMap, keys: readonly string[]): PlainMap[] {
  return keys
    .filter((key) => has(value, key))
    .map((key) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)));
}

const OPTIONS = [
  "floor",
  "cap",
  "applies_when",
  "may_be_not_applicable",
  "if_not_applicable",
  "when_missing",
  "counts_as",
  "absorbed_by",
  "coefficient",
  "renormalise",
  "clause",
];

/** The node without one child, without one option, or with a child so treated. */
function withoutNode(node: PlainMap): PlainMap[] {
  const options = withoutKey(node, OPTIONS);
  if (!isList(node["indicators"])) return options;
  const children = maps(node["indicators"]);
  const fewer =
    children.length < 2 ? [] : children.map((_, i) => ({ ...node, indicators: children.filter((__, j) => i !== j) }));
  const inside = children.flatMap((child, i) =>
    withoutNode(child).map((other) => ({ ...node, indicators: children.map((one, j) => (i === j ? other : one)) })),
  );
  return [...fewer, ...inside, ...options];
}

function withoutOutcome(scheme: PlainMap): PlainMap[] {
  const outcomes = maps(scheme["outcomes"]);
  const spare = outcomes.filter((outcome) => outcome["id"] !== scheme["goal"] && outcome["otherwise"] !== true);
  return spare.map((one) => ({ ...scheme, outcomes: outcomes.filter((other) => other !== one) }));
}

/** Points add up again, the shape is gone, and facts nobody names are too. */
function tidy(rubric: PlainMap): PlainMap {
  const { shape: _, facts, ...rest } = rubric;
  const summed = rubric["kind"] === "sheet" ? withPoints(rest) : rest;
  const pool = {
    random: makeRandom(0),
    prefix: "",
    own: new Map(Object.entries(map(facts)).map(([id, one]): [string, PlainMap] => [id, map(one)])),
    shared: new Map<string, PlainMap>(),
  };
  return { ...summed, facts: ownFacts(pool, summed) };
}

function withPoints(node: PlainMap): PlainMap {
  if (!isList(node["indicators"])) return node;
  const indicators: Plain[] = list(node["indicators"]).map((child) => withPoints(map(child)));
  const ordinary = indicators.map(map).filter(isOrdinary);
  const points =
    ordinary.length === 0 || (averages(node) && !has(node, "each"))
      ? {}
      : { points: print(total(ordinary.map((child) => number(child["points"])))) };
  return { ...node, ...points, indicators };
}
