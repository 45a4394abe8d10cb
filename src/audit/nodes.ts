/** The breakdown re-added: every figure of every indicator from its own rule, its children, and what it is worth above. */
import type { Adjustment, Assessment, NodeResult, Step } from "../model/assessment.js";
import type { FactSheet } from "../model/fact.js";
import type { Combination } from "../model/rubric.js";
import { type Asked, answered, namedBelow } from "./conditions.js";
import { checkEffects, effectOperations, hasChanges } from "./effects.js";
import { checkRead, inputsOf, instanceFacts } from "./facts.js";
import {
  type Rational,
  ZERO,
  add,
  compare,
  displayed,
  divide,
  equal,
  multiply,
  numberOf,
  spelled,
  subtract,
  sum,
} from "./rational.js";
import { ruleAgain } from "./rules.js";
import { type Change, type Operation, type Worked, changesBy, lastOf, limitsOf, stepOf } from "./steps.js";

export interface Reading extends Asked {
  readonly inputs: FactSheet;
}

/** The sheet of a component; `worth` is what one of its points is worth in the score. */
export function checkTree(root: NodeResult, worth: Rational, path: string, reading: Reading): void {
  checkNode(root, spelled(worth), path, 0, reading);
}

/** What is below an instance is read of it, and of the enterprise where it is not asked. */
function within(node: NodeResult, path: string, reading: Reading): Reading {
  const { instance, children = [] } = node;
  if (!instance) return reading;
  const component = reading.assessment.components[Number(path.split("/")[3])]!.id;
  // Conditions inside it call its indicators as the rubric does.
  const below = children.flatMap((child) => namedBelow(child, component));
  const nodes = new Map([...reading.nodes, ...below.map(([name, each]) => [plain(name), each] as const)]);
  const facts = new Map([...reading.facts, ...instanceFacts(reading.assessment, instance)]);
  const inputs = inputsOf(reading.inputs, instance);
  return { ...reading, facts, nodes, inputs: { ...inputs, facts: [...inputs.facts, ...reading.inputs.facts] } };
}

function plain(name: string): string {
  return name.replace(/\[.*\]$/, "");
}

/** `factor` as it follows from above; undefined where that is open and the one that is stated is taken. */
function checkNode(
  node: NodeResult,
  factor: string | null | undefined,
  path: string,
  level: number,
  reading: Reading,
): void {
  const { ledger } = reading;
  ledger.attempt(path, () => {
    const inside = within(node, path, reading);
    ledger.same(`${path}/level`, node.level, level);
    if (factor === undefined) ledger.take();
    else ledger.same(`${path}/factor`, node.factor, factor);
    checkApplicability(node, path, inside);
    checkEffects(node, path, inside);
    if (node.children) checkGroup(node, node.children, path, inside);
    else checkLeaf(node, path, inside);
    checkWorth(node, path, ledger);
    node.children?.forEach((child, i) => {
      // Instances stand where their group does.
      const below = child.instance && node.each ? level : level + 1;
      checkNode(child, factorBelow(node, child), `${path}/children/${i}`, below, inside);
    });
  });
}

/** Who declares that it does not apply is in the fact sheet; what was asked is answered again. */
function checkApplicability(
  { id, terms = {}, applicability, status }: NodeResult,
  path: string,
  reading: Reading,
): void {
  if (!applicability) return;
  const { applies, declared, because } = applicability;
  const place = `${path}/applicability`;
  if (declared) {
    const { inputs, ledger } = reading;
    const name = plain(id);
    const said = inputs.notApplicable.find(({ indicator }) => indicator === name || indicator.endsWith(`/${name}`));
    ledger.same(`${place}/declared`, declared, said && { by: said.by, reason: said.reason });
    ledger.same(`${place}/applies`, applies, "no");
  }
  if (terms.appliesWhen) {
    const answer = answered(terms.appliesWhen, because, 0, `${place}/because`, reading);
    if (!declared) reading.ledger.same(`${place}/applies`, applies, answer === "false" ? "no" : "open");
  }
  const isDropped = applies === "no" && (terms.ifNotApplicable ?? "drop") === "drop";
  if (isDropped) reading.ledger.same(`${path}/status`, status, "not-applicable");
}

