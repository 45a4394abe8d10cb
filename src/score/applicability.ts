/** What the fact sheet declares not applicable. */
import { pointer } from "../base/pointer.js";
import type { GroupProgram, NodeProgram } from "../compile/program.js";
import type { SuppliedNotApplicable } from "../model/fact.js";
import type { Findings } from "./findings.js";
import { nearestIndicators, resolveIndicator } from "./indicators.js";
import { type Place, isMisplaced } from "./known.js";
import type { Selected } from "./selection.js";
import type { Circumstances } from "./standing.js";

/** The nodes declared not applicable, by key, as far as the rubric lets them be. */
export function declaredOut(
  selected: readonly Selected[],
  said: readonly SuppliedNotApplicable[],
  place: Place,
  known: Pick<Circumstances, "known" | "lists">,
  findings: Findings,
): Circumstances["out"] {
  const out = new Map<string, { by: string; reason: string }>();
  for (const { indicator, by, reason } of said) {
    const path = pointer(`${place.path}/not_applicable`, indicator);
    const subject = { kind: "indicator", id: indicator } as const;
    const found = resolveIndicator(indicator, selected);
    // The sheet that is not there may have it: its name is the mistake, and it has been reported.
    if (!found && selected.some(({ misnamed }) => misnamed)) continue;
    const whole =
      found || place.list !== undefined ? undefined : selected.find(({ component }) => component.id === indicator);
    if (whole?.component.mayBeNotApplicable) {
      out.set(indicator, { by, reason });
    } else if (whole) {
      findings.report("not-applicable-refused", path, { indicator }, subject);
    } else if (!found) {
      const isMeant = ({ node, list }: NodeProgram) => node.mayBeNotApplicable && list === place.list;
      const near = nearestIndicators(indicator, selected, isMeant);
      findings.report("not-applicable-unknown", path, { indicator, nearest: near }, subject);
    } else if (isMisplaced(found, indicator, place, "not_applicable", findings)) {
      continue;
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

function isAnswered(program: NodeProgram, now: Pick<Circumstances, "known" | "lists">): boolean {
  if (program.kind === "leaf") return program.rule.reads.every((slot) => now.known[slot]!.state === "given");
  if (program.each) {
    const list = now.lists.get(program.each.list)!;
    return (
      list.state === "given" &&
      list.entries.length > 0 &&
      list.entries.every(({ known }) => areAnswered(program, { ...now, known }))
    );
  }
  return areAnswered(program, now);
}

function areAnswered({ children }: GroupProgram, now: Pick<Circumstances, "known" | "lists">): boolean {
  return children.every((child) => isAnswered(child, now));
}
