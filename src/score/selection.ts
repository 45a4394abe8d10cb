/** Which sheets this fact sheet is scored with. */
import type { Amount } from "../base/amount.js";
import { type Day, formatDate } from "../base/calendar.js";
import { pointer } from "../base/pointer.js";
import type { BoundCondition, ComponentProgram, Program, SheetProgram } from "../compile/program.js";
import { daysInForce, inForce } from "../compile/find.js";
import type { Terms } from "../model/assessment.js";
import type { FactSheet } from "../model/fact.js";
import type { Component, Effective } from "../model/rubric.js";
import type { Findings } from "./findings.js";

export interface Selected {
  readonly component: Component;
  /** What full marks contribute, and its weight; null outside the weights. */
  readonly worth: Amount | null;
  readonly weight: Amount | null;
  readonly applies: BoundCondition | undefined;
  readonly terms: Terms | undefined;
  /** Undefined while the fact sheet names none: the component is open. */
  readonly sheet: SheetProgram | undefined;
  /** All that it may name. */
  readonly sheets: readonly SheetProgram[];
  /** It names one that is not there. */
  readonly misnamed: boolean;
}

export function selectSheets(
  program: Program,
  factSheet: FactSheet,
  asOf: Day,
  findings: Findings,
): readonly Selected[] {
  checkFrame(program, factSheet, asOf, findings);
  const selected = program.components.map((each): Selected => {
    const { component, worth, weight, applies, terms } = each;
    const sheet = each.fixed ?? chosen(each, factSheet, findings);
    const misnamed = !sheet && factSheet.sheets.some((choice) => choice.component === component.id);
    return { component, worth, weight, applies, terms, sheet, sheets: [...each.choices.values()], misnamed };
  });
  for (const { sheet } of selected) if (sheet) checkForce(sheet.sheet.id, sheet.sheet.effective, asOf, findings);
  return selected;
}

function chosen(
  { component, choices }: ComponentProgram,
  factSheet: FactSheet,
  findings: Findings,
): SheetProgram | undefined {
  const choice = factSheet.sheets.find((entry) => entry.component === component.id);
  if (!choice) return undefined;
  const sheet = choices.get(choice.sheet);
  if (sheet) return sheet;
  const subject = { kind: "component", id: component.id } as const;
  const params = { component: component.id, sheet: choice.sheet, known: [...choices.keys()] };
  findings.report("component-sheet-unknown", pointer("/sheets", component.id), params, subject);
  return undefined;
}

function checkFrame({ scheme, components }: Program, factSheet: FactSheet, asOf: Day, findings: Findings): void {
  const { id, version } = factSheet.scheme;
  if (id !== scheme.id || (version !== undefined && version !== scheme.version)) {
    const got = version === undefined ? id : `${id}@${version}`;
    findings.report("scheme-differs", "/scheme", { got, expected: `${scheme.id}@${scheme.version}` });
  }
  checkForce(scheme.id, scheme.effective, asOf, findings);
  if (factSheet.role !== undefined && !scheme.roles.includes(factSheet.role)) {
    findings.report(scheme.roles.length === 0 ? "role-undeclared" : "role-unknown", "/role", {
      got: factSheet.role,
      known: scheme.roles,
    });
  }
  const known = components.map(({ component }) => component.id);
  for (const { component, sheet } of factSheet.sheets) {
    const path = pointer("/sheets", component);
    const program = components.find((entry) => entry.component.id === component);
    if (!program) findings.report("component-unknown", path, { component, known });
    else if (program.fixed && program.fixed.sheet.id !== sheet) {
      findings.report("component-sheet-unknown", path, { component, sheet, known: [program.fixed.sheet.id] });
    }
  }
}

function checkForce(rubric: string, effective: Effective | undefined, asOf: Day, findings: Findings): void {
  if (inForce(effective, asOf)) return;
  const params = { rubric, as_of: formatDate(asOf), effective: daysInForce(effective) };
  findings.report("out-of-force", "/as_of", params, { kind: "rubric", id: rubric });
}
