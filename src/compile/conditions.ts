/** Conditions bound to slots: what is read, what is asked, and Kleene's answer. */
import { wholeAmount } from "../base/amount.js";
import { deepFreeze } from "../base/freeze.js";
import { describeInterval } from "../base/interval.js";
import type { Because, Truth } from "../model/assessment.js";
import type { Condition, Test } from "../model/condition.js";
import type { EventsFact, FactDeclaration } from "../model/fact.js";
import type { Interval } from "../model/numbers.js";
import { answered, asked } from "./answers.js";
import { entriesOf } from "./entries.js";
import { bindExclusion } from "./events.js";
import { type Evaluate, bindAll, bindAny, bindAtLeast, bindNot } from "./logic.js";
import { bindIndicatorQuestion } from "./indicator-questions.js";
import type { BoundCondition, Events, Known, View } from "./program.js";
import { bindRangeTest } from "./range-tests.js";
import { bindTest, describeTest, truth } from "./tests.js";

export interface ConditionContext {
  readonly slot: (fact: string) => number;
  readonly fact: (fact: string) => FactDeclaration;
  /** Where dates are noted that periods are counted from. */
  readonly countedFrom: Set<number>;
  /** The key of an indicator, where the breakdown may be asked. */
  readonly indicator?: (name: string) => string;
}

/** What a condition is evaluated on, and where its tests are written down. */
interface Asked {
  readonly view: View;
  readonly because: Because[] | null;
}

export function bindCondition(condition: Condition, context: ConditionContext): BoundCondition {
  const slots: number[] = [];
  const missable: number[] = [];
  const noting = (list: number[]) => (fact: string) => {
    const slot = context.slot(fact);
    list.push(slot);
    return slot;
  };
  const noted = { ...context, slot: noting(slots), missableSlot: noting(missable), negated: false };
  const evaluate = bind(condition, noted);
  return { slots: [...slots, ...missable], missable, evaluate: (view, because) => evaluate({ view, because }) };
}

interface NotingContext extends ConditionContext {
  /** Slot of a fact that is asked whether it is missing. */
  readonly missableSlot: (fact: string) => number;
  /** Below a `not`: answers are written down as they bear on the whole, so that a false one always speaks against it. */
  readonly negated: boolean;
}

function bind(condition: Condition, context: NotingContext): Evaluate<Asked> {
  switch (condition.kind) {
    case "all":
      return bindAll(condition.of.map((part) => bind(part, context)));
    case "any":
      return bindAny(condition.of.map((part) => bind(part, context)));
    case "not":
      return bindNot(bind(condition.of, { ...context, negated: !context.negated }));
    case "at_least_n":
      return bindAtLeast(
        condition.n,
        condition.of.map((part) => bind(part, context)),
      );
    case "fact":
      return bindAll(condition.tests.map((test) => bindFactTest(condition.fact, test, context)));
    case "events":
      return bindEventCount(condition, context);
    case "indicator":
    case "any_child_of":
    case "every_child_of": {
      const ask = bindIndicatorQuestion(condition, context.indicator!(condition.indicator), context.negated);
      return ({ view, because }) => ask(view, because);
    }
    case "score":
      return bindScore(condition.interval, context);
    case "band":
      return bindBand(condition.bands, context);
    case "vetoed":
      return bindVetoed(condition.is, context);
    case "eligibility":
      return bindEligibility(condition.is, context);
  }
}

function bindFactTest(fact: string, test: Test, context: NotingContext): Evaluate<Asked> {
  const slot = test.op === "missing" ? context.missableSlot(fact) : context.slot(fact);
  const { negated } = context;
  const description = deepFreeze(asked(describeTest(test), negated));
  if (test.op === "missing") {
    return ({ view, because }) => {
      const known = view.known[slot]!;
      const result: Truth = known.state === "missing" ? "true" : known.state === "given" ? "false" : "unknown";
      return record(because, known, description, result, negated);
    };
  }
  if (test.op === "full_years") context.countedFrom.add(slot);
  const holds = bindTest(test, context.fact(fact).type);
  return ({ view, because }) => {
    const known = view.known[slot]!;
    if (known.state !== "given") return record(because, known, description, "unknown", negated);
    const result = holds(known.value!, view.asOf);
    // A given value that has no answer is one that makes no sense here: a day after the as-of date.
    const read: Known = result === "unknown" ? { ...known, state: "invalid" } : known;
    return record(because, read, description, result, negated);
  };
}

