/** Numbers and days stated otherwise: the nearest on each side that decides. */
import { after, formatDate, parseDate } from "../base/calendar.js";
import { questionsIn } from "../base/condition-leaves.js";
import {
  type Exact,
  add,
  ceilingOf,
  divide,
  exact,
  floorOf,
  formatExact,
  multiply,
  negate,
  readExact,
  subtract,
} from "../base/exact.js";
import type { LeafResult } from "../explain/rules.js";
import type { Read } from "../model/assessment.js";
import type { NumberFact } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import type { ObjectionTrial } from "../model/objection.js";
import type { Scoring } from "../model/scoring.js";
import { type Ground, eachOf, factChange, nearestTrial, rising } from "./ground.js";
import { conditionsIn } from "./reads.js";

/** The nearest above and the nearest below; of one that is not there, the numbers that the rubric names. */
export function numberTrials(
  { type, range }: Pick<NumberFact, "type" | "range">,
  read: Read,
  ground: Ground,
): readonly ObjectionTrial[] {
  const edges = [...numbersAsked(read.fact, ground.leaf)].map((text) => exact(text));
  if (read.state !== "given" || typeof read.value !== "string") {
    const ends = [range.low, range.high].flatMap((end) => (end?.inclusive ? [exact(end.value)] : []));
    const texts = new Set([...edges, ...ends].map(formatExact));
    return eachOf(
      [...texts].filter((text) => type === "decimal" || /^-?\d+$/.test(text)),
      read,
      ground,
    );
  }
  const from = readExact(read.value);
  const places = type === "integer" ? 0 : Math.max(LEAST_PLACES, (read.value.split(".")[1] ?? "").length);
  const step = exact(places === 0 ? "1" : `0.${"1".padStart(places, "0")}`);
  return [1, -1].flatMap((sign) => {
    const probes = probesOf(from, step, sign, edges, range);
    return nearestTrial(probes, ground, (steps) => {
      const by = multiply({ n: BigInt(sign) * steps, d: 1n }, step);
      const value = formatExact(add(from, by));
      return value.length > MOST_CHARACTERS ? undefined : factChange(read, value, value, formatExact(step), ground);
    });
  });
}

/** Hundredths, or finer where the value is. */
const LEAST_PLACES = 2;
/** A number may have so many. */
const MOST_CHARACTERS = 40;

/** In steps away from the value: around every number that the rubric names, and as far as the range goes. */
function probesOf(
  from: Exact,
  step: Exact,
  sign: number,
  edges: readonly Exact[],
  { low, high }: Interval,
): readonly bigint[] {
  const away = (value: Exact): Exact => {
    const distance = divide(subtract(value, from), step);
    return sign > 0 ? distance : negate(distance);
  };
  const end = sign > 0 ? high : low;
  const last = end ? floorOf(away(exact(end.value))) : undefined;
  const size = floorOf(divide(from.n < 0n ? negate(from) : from, step)) + 1n;
  const far = last === undefined ? [1n, 10n, 1000n].map((times) => size * times) : [last - 1n, last];
  const near = edges.flatMap((edge) => {
    const distance = away(edge);
    return [floorOf(distance) - 1n, floorOf(distance), ceilingOf(distance), ceilingOf(distance) + 1n];
  });
  return rising([...near, ...far].filter((steps) => last === undefined || steps <= last));
}

/** Numbers that the rule and its conditions compare a fact with. */
function numbersAsked(fact: string, { standard, terms }: LeafResult): ReadonlySet<string> {
  const conditions = [...conditionsIn(standard), ...(terms?.appliesWhen ? [terms.appliesWhen] : [])];
  const asked = conditions.flatMap(questionsIn).flatMap((question) => {
    if (question.kind !== "fact" || question.fact !== fact) return [];
    return question.tests.flatMap((test) =>
      test.op === "at_least" || test.op === "above" || test.op === "at_most" || test.op === "below" ? [test.value] : [],
    );
  });
  return new Set([...numbersIn(standard, fact), ...asked]);
}

function numbersIn(rule: Scoring, fact: string): readonly string[] {
  switch (rule.rule) {
    case "tiers":
      return rule.fact === fact ? rule.tiers.flatMap(({ interval }) => endsOf(interval)) : [];
    case "linear":
      return rule.fact === fact ? rule.knots.map(({ at }) => at) : [];
    case "steps":
      return rule.fact === fact ? [rule.start] : [];
    case "table":
      return rule.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (cell.fact === fact && cell.kind === "interval" ? endsOf(cell.interval) : [])),
      );
    case "best_of":
    case "first_of":
      return rule.of.flatMap(({ scoring }) => numbersIn(scoring, fact));
    case "parts":
      return rule.parts.flatMap(({ scoring }) => numbersIn(scoring, fact));
    case "imported":
      return rule.fact === fact ? [rule.from.low, rule.from.high] : [];
    case "flag":
    case "choice":
    case "checklist":
    case "events":
    case "levels":
    case "judged":
    case "panel":
      return [];
  }
}

function endsOf({ low, high }: Interval): readonly string[] {
  return [low, high].flatMap((end) => (end ? [end.value] : []));
}

/** The nearest later day and the nearest earlier one; later than the as-of date none makes sense. */
export function dayTrials(read: Read, ground: Ground): readonly ObjectionTrial[] {
  const from = read.state === "given" && typeof read.value === "string" ? parseDate(read.value) : undefined;
  if (!from) return [];
  return [1, -1].flatMap((sign) =>
    nearestTrial(DAYS, ground, (steps) => {
      const day = after(from, sign * Number(steps), "days");
      if (day.year < 1 || day.year > 9999) return undefined;
      return factChange(read, formatDate(day), formatDate(day), "1", ground);
    }),
  );
}

/** A month, a year, five, ten, a century. */
const DAYS = [31n, 366n, 1827n, 3653n, 36525n];
