/** What must hold of every assessment, stated once: each law returns what breaks it. */
import { contains } from "./compare.js";
import { add, compare, equal, mul, print, spelled, sub, total } from "./oracle/rational.js";
import type { Adjustment, Assessment, NodeResult } from "../../src/model/assessment.js";
import type { Q } from "./oracle/rational.js";

export function nodesOf(assessment: Assessment): { at: string; node: NodeResult }[] {
  return assessment.components.flatMap(({ id, root }) => (root === null ? [] : below(`${id}:${root.id}`, root)));
}

function below(at: string, node: NodeResult): { at: string; node: NodeResult }[] {
  return [{ at, node }, ...(node.children ?? []).flatMap((child) => below(`${at}/${child.id}`, child))];
}

const sumOf = (adjustments: readonly Adjustment[]): Q =>
  total(adjustments.map(({ contribution }) => spelled(contribution ?? "0")));

/** Contribution = Σ contributions of the children + Σ adjustments, at every group; the score likewise over its components. */
export function brokenSums(assessment: Assessment): string[] {
  const broken = nodesOf(assessment).flatMap(({ at, node }) =>
    node.children === undefined ? [] : brokenSum(at, node.contribution, node.children, node.adjustments),
  );
  const roots = assessment.components.map(({ root }) => root).filter((root) => root !== null);
  return [...broken, ...brokenSum("score", assessment.score.exact, roots, assessment.score.adjustments)];
}

function brokenSum(
  at: string,
  whole: string | null,
  parts: readonly NodeResult[],
  adjustments: readonly Adjustment[],
): string[] {
  if (whole === null) return [];
  if (parts.some(({ contribution }) => contribution === null)) return [`${at} has a value and a part of it has none`];
  const sum = add(total(parts.map(({ contribution }) => spelled(contribution ?? "0"))), sumOf(adjustments));
  return equal(sum, spelled(whole)) ? [] : [`${at} is ${whole}, its parts make ${print(sum)}`];
}

/** Contribution and shortfall are one factor times awarded and times what is left: contribution × available = (both) × awarded. */
export function brokenShares(assessment: Assessment): string[] {
  return nodesOf(assessment).flatMap(({ at, node }) => {
    const { awarded, available, contribution, shortfall } = node;
    if (awarded === null || available === null || contribution === null || shortfall === null) return [];
    const [c, s] = [spelled(contribution), spelled(shortfall)];
    return equal(mul(c, spelled(available)), mul(add(c, s), spelled(awarded.exact)))
      ? []
      : [`${at}: ${contribution} and ${shortfall} are no shares`];
  });
}

/** What is scored has bounds that are that one point. */
export function brokenPoints(assessment: Assessment): string[] {
  const nodes = nodesOf(assessment).flatMap(({ at, node }) =>
    node.awarded === null ? [] : [{ at, exact: node.awarded.exact, bounds: node.bounds }],
  );
  const { score } = assessment;
  const all = score.exact === null ? nodes : [...nodes, { at: "score", exact: score.exact, bounds: score.bounds }];
  return all
    .filter(({ exact, bounds }) => bounds?.least !== exact || bounds.most !== exact)
    .map(({ at }) => `${at} is scored and its bounds are no point`);
}

/** `later` knows more than `before`: nothing gets wider, and what was decided stays decided. */
export function brokenByEvidence(before: Assessment, later: Assessment): string[] {
  const broken: string[] = [];
  // By their way: a list that was not there brings nodes with it.
  const nodes = new Map(nodesOf(later).map(({ at, node }) => [at, node]));
  nodesOf(before).forEach(({ at, node }) => {
    const now = nodes.get(at);
    if (node.bounds === null || now?.bounds === null || now === undefined) return;
    if (!contains(node.bounds, now.bounds)) broken.push(`${at}: ${ends(now.bounds)} outside ${ends(node.bounds)}`);
  });
  if (later.score.status !== "nothing-scored" && !contains(before.score.bounds, later.score.bounds)) {
    broken.push(`score: ${ends(later.score.bounds)} outside ${ends(before.score.bounds)}`);
  }
  const surprise = later.decision.possible.filter((id) => !before.decision.possible.includes(id));
  if (surprise.length > 0)
    broken.push(`outcome ${surprise.join(" ")} was not among ${before.decision.possible.join(" ")}`);
  if (before.decision.certain && later.decision.outcome !== before.decision.outcome) {
    broken.push(`certain of ${before.decision.outcome}, then ${later.decision.outcome}`);
  }
  return broken;
}

const ends = ({ least, most }: { least: string | null; most: string | null }): string =>
  `[${least ?? "-∞"}, ${most ?? "∞"}]`;

/** Numbers of a result: no needless zero, no -0, fractions in lowest terms. */
const EXACT = /^(?:0|-?(?:[1-9]\d*(?:\.\d*[1-9])?|0\.\d*[1-9]|[1-9]\d*\/[1-9]\d*))$/;

export function misspelled(assessment: Assessment): string[] {
  const numbers = nodesOf(assessment).flatMap(({ at, node }) =>
    [
      node.available,
      node.awarded?.exact,
      node.contribution,
      node.shortfall,
      node.bounds?.least,
      node.bounds?.most,
      ...node.adjustments.map((one) => one.contribution),
    ].map((number) => ({ at, number })),
  );
  const { score, decision } = assessment;
  const all = [
    ...numbers,
    ...[score.exact, score.bounds.least, score.bounds.most, decision.margin].map((number) => ({ at: "score", number })),
  ];
  return all
    .filter(({ number }) => typeof number === "string" && !wellSpelled(number))
    .map(({ at, number }) => `${at}: ${number ?? ""}`);
}

const wellSpelled = (number: string): boolean => EXACT.test(number) && print(spelled(number)) === number;

/** Which of the two reaches further in this direction. */
export function furthest(values: readonly string[], direction: "least" | "most"): string | undefined {
  return values.reduce<string | undefined>((best, one) => {
    if (best === undefined) return one;
    return compare(spelled(one), spelled(best)) === (direction === "least" ? -1 : 1) ? one : best;
  }, undefined);
}

export const difference = (a: string, b: string): string => print(sub(spelled(a), spelled(b)));
