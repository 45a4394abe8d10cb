/** What the fact sheet declares not applicable. */
import { pointer } from "../base/pointer.js";
import type { Known, NodeProgram } from "../compile/program.js";
import type { FactSheet } from "../model/fact.js";
import type { Findings } from "./findings.js";
import { nearestIndicators, resolveIndicator } from "./indicators.js";
import type { Selected } from "./selection.js";
import type { Circumstances } from "./standing.js";

/** The nodes declared not applicable, by key, as far as the rubric lets them be. */
export function declaredOut(
  selected: readonly Selected[],
  factSheet: FactSheet,
  known: readonly Known[],
  findings: Findings,
): Circumstances["out"] {
  const out = new Map<string, { by: string; reason: string }>();
  for (const { indicator, by, reason } of factSheet.notApplicable) {
    const path = pointer("/not_applicable", indicator);
    const subject = { kind: "indicator", id: indicator } as const;
    const found = resolveIndicator(indicator, selected);
    // The sheet that is not there may have it: its name is the mistake, and it has been reported.
    if (!found && selected.some(({ misnamed }) => misnamed)) continue;
    if (!found) {
      const near = nearestIndicators(indicator, selected, ({ node }) => node.mayBeNotApplicable);
      findings.report("not-applicable-unknown", path, { indicator, nearest: near }, subject);
    } else if (!found.program.node.mayBeNotApplicable) {
      findings.report("not-applicable-refused", path, { indicator }, subject);
    } else {
      out.set(found.program.key, { by, reason });
      if (isAnswered(found.program, known))
        findings.report("not-applicable-despite-facts", path, { indicator }, subject);
    }
  }
  return out;
}

function isAnswered(program: NodeProgram, known: readonly Known[]): boolean {
  return program.kind === "leaf"
    ? program.rule.reads.every((slot) => known[slot]!.state === "given")
    : program.children.every((child) => isAnswered(child, known));
}