function checkLeaf(leaf: NodeResult, path: string, reading: Reading): void {
  const { ledger } = reading;
  ledger.same(`${path}/rule`, leaf.rule, leaf.standard?.rule);
  const { rule } = leaf;
  leaf.read.forEach((read, i) => {
    const isJudgement = i === 0 && (rule === "judged" || rule === "panel");
    if (!isJudgement) checkRead(read, reading.facts, `${path}/read/${i}`, ledger);
  });
  if (leaf.status === "not-applicable") {
    ledger.same(`${path}/available`, leaf.available, "0");
    ledger.same(`${path}/steps`, leaf.steps, []);
    return;
  }
  if (leaf.status !== "scored") {
    checkOpenEnds(leaf, path, ledger);
    ledger.same(`${path}/steps`, leaf.steps, []);
    return;
  }
  ledger.same(`${path}/available`, leaf.available, leaf.points);
  const { value, steps } = leafAgain(leaf, reading);
  ledger.same(`${path}/steps`, leaf.steps, steps);
  ledger.same(`${path}/awarded/exact`, leaf.awarded?.exact, spelled(value));
}

function leafAgain(leaf: NodeResult, { facts, inputs, assessment }: Reading): Worked {
  const { terms = {}, read, steps, applicability } = leaf;
  if (applicability?.applies === "no") {
    const value = terms.ifNotApplicable === "full" ? numberOf(leaf.points) : ZERO;
    return { value, steps: [{ op: "not-applicable", in: [], out: spelled(value) }] };
  }
  const raw =
    steps[0]?.op === "when-missing"
      ? missingAgain(leaf)
      : ruleAgain(leaf.standard!, { read, steps, facts, inputs, asOf: assessment.asOf });
  const changes = changesBy(operationsOf(leaf), raw.value);
  return { value: lastOf(changes, raw.value), steps: [...raw.steps, ...changes.map(stepOf)] };
}

/** What stands for a fact that is missing is awarded only where one is. */
function missingAgain({ read, terms = {} }: NodeResult): Worked {
  if (!read.some(({ state }) => state === "missing")) throw new RangeError("scored as missing, and nothing is missing");
  const value = numberOf(terms.whenMissing ?? "");
  return { value, steps: [{ op: "when-missing", in: [], out: spelled(value) }] };
}

/** What a node does to its value, in the order in which it happens. */
function operationsOf(node: NodeResult): readonly Operation[] {
  return [...effectOperations(node), ...limitsOf(node.terms ?? {})];
}

function checkGroup(group: NodeResult, children: readonly NodeResult[], path: string, reading: Reading): void {
  const { ledger } = reading;
  // What weighs an instance is a fact of it.
  group.read.forEach((read, i) => checkRead(read, reading.facts, `${path}/read/${i}`, ledger));
  const [weighed] = group.instance ? group.read : [];
  if (weighed?.state === "given") ledger.same(`${path}/weight`, group.weight, weighed.value);
  const core = coreOf(children);
  const { combine = "sum" } = group;
  const isOrdinary = group.each !== undefined || children.some(({ countsAs }) => countsAs === undefined);
  if (combine === "sum" && isOrdinary)
    ledger.same(`${path}/points`, group.points, spelled(sum(core.map(({ points }) => numberOf(points)))));
  const isEmpty = core.every(({ status }) => status === "not-applicable");
  if (group.status === "not-applicable") {
    ledger.same(`${path}/available`, group.available, "0");
    ledger.same(`${path}/steps`, group.steps, []);
    children.forEach(({ status }, i) => ledger.same(`${path}/children/${i}/status`, status, "not-applicable"));
    return;
  }
  if (group.status !== "scored") {
    checkOpenGroup(group, core, children, path, reading);
    return;
  }
  if (isEmpty) {
    checkEmpty(group, path, reading);
    return;
  }
  const divisor = isOrdinary ? sum(core.map(({ available }) => numberOf(available!))) : numberOf(group.points);
  const isDivided = group.renormalise === true || combine !== "sum";
  ledger.same(`${path}/available`, group.available, isDivided ? group.points : spelled(divisor));
  const raw = combinedAgain(group, core, divisor);
  const { changes, steps } = finishedAgain(group, raw.value, children);
  ledger.same(`${path}/steps`, group.steps, [...raw.steps, ...steps]);
  ledger.same(`${path}/awarded/exact`, group.awarded?.exact, spelled(lastOf(changes, raw.value)));
  checkAdjustments(group, changes.filter(isChange), path, reading);
}

