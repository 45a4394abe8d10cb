/** The breakdown re-added: every figure of every indicator from its own rule, its children, and what it is worth above. */
import type { Adjustment, Assessment, FactState, NodeResult, Read } from "../model/assessment.js";
import type { Scoring } from "../model/scoring.js";
import { type Standing, checkApplicability, silences } from "./applicability.js";
import { isUnlisted } from "./applies.js";
import { multipliedAgain, readsOfRule } from "./coefficient.js";
import { combinedAgain, coreOf, factorBelow } from "./combining.js";
import { type Asked, type Told, namedBelow, truthOf } from "./conditions.js";
import { checkEffects } from "./effects.js";
import { checkRead, inputsOf, instanceFacts } from "./facts.js";
import { finishedAgain, isChange } from "./finishing.js";
import { judgementRead } from "./judgements.js";
import { isOnly, keysOf, plain } from "./names.js";
import { neededOf } from "./needed.js";
import { checkOpenEnds, checkOpenGroup } from "./open-ends.js";
import { type Rational, ZERO, displayed, multiply, numberOf, spelled, subtract, sum } from "./rational.js";
import { ruleAgain } from "./rules.js";
import { type Change, type Worked, changesBy, lastOf, limitsOf, stepOf } from "./steps.js";

type Reading = Standing;

/** The sheet of a component; `worth` is what one of its points is worth in the score, null while that is open. */
export function checkTree(
  root: NodeResult,
  worth: Rational | null,
  component: string,
  path: string,
  reading: Reading,
): void {
  checkNode(root, worth && spelled(worth), `${path}/root`, 0, { ...reading, component });
}

/** What is below an instance is read of it, and of the enterprise where it is not asked. */
function within(node: NodeResult, reading: Reading): Reading {
  const { instance, children = [] } = node;
  if (!instance) return reading;
  // Conditions inside it call its indicators as the rubric does.
  const below = children.flatMap((child) => namedBelow(child, reading.component!));
  const nodes = new Map([...reading.nodes, ...below.map(([name, each]) => [plain(name), each] as const)]);
  const own = instanceFacts(reading.assessment, instance);
  const facts = new Map([...reading.facts, ...own]);
  return { ...reading, facts, nodes, inputs: inputsOf(reading.inputs, instance, own) };
}

const STATUSES: ReadonlySet<NodeResult["status"]> = new Set(["scored", "not-applicable", "unknown", "invalid"]);

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
    const inside = within(node, reading);
    if (!STATUSES.has(node.status)) throw new RangeError("a status that no indicator has");
    ledger.same(`${path}/level`, node.level, level);
    if (factor === undefined) ledger.take();
    else ledger.same(`${path}/factor`, node.factor, factor);
    checkApplicability(node, path, inside);
    checkEffects(node, path, { ...inside, scope: node });
    if (node.children) checkGroup(node, node.children, path, inside);
    else checkLeaf(node, path, inside);
    checkWorth(node, path, ledger);
    node.children?.forEach((child, i) => {
      // Instances stand where their group does.
      const below = child.instance && node.each ? level : level + 1;
      const silenced = reading.silenced === true || silences(node, child);
      checkNode(child, factorBelow(node, child), `${path}/children/${i}`, below, { ...inside, silenced });
    });
  });
}