function bindEventCount(condition: Condition & { kind: "events" }, context: NotingContext): Evaluate<Asked> {
  const { negated } = context;
  const slot = context.slot(condition.fact);
  const declared = context.fact(condition.fact) as EventsFact;
  const excludes = bindExclusion(declared, condition.within, condition.where);
  const description = deepFreeze({
    count: Object.fromEntries(describeInterval(condition.count)),
    ...(condition.within && { within: condition.within }),
    ...(condition.where && { where: condition.where }),
  });
  const inside = bindRangeTest(condition.count);
  return ({ view, because }) => {
    const known = view.known[slot]!;
    if (known.value === null) return record(because, known, asked(description, negated), "unknown", negated);
    const list = known.value as Events;
    const { entries, doubtful } = list;
    const certain = entries.filter((event) => excludes(event, view.asOf) === undefined).length;
    const printed = because === null ? undefined : entriesOf(list, declared, (event) => excludes(event, view.asOf));
    const range = {
      least: wholeAmount(certain),
      leastOpen: false,
      most: wholeAmount(certain + doubtful.length),
      mostOpen: false,
    };
    const test = asked({ ...description, counted: certain }, negated);
    return record(because, known, test, inside(range), negated, printed);
  };
}

function bindScore(interval: Interval, { negated }: NotingContext): Evaluate<Asked> {
  const test = deepFreeze(asked(Object.fromEntries(describeInterval(interval)), negated));
  const inside = bindRangeTest(interval);
  return ({ view, because }) => {
    const range = view.score;
    // Nothing scored: there is no score that could satisfy anything.
    const result: Truth = range === undefined ? "unknown" : range === null ? "false" : inside(range);
    const answer = answered(result, negated);
    because?.push({ read: "score", value: null, state: range ? "given" : "unknown", test, result: answer });
    return result;
  };
}

function bindBand(wanted: readonly string[], { negated }: NotingContext): Evaluate<Asked> {
  const test = deepFreeze(asked(wanted.length === 1 ? { is: wanted[0] } : { in: wanted }, negated));
  return ({ view, because }) => {
    const { score, bands = [] } = view;
    const hits = bands.filter((band) => wanted.includes(band)).length;
    const result: Truth =
      score === undefined ? "unknown" : hits === 0 ? "false" : hits === bands.length ? "true" : "unknown";
    because?.push({
      read: "band",
      value: null,
      state: score ? "given" : "unknown",
      test,
      result: answered(result, negated),
    });
    return result;
  };
}

function bindVetoed(wanted: boolean, { negated }: NotingContext): Evaluate<Asked> {
  const test = deepFreeze(asked({ is: wanted }, negated));
  return ({ view, because }) => {
    const vetoed = view.vetoed ?? "unknown";
    const open = vetoed === "unknown";
    const result: Truth = open ? "unknown" : truth((vetoed === "true") === wanted);
    because?.push({
      read: "vetoed",
      value: open ? null : vetoed === "true",
      state: open ? "unknown" : "given",
      test,
      result: answered(result, negated),
    });
    return result;
  };
}

function bindEligibility(wanted: "eligible" | "ineligible", { negated }: NotingContext): Evaluate<Asked> {
  return ({ view, because }) => {
    const status = view.eligibility ?? "undetermined";
    const result: Truth = status === "undetermined" ? "unknown" : truth(status === wanted);
    because?.push({
      read: "eligibility",
      value: status,
      state: status === "undetermined" ? "unknown" : "given",
      test: asked({ is: wanted }, negated),
      result: answered(result, negated),
    });
    return result;
  };
}

/** Written down as it bears on the whole; what comes back is the answer to the test itself. */
function record(
  because: Because[] | null,
  known: Known,
  test: Because["test"],
  result: Truth,
  negated: boolean,
  entries?: Because["entries"],
): Truth {
  const { fact, value } = known.read;
  const answer = answered(result, negated);
  because?.push({ read: fact, value, state: known.state, test, result: answer, ...(entries && { entries }) });
  return result;
}