/** All that could apply does not, and the group stays in with all its points or none. */
function checkEmpty(group: NodeResult, path: string, reading: Reading): void {
  const { ledger } = reading;
  const value = group.terms?.ifNotApplicable === "full" ? numberOf(group.points) : ZERO;
  const text = spelled(value);
  ledger.same(`${path}/available`, group.available, group.points);
  ledger.same(`${path}/awarded/exact`, group.awarded?.exact, text);
  ledger.same(`${path}/steps`, group.steps, [{ op: value.n === 0n ? "sum" : "not-applicable", in: [], out: text }]);
  checkAdjustments(group, value.n === 0n ? [] : [{ cause: "offset", from: ZERO, to: value }], path, reading);
}

/** What is added up or averaged; bonus and deduction stand outside, unless there is nothing else. */
function coreOf(children: readonly NodeResult[]): readonly NodeResult[] {
  const ordinary = children.filter(({ countsAs }) => countsAs === undefined);
  return ordinary.length > 0 ? ordinary : children;
}

/** From the children that apply to the value that everything else is done to. */
function combinedAgain(group: NodeResult, core: readonly NodeResult[], divisor: Rational): Worked {
  const there = core.filter(({ status }) => status !== "not-applicable");
  const { combine = "sum" } = group;
  if (combine !== "sum") return averagedAgain(group, there, combine);
  const total = sum(there.map(valueOf));
  const added: Step = { op: "sum", in: there.map((child) => child.awarded!.exact), out: spelled(total) };
  const points = numberOf(group.points);
  if (!group.renormalise || equal(points, divisor)) return { value: total, steps: [added] };
  const value = divide(multiply(total, points), divisor);
  const divided = { op: "renormalise", in: [total, points, divisor].map(spelled), out: spelled(value) };
  return { value, steps: [added, divided] };
}

function valueOf({ awarded }: NodeResult): Rational {
  if (!awarded) throw new RangeError("scored, and a part of it is not");
  return numberOf(awarded.exact);
}

function averagedAgain(group: NodeResult, there: readonly NodeResult[], combine: Exclude<Combination, "sum">): Worked {
  const shares = there.map((child) => divide(valueOf(child), numberOf(child.available!)));
  const steps = there.map((child, i): Step => ({
    op: "share",
    in: [child.awarded!.exact, child.available],
    out: spelled(shares[i]!),
    note: { indicator: child.id },
  }));
  const { share, note } = COMBINED[combine](shares, there);
  const made = { op: combine, in: shares.map(spelled), out: spelled(share), ...(note && { note }) };
  const value = multiply(share, numberOf(group.points));
  const scaled = { op: "scale", in: [spelled(share), group.points], out: spelled(value) };
  return { value, steps: [...steps, made, scaled] };
}

interface Combined {
  readonly share: Rational;
  readonly note?: Step["note"];
}

type Combining = (shares: readonly Rational[], children: readonly NodeResult[]) => Combined;

const COMBINED: Readonly<Record<Exclude<Combination, "sum">, Combining>> = {
  mean: (shares) => ({ share: divide(sum(shares), { n: BigInt(shares.length), d: 1n }) }),
  weighted_mean: (shares, children) => {
    const weights = children.map(weightOf);
    const weighted = sum(shares.map((share, i) => multiply(share, weights[i]!)));
    return { share: divide(weighted, sum(weights)), note: { weights: weights.map(spelled) } };
  },
  min: (shares, children) => picked(shares, children, -1),
  max: (shares, children) => picked(shares, children, 1),
};

function weightOf({ weight = "1" }: NodeResult): Rational {
  return numberOf(weight);
}

/** The first of equals. */
function picked(shares: readonly Rational[], children: readonly NodeResult[], side: 1 | -1): Combined {
  const index = shares.reduce((best, share, i) => (compare(share, shares[best]!) === side ? i : best), 0);
  return { share: shares[index]!, note: { indicator: children[index]!.id } };
}

/** Bonuses or deductions that join; they stand there as children, so that this is no adjustment. */
interface Joined {
  readonly cause: "bonus" | "deduction";
  readonly from: Rational;
  readonly to: Rational;
  readonly joined: readonly Rational[];
}