function checkLeaf(leaf: NodeResult, path: string, reading: Reading): void {
  const { ledger } = reading;
  const { standard } = leaf;
  if (!standard) throw new RangeError("neither a rule nor indicators below");
  ledger.same(`${path}/rule`, leaf.rule, standard.rule);
  leaf.read.forEach((read, i) => {
    const isJudgement = i === 0 && (standard.rule === "judged" || standard.rule === "panel");
    if (!isJudgement) checkRead(read, reading.facts, `${path}/read/${i}`, ledger);
  });
  if (standard.rule === "judged" || standard.rule === "panel") {
    const key = `${reading.component!}/${plain(leaf.id)}`;
    const said = reading.inputs.judgements.filter(({ indicator }) => isOnly(keysOf(indicator, reading), key));
    const follows = { fact: leaf.read[0]!.fact, ...judgementRead(standard, said, reading.inputs) };
    ledger.same(`${path}/read/0`, leaf.read[0], follows);
  }
  const isRedacted = leaf.read.some(({ redacted }) => redacted);
  if (leaf.redacted && !isRedacted) throw new RangeError("redacted, and nothing that it read is");
  if (leaf.status === "not-applicable") {
    ledger.same(`${path}/available`, leaf.available, "0");
    ledger.same(`${path}/steps`, leaf.steps, []);
    return;
  }
  if (leaf.status !== "scored") {
    checkOpenEnds(leaf, path, ledger);
    ledger.same(`${path}/steps`, leaf.steps, []);
    // What it waits for may have been decided by what was taken out.
    if (!isRedacted && !isInQuestion(leaf, reading)) checkWaiting(leaf, standard, path, reading);
    return;
  }
  ledger.same(`${path}/available`, leaf.available, leaf.points);
  if (leaf.redacted) {
    ledger.same(`${path}/steps`, leaf.steps, []);
    ledger.take();
    return;
  }
  const { value, steps } = leafAgain(leaf, standard, reading);
  ledger.same(`${path}/steps`, leaf.steps, steps);
  ledger.same(`${path}/awarded/exact`, leaf.awarded?.exact, spelled(value));
}

function leafAgain(leaf: NodeResult, standard: Scoring, told: Told): Worked {
  const { terms = {}, steps, applicability } = leaf;
  if (applicability?.applies === "no") {
    const value = terms.ifNotApplicable === "full" ? numberOf(leaf.points) : ZERO;
    return { value, steps: [{ op: "not-applicable", in: [], out: spelled(value) }] };
  }
  const read = readsOfRule(leaf);
  const ruled =
    steps[0]?.op === "when-missing"
      ? missingAgain(leaf, standard, told)
      : ruleAgain(standard, { ...told, read, steps });
  const raw = multipliedAgain(leaf, ruled);
  const changes = changesBy(limitsOf(terms), raw.value);
  return { value: lastOf(changes, raw.value), steps: [...raw.steps, ...changes.map(stepOf)] };
}

/** What stands for a fact that is missing is awarded only where one is needed. */
function missingAgain(leaf: NodeResult, standard: Scoring, told: Told): Worked {
  const { needed } = neededOf(standard, readsOfRule(leaf), told);
  if (!needed.some(({ state }) => state === "missing"))
    throw new RangeError("scored as missing, and nothing that is needed is missing");
  const value = numberOf(leaf.terms?.whenMissing ?? "");
  return { value, steps: [{ op: "when-missing", in: [], out: spelled(value) }] };
}

/** It waits for something that it needs, unless the rubric says what stands for it. */
function checkWaiting(leaf: NodeResult, standard: Scoring, path: string, reading: Reading): void {
  const { coefficient, read, terms = {} } = leaf;
  const { needed, stuck } = neededOf(standard, readsOfRule(leaf), reading);
  const has = (state: FactState): boolean => needed.some((each) => each.state === state);
  const isOpen = stuck || needed.some(({ state }) => state !== "given");
  const isSettled = !isOpen || (terms.whenMissing !== undefined && has("missing"));
  const factor = coefficient ? read.at(-1)!.state : "given";
  const isFactorOpen = factor !== "given" && !(factor === "missing" && coefficient?.whenMissing !== undefined);
  const isInvalid = (!isSettled && (stuck || has("invalid"))) || factor === "invalid";
  const waiting = isInvalid ? "invalid" : "unknown";
  reading.ledger.same(`${path}/status`, leaf.status, isSettled && !isFactorOpen ? "scored" : waiting);
}

