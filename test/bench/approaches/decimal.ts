/**
 * What a careful team writes by hand: the rubric as a tree, decimal.js for every number, and a breakdown of every
 * node. Constants are parsed once, when the tree is made; what a rule needs is looked up then, not while scoring.
 */
import { Decimal } from "decimal.js";
import type { Answer, Approach, OutcomeId, Work } from "../approach.js";
import type { Enterprise, PlainNode, PlainValue } from "../plain.js";
import { type BenchRubric, COMPONENTS, THRESHOLD, WEIGHTS } from "../rubric.js";
import { type Checked, bindConditions } from "./decimal-conditions.js";
import { type DecimalRule, type DecimalStep, bindDecimalRule } from "./decimal-rules.js";

export interface DecimalNode {
  readonly id: string;
  readonly title: string;
  readonly points: string;
  readonly awarded: { readonly exact: string; readonly display: string };
  readonly contribution: string;
  readonly shortfall: string;
  readonly clause?: string;
  readonly read: readonly { readonly fact: string; readonly value: PlainValue }[];
  readonly steps: readonly DecimalStep[];
  readonly children?: readonly DecimalNode[];
}

export interface DecimalAssessment {
  readonly eligible: boolean;
  readonly conditions: readonly Checked[];
  readonly score: { readonly exact: string; readonly display: string };
  readonly outcome: OutcomeId;
  readonly margin: string;
  readonly components: readonly { readonly id: string; readonly weight: string; readonly root: DecimalNode }[];
}

export function decimalTree({ rubric, enterprises }: Work): Approach {
  const assess = bindAssessment(rubric);
  return {
    name: "decimal.js tree walk",
    gives: "breakdown, exact",
    share: 1 / 10,
    compareEvery: 1,
    run: (from, to) => {
      let shortlisted = 0;
      for (let row = from; row < to; row += 1)
        if (assess(enterprises[row]!).outcome === "shortlisted") shortlisted += 1;
      return shortlisted;
    },
    answer: (row): Answer => {
      const { components, score, outcome } = assess(enterprises[row]!);
      const scores = components.flatMap(({ root }) => leavesUnder(root)).map((leaf) => leaf.awarded.exact);
      return { exact: true, scores, total: score.exact, outcome };
    },
  };
}

function leavesUnder(node: DecimalNode): readonly DecimalNode[] {
  return node.children ? node.children.flatMap(leavesUnder) : [node];
}

export function bindAssessment(rubric: BenchRubric): (enterprise: Enterprise) => DecimalAssessment {
  const threshold = new Decimal(THRESHOLD);
  const components = COMPONENTS.map((id) => {
    const { points, indicators } = rubric.sheets[id];
    const weight = new Decimal(WEIGHTS[id]);
    const root = bindNode({ id, title: `bench ${id}`, points, indicators }, weight, rubric);
    return { id, weight: weight.toString(), root };
  });
  const check = bindConditions();
  return (enterprise) => {
    const conditions = check(enterprise.facts);
    const eligible = conditions.every((condition) => condition.satisfied);
    let total = new Decimal(0);
    const results = components.map(({ id, weight, root }) => {
      const walked = root(enterprise);
      total = total.plus(walked.contribution);
      return { id, weight, root: walked.node };
    });
    const reached = total.greaterThanOrEqualTo(threshold);
    return {
      eligible,
      conditions,
      score: { exact: total.toString(), display: total.toFixed(2) },
      outcome: eligible ? (reached ? "shortlisted" : "not-shortlisted") : "ineligible",
      margin: total.minus(threshold).toString(),
      components: results,
    };
  };
}

interface Walked {
  readonly awarded: Decimal;
  readonly contribution: Decimal;
  readonly node: DecimalNode;
}

type Walk = (enterprise: Enterprise) => Walked;

function bindNode(node: PlainNode, factor: Decimal, rubric: BenchRubric): Walk {
  const points = new Decimal(node.points);
  const shown = points.toString();
  const { id, title } = node;
  if (!("indicators" in node)) return bindLeaf(node, bindDecimalRule(node, rubric), points, factor);
  const children = node.indicators.map((child) => bindNode(child, factor, rubric));
  return (enterprise) => {
    let awarded = new Decimal(0);
    const parts: string[] = [];
    const results: DecimalNode[] = [];
    for (const child of children) {
      const walked = child(enterprise);
      awarded = awarded.plus(walked.awarded);
      parts.push(walked.node.awarded.exact);
      results.push(walked.node);
    }
    const contribution = awarded.times(factor);
    const exact = awarded.toString();
    return {
      awarded,
      contribution,
      node: {
        id,
        title,
        points: shown,
        awarded: { exact, display: awarded.toFixed(2) },
        contribution: contribution.toString(),
        shortfall: points.minus(awarded).times(factor).toString(),
        read: [],
        steps: [{ op: "sum", in: parts, out: exact }],
        children: results,
      },
    };
  };
}

function bindLeaf(leaf: PlainNode & { clause: string }, rule: DecimalRule, points: Decimal, factor: Decimal): Walk {
  const { id, title, clause } = leaf;
  const shown = points.toString();
  return (enterprise) => {
    const { awarded, steps } = rule.award(enterprise);
    const contribution = awarded.times(factor);
    const read: { fact: string; value: PlainValue }[] = [];
    for (const fact of rule.reads) read.push({ fact, value: rule.valueOf(fact, enterprise) });
    return {
      awarded,
      contribution,
      node: {
        id,
        title,
        points: shown,
        awarded: { exact: awarded.toString(), display: awarded.toFixed(2) },
        contribution: contribution.toString(),
        shortfall: points.minus(awarded).times(factor).toString(),
        clause,
        read,
        steps,
      },
    };
  };
}