function isChange(change: Change | Joined): change is Change {
  return !("joined" in change);
}

/** Bonus and deduction beside the sum, the operations, and at the sheet itself the bonus that nothing holds. */
function finishedAgain(
  group: NodeResult,
  raw: Rational,
  children: readonly NodeResult[],
): { readonly changes: readonly (Change | Joined)[]; readonly steps: readonly Step[] } {
  const outside = children.filter((child) => child.countsAs !== undefined && !coreOf(children).includes(child));
  const isBehind = ({ absorbedBy }: NodeResult): boolean => group.level === 0 && absorbedBy === "none";
  const behind = outside.filter(isBehind);
  const operations = operationsOf(group);
  // Rounding is the last of all.
  const [first, last] =
    behind.length > 0
      ? [operations.filter(({ cause }) => cause !== "rounding"), operations.filter(({ cause }) => cause === "rounding")]
      : [operations, []];
  const changes: (Change | Joined)[] = [];
  const now = (): Rational => lastOf(changes, raw);
  changes.push(
    ...joinsOf(
      outside.filter((child) => !isBehind(child)),
      now(),
    ),
  );
  changes.push(...changesBy(first, now()));
  changes.push(...joinsOf(behind, now()));
  changes.push(...changesBy(last, now()));
  return { changes, steps: changes.map(changeStep) };
}

function joinsOf(children: readonly NodeResult[], start: Rational): readonly Joined[] {
  const joins: Joined[] = [];
  for (const cause of ["bonus", "deduction"] as const) {
    const joined = children
      .filter(({ countsAs, status }) => countsAs === cause && status !== "not-applicable")
      .map(valueOf);
    if (joined.length === 0) continue;
    const from = lastOf(joins, start);
    joins.push({ cause, from, to: add(from, sum(joined)), joined });
  }
  return joins;
}

/** How a group rounds stands in its terms. */
function changeStep(change: Change | Joined): Step {
  if (!isChange(change))
    return { op: change.cause, in: [change.from, ...change.joined].map(spelled), out: spelled(change.to) };
  const { note: _note, ...plain } = change;
  return stepOf(change.cause === "rounding" ? plain : change);
}

function checkAdjustments(
  { adjustments, factor }: NodeResult,
  changes: readonly Change[],
  path: string,
  { ledger }: Reading,
): void {
  ledger.same(
    `${path}/adjustments`,
    adjustments,
    changes.map((change) => adjustmentOf(change, factor)),
  );
}

function adjustmentOf({ cause, from, to, note }: Change, factor: string | null): Adjustment {
  const by = subtract(to, from);
  const effect = cause === "effect" && { effect: Number(note!["effect"]) };
  return {
    cause,
    by: spelled(by),
    contribution: factor === null ? null : spelled(multiply(by, numberOf(factor))),
    because: { in: spelled(from), out: spelled(to), ...effect },
  };
}

/** Awarded and what is left of what is available, in points of the score. */
function checkWorth(node: NodeResult, path: string, ledger: Reading["ledger"]): void {
  const { status, awarded, bounds, factor, available, contribution, shortfall } = node;
  if (status !== "scored") {
    const nothing = status === "not-applicable" ? "0" : null;
    ledger.same(`${path}/awarded`, awarded, null);
    ledger.same(`${path}/contribution`, contribution, nothing);
    ledger.same(`${path}/shortfall`, shortfall, nothing);
    if (status === "not-applicable") ledger.same(`${path}/bounds`, bounds, null);
    return;
  }
  const exact = awarded!.exact;
  ledger.same(`${path}/bounds`, bounds, { least: exact, most: exact, tight: true });
  const worth = (points: Rational): string | null =>
    factor === null ? null : spelled(multiply(points, numberOf(factor)));
  ledger.same(`${path}/contribution`, contribution, worth(numberOf(exact)));
  ledger.same(`${path}/shortfall`, shortfall, worth(subtract(numberOf(available!), numberOf(exact))));
}

/** Printed figures of all nodes, which are rounded alike. */
export function checkDisplays({ scheme, components }: Assessment, { ledger }: Pick<Asked, "ledger">): void {
  const visit = (node: NodeResult, path: string): void => {
    ledger.attempt(path, () => {
      if (node.awarded)
        ledger.same(
          `${path}/awarded/display`,
          node.awarded.display,
          displayed(numberOf(node.awarded.exact), scheme.display),
        );
    });
    node.children?.forEach((child, i) => visit(child, `${path}/children/${i}`));
  };
  components.forEach(({ root }, i) => root && visit(root, `/assessment/components/${i}/root`));
}