/** It is asked whether it applies, and that is open. That nobody has declared it keeps nothing open by itself. */
function isInQuestion({ terms = {} }: NodeResult, told: Told): boolean {
  return terms.appliesWhen !== undefined && truthOf(terms.appliesWhen, told) === "unknown";
}

/** A group waits for something below it, for what it does to its value, or for whether it applies. */
function isWaiting(group: NodeResult, children: readonly NodeResult[], told: Told): boolean {
  const { effects = [], read, coefficient } = group;
  const isOpen = ({ status, read: weighed, instance }: NodeResult): boolean =>
    status === "unknown" || status === "invalid" || (instance !== undefined && weighed.some(isNotGiven));
  return (
    children.some(isOpen) ||
    effects.some(({ action, result }) => action.kind !== "veto" && result === "unknown") ||
    (coefficient !== undefined && read.some(isNotGiven)) ||
    isUnlisted(group) ||
    isInQuestion(group, told)
  );
}

function isNotGiven({ state }: Read): boolean {
  return state !== "given";
}

function checkGroup(group: NodeResult, children: readonly NodeResult[], path: string, reading: Reading): void {
  const { ledger } = reading;
  if (group.standard !== undefined || group.rule !== undefined) throw new RangeError("a rule, and indicators below it");
  if (children.length === 0 && !group.each) throw new RangeError("a group of nothing");
  // What weighs an instance is a fact of it; what a group is multiplied by is one as well.
  group.read.forEach((read, i) => checkRead(read, reading.facts, `${path}/read/${i}`, ledger));
  const [weighed] = group.instance ? group.read : [];
  if (weighed?.redacted) ledger.same(`${path}/weight`, group.weight, undefined);
  else if (weighed?.state === "given") ledger.same(`${path}/weight`, group.weight, weighed.value);
  checkInstances(group, children, path, reading);
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
    if (!isWaiting(group, children, reading)) ledger.same(`${path}/status`, group.status, "scored");
    checkOpenGroup(group, core, children, path, ledger);
    return;
  }
  if (group.redacted) {
    checkRedactedGroup(group, children, path, reading);
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

/** What it did to its value cannot be done again; what it comes to in the score still is what is in it. */
function checkRedactedGroup(
  group: NodeResult,
  children: readonly NodeResult[],
  path: string,
  { ledger, facts, assessment }: Reading,
): void {
  const { read, each, steps, contribution, adjustments } = group;
  const list = assessment.instances?.find((one) => one.list === each?.list);
  const weights = list?.entries.flatMap((entry) => entry.facts.filter(({ read: own }) => own.fact === each!.weightBy));
  const weighed = [...(weights ?? []), ...(each ? [facts.get(each.weightBy ?? "")] : [])];
  if (![...read, ...weighed.flatMap((fact) => fact?.read ?? [])].some(({ redacted }) => redacted))
    throw new RangeError("redacted, and nothing that it read is");
  ledger.same(`${path}/steps`, steps, []);
  ledger.take();
  const parts = [...children, ...adjustments].map((part) => part.contribution);
  if (contribution === null || parts.includes(null)) return;
  ledger.same(`${path}/contribution`, contribution, spelled(sum(parts.map((part) => numberOf(part!)))));
}

/** One child for each instance of the list, in its order, and none of a list that is not there. */
function checkInstances(
  { each }: NodeResult,
  children: readonly NodeResult[],
  path: string,
  { assessment, ledger }: Reading,
): void {
  if (!each) return;
  const list = assessment.instances?.find((one) => one.list === each.list);
  if (!list) throw new RangeError("a list of instances that the record does not have");
  ledger.same(`${path}/each/state`, each.state, list.state);
  const named = list.entries.map(({ id }) => ({ list: list.list, id }));
  children.forEach(({ instance }, i) => ledger.same(`${path}/children/${i}/instance`, instance, named[i]));
  ledger.same(`${path}/children/length`, children.length, named.length);
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
