/** This package: the full explained assessment of one fact sheet that has been read. */
import {
  type Assessment,
  type CompiledScheme,
  type FactSheet,
  type NodeResult,
  compileScheme,
  parseRubric,
  readFactSheet,
  score,
} from "../../../src/index.js";
import type { Answer, Approach, OutcomeId, Work } from "../approach.js";
import { factSheetOf } from "../enterprises.js";
import { type BenchRubric, COMPONENTS } from "../rubric.js";

/** Through text, as a service loads it: JSON is YAML. */
export function compiledBench({ scheme, sheets }: BenchRubric): CompiledScheme {
  const texts = [scheme, ...COMPONENTS.map((id) => sheets[id])].map((value) => JSON.stringify(value, null, 1));
  return compileScheme(texts.map(parseRubric), "bench");
}

export interface Chengxin extends Approach {
  readonly compiled: CompiledScheme;
  readonly factSheets: readonly FactSheet[];
}

export function chengxin({ rubric, enterprises }: Work): Chengxin {
  const compiled = compiledBench(rubric);
  const factSheets = enterprises.map((enterprise) => readFactSheet(factSheetOf(enterprise)));
  return {
    name: "chengxin score()",
    gives: "assessment, exact",
    share: 1,
    compareEvery: 1,
    compiled,
    factSheets,
    run: (from, to) => {
      let shortlisted = 0;
      for (let row = from; row < to; row += 1) {
        if (score(compiled, factSheets[row]!).decision.outcome === "shortlisted") shortlisted += 1;
      }
      return shortlisted;
    },
    answer: (row) => answerOf(score(compiled, factSheets[row]!)),
  };
}

function answerOf(assessment: Assessment): Answer {
  const roots = assessment.components.map(({ root }) => root!);
  const scores = roots.flatMap(leavesUnder).map((leaf) => leaf.awarded!.exact);
  return { exact: true, scores, total: assessment.score.exact!, outcome: assessment.decision.outcome as OutcomeId };
}

function leavesUnder(node: NodeResult): readonly NodeResult[] {
  return node.children ? node.children.flatMap(leavesUnder) : [node];
}