/** What one point of a child is worth: undefined while it is open how its group divides. */
function factorBelow(group: NodeResult, child: NodeResult): string | null | undefined {
  const { factor, status, children = [], combine = "sum" } = group;
  if (factor === null) return null;
  if (status !== "scored" && status !== "not-applicable") return undefined;
  const core = coreOf(children);
  const worth = numberOf(factor);
  const there = core.filter((each) => each.status !== "not-applicable");
  // What joins a group counts only where the group does.
  if (!core.includes(child)) return status === "scored" ? factor : null;
  if (combine === "sum") {
    if (!group.renormalise) return factor;
    if (there.length === 0) return null;
    const divisor = sum(core.map(({ available }) => numberOf(available!)));
    return spelled(divide(multiply(worth, numberOf(group.points)), divisor));
  }
  if (!there.includes(child)) return "0";
  const whole = divide(numberOf(group.points), numberOf(child.available!));
  if (combine === "mean" || combine === "weighted_mean") {
    const share = divide(weightOf(child), sum(there.map(weightOf)));
    return spelled(multiply(worth, multiply(whole, share)));
  }
  const shares = there.map((each) => divide(valueOf(each), numberOf(each.available!)));
  const { note } = COMBINED[combine](shares, there);
  return note!["indicator"] === child.id ? spelled(multiply(worth, whole)) : "0";
}

function checkOpenEnds({ bounds, awarded }: NodeResult, path: string, ledger: Reading["ledger"]): void {
  ledger.same(`${path}/awarded`, awarded, null);
  ledger.take();
  const { least = null, most = null } = bounds ?? {};
  const isRange = least === null || most === null || compare(numberOf(least), numberOf(most)) <= 0;
  ledger.same(`${path}/bounds`, isRange, true);
}

/** Where all children certainly apply and are only added up, the ends are the sums of theirs. */
function checkOpenGroup(
  group: NodeResult,
  core: readonly NodeResult[],
  children: readonly NodeResult[],
  path: string,
  reading: Reading,
): void {
  const { ledger } = reading;
  ledger.same(`${path}/steps`, group.steps, []);
  ledger.same(`${path}/adjustments`, group.adjustments, []);
  const { combine = "sum", renormalise, applicability, bounds } = group;
  const isPlain =
    combine === "sum" && !renormalise && !applicability && core.length === children.length && !hasChanges(group);
  const isSettled = children.every(
    ({ available, applicability: own }) => available !== null && own?.applies !== "open",
  );
  if (!isPlain || !isSettled || bounds === null) {
    checkOpenEnds(group, path, ledger);
    return;
  }
  ledger.same(`${path}/awarded`, group.awarded, null);
  for (const end of ["least", "most"] as const) {
    const ends = children.map((child) => (child.bounds === null ? "0" : child.bounds[end]));
    ledger.same(`${path}/bounds/${end}`, bounds[end], endAgain(ends, end, operationsOf(group)));
  }
}

/** Floor, cap and rounding never turn two numbers round, so that they may be applied to the ends. */
export function endAgain(
  ends: readonly (string | null)[],
  end: "least" | "most",
  operations: readonly Operation[],
): string | null {
  const known = ends.filter((each) => each !== null);
  if (known.length === ends.length) {
    const total = sum(known.map(numberOf));
    return spelled(lastOf(changesBy(operations, total), total));
  }
  const limited = operations.reduce<Rational | null>((value, operation) => applied(value, end, operation), null);
  return limited && spelled(limited);
}

/** An end that does not exist comes about by a floor below, and by a cap above. */
function applied(value: Rational | null, end: "least" | "most", { cause, apply }: Operation): Rational | null {
  if (value !== null) return apply(value);
  const isLimit = (end === "least" && cause === "floor") || (end === "most" && cause === "cap");
  // The limit itself: what is far beyond it comes out as it.
  return isLimit ? apply({ n: end === "least" ? -FAR : FAR, d: 1n }) : null;
}

const FAR = 10n ** 100n;
