/** Questions about the breakdown: what was read of an indicator is what the breakdown says of it, at its full scale. */
import type { Because, Bounds, IndicatorRead, NodeResult, Truth } from "../model/assessment.js";
import type { Condition, IndicatorQuestion } from "../model/condition.js";
import type { Interval } from "../model/numbers.js";
import { isUnlisted, nodeApplies } from "./applies.js";
import { coreOf } from "./combining.js";
import type { Answer, Asked } from "./conditions.js";
import { keysOf, plain } from "./names.js";
import { compare, divide, equal, multiply, numberOf, spelled } from "./rational.js";
import { under } from "./tables.js";
import { intervalWords } from "./tests.js";
import { inRange, not, rangeOf } from "./truth.js";

const WORDS: Readonly<Record<IndicatorQuestion, string>> = {
  indicator: "points",
  any_child_of: "any_child",
  every_child_of: "every_child",
};

export function answerIndicators(
  { kind, points, indicator }: Condition & { kind: IndicatorQuestion },
  { read, value, state, indicators = [] }: Because,
  path: string,
  asked: Asked,
): Answer {
  const { nodes, assessment, ledger } = asked;
  const test = { [under(WORDS, kind)]: intervalWords(points) };
  ledger.same(`${path}/read`, read, keyMeant(indicator, read, asked));
  const [component] = read.split("/");
  const isNamed = assessment.components.some(({ id, root }) => id === component && root !== null);
  const node = nodes.get(read);
  const about = isNamed ? aboutOf(kind, node) : [];
  const follows = about.map((each, i) => seen(each, each === node ? read : undefined, indicators[i], points, asked));
  ledger.same(`${path}/indicators`, indicators, follows);
  const isSettled = isNamed && follows.every(settled);
  const [own] = follows;
  const isKnown = kind === "indicator" && isSettled && own?.applies === "yes";
  ledger.same(`${path}/value`, value, isKnown ? own.bounds!.least : null);
  ledger.same(`${path}/state`, state, isSettled ? "given" : "unknown");
  if (!isNamed) return { test, result: "unknown" };
  const answers = follows.map(({ applies, meets }) => ({ applies, meets: meets ?? "false" }));
  if (kind !== "every_child_of") return { test, result: someMeet(answers) };
  return { test, result: not(someMeet(answers.map(({ applies, meets }) => ({ applies, meets: not(meets) })))) };
}

/** The one place that the name means; of several, or of a sheet that does not have it, the one that was read. */
function keyMeant(name: string, read: string, asked: Asked): string {
  const isOwn = (key: string): boolean => asked.component === undefined || key.split("/")[0] === asked.component;
  const keys = keysOf(name, asked).filter(isOwn);
  if (keys.length > 0) return keys.includes(read) ? read : keys[0]!;
  return asked.assessment.components.some(({ id }) => read === `${id}/${name}` && isOwn(read)) ? read : name;
}

/** A sheet that has no such indicator is asked about something that does not apply. */
function aboutOf(kind: IndicatorQuestion, node: NodeResult | undefined): readonly (NodeResult | undefined)[] {
  return kind === "indicator" ? [node] : (node?.children ?? []);
}

function seen(
  node: NodeResult | undefined,
  read: string | undefined,
  stated: IndicatorRead | undefined,
  asking: Interval,
  asked: Asked,
): IndicatorRead {
  if (!node) {
    const { indicator = "" } = stated ?? {};
    return { indicator, title: indicator, points: "0", applies: "no", bounds: null, meets: null };
  }
  const { title, points } = node;
  const bounds = fullScale(node, stated?.bounds ?? null, asked);
  const indicator = read ?? nameOf(node, asked);
  const meets = bounds && inRange(asking, rangeOf(bounds));
  return { indicator, title, points, applies: appliesTo(node, asked), bounds, meets };
}

/** Inside an instance indicators are called as the rubric calls them. */
function nameOf(node: NodeResult, { nodes, parents }: Asked): string {
  let root = node;
  for (let above = parents.get(root); above; above = parents.get(root)) root = above;
  const component = [...nodes].find(([, each]) => each === root)![0];
  return `${component}/${node.instance ? node.id : plain(node.id)}`;
}

function appliesTo(node: NodeResult, asked: Asked): IndicatorRead["applies"] {
  const own = nodeApplies(node);
  if (own === "out") return "no";
  return own === "open" || goesWithAbove(node, asked) ? "open" : "yes";
}

/** What stands outside the points of a group goes with the last of what is in them. An effect is asked where its group applies. */
function goesWithAbove(node: NodeResult, asked: Asked): boolean {
  const parent = asked.parents.get(node);
  if (!parent || parent === asked.scope) return false;
  if (goesWithAbove(parent, asked)) return true;
  if (parent.applicability?.applies === "open" || isUnlisted(parent) || nodeApplies(parent) === "open") return true;
  const core = coreOf(parent.children ?? []);
  return !core.includes(node) && core.every((each) => nodeApplies(each) !== "in");
}

/** Awarded × points ÷ available; while it is open what is available, the ends are taken as they stand. */
function fullScale(
  { points: printed, available, bounds }: NodeResult,
  stated: Bounds | null,
  { ledger }: Pick<Asked, "ledger">,
): Bounds | null {
  const points = numberOf(printed);
  if (bounds === null || points.n === 0n) return bounds;
  if (available === null) {
    ledger.take();
    if (!stated) throw new RangeError("an indicator that may apply has bounds");
    const { least, most } = stated;
    if (least !== null && most !== null && compare(numberOf(least), numberOf(most)) > 0)
      throw new RangeError("the least is more than the most");
    return stated;
  }
  const whole = numberOf(available);
  if (equal(points, whole)) return bounds;
  const scaled = (end: string | null): string | null =>
    end === null ? null : spelled(divide(multiply(numberOf(end), points), whole));
  return { least: scaled(bounds.least), most: scaled(bounds.most), tight: bounds.tight };
}

function settled({ applies, bounds }: IndicatorRead): boolean {
  if (applies !== "yes") return applies === "no";
  return bounds !== null && bounds.least !== null && bounds.least === bounds.most;
}

/** What does not apply has no points, and meets nothing. */
function someMeet(asked: readonly { readonly applies: IndicatorRead["applies"]; readonly meets: Truth }[]): Truth {
  const answers = asked
    .filter(({ applies }) => applies !== "no")
    .map(({ applies, meets }) => (applies === "open" && meets === "true" ? "unknown" : meets));
  return answers.includes("true") ? "true" : answers.includes("unknown") ? "unknown" : "false";
}
