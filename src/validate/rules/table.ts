/** `table`: a decision table over several facts; every combination of their values is in exactly one row. */
import type { DocumentValue } from "../../model/document.js";
import type { FactDeclaration } from "../../model/fact.js";
import type { TableCell, TableRow, TableRule } from "../../model/scoring.js";
import { compare, exact } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { hints, places, tables } from "../../messages/validate.js";
import { type Axis, type Combinations, axisOf, combinationFaults, combinationsOf } from "../combinations.js";
import { all, readMap, someOf } from "../given.js";
import { readInterval } from "../intervals.js";
import { areDistinct } from "../options.js";
import type { Report } from "../report.js";
import { decimal, idProblem, oneOf } from "../scalars.js";
import { givenList, isFilled, isList, isMapping, isRight, part, shape } from "../shape.js";
import { strictObject } from "../zod.js";
import { byCulprit } from "./culprit.js";
import { factOfType } from "./fact-reference.js";
import { type RuleCheck, type RuleModule, reachOf, ruleShape } from "./rule.js";

export const tableShape = strictObject({ rule: oneOf(["table"]), rows: part("rows") });
export const rowShape = strictObject({ when: part("cells"), points: decimal });

/** More facts than this make a table that nobody reads. */
const MOST_FACTS = 6;
/** More combinations than any printed table has, and few enough to look at each. */
const MOST_COMBINATIONS = 20_000;

export const table: RuleModule<TableRule> = {
  read(reading) {
    const { path, report } = reading;
    const { ok, fields } = ruleShape(tableShape, reading);
    const at = pointer(path, "rows");
    const rows = all(givenList(fields.rows, at, report)?.map((row, i) => readRow(row, pointer(at, i), report)));
    return ok && rows ? { rule: "table", rows } : undefined;
  },

  check(rule, check) {
    const path = pointer(check.path, "rows");
    const unfit = new Set<string>();
    const fit = rule.rows.map((row, i) => {
      const at = pointer(pointer(path, i), "when");
      return row.cells.map((cell) => checkCell(cell, pointer(at, cell.fact), unfit, check)).every((right) => right);
    });
    const facts = factsOf(rule);
    if (facts.length > MOST_FACTS) {
      const data = { count: facts.length, limit: MOST_FACTS };
      check.report.add("table-too-large", path, data, { part: "key", message: tables.facts });
    } else if (fit.every((right) => right)) {
      checkCombinations(rule, path, check);
    }
  },

  reach(rule, check) {
    const axes = axesOf(rule, check);
    if (!axes) return undefined;
    const results = combinationsOf(rule.rows, axes)
      .rows.filter((row) => row.emptyAt === undefined)
      .map((row) => ({ points: exact(rule.rows[row.at]!.points), witness: row.witness }));
    return reachOf(results, compare);
  },
};

function readRow(value: DocumentValue, path: string, report: Report): TableRow | undefined {
  const { ok, fields } = shape(rowShape, value, path, report);
  const at = pointer(path, "when");
  const { ok: read, entries } = readMap(fields.when, at, report, (fact, cell, cellPath) =>
    isFilled(cell, cellPath, report) ? readCell(fact, cell, cellPath, report) : undefined,
  );
  if (fields.when !== undefined && read && entries.length === 0) {
    report.add("empty-mapping", at, {}, { part: "holder" });
  }
  return ok && read && entries.length > 0 ? { cells: entries, points: fields.points } : undefined;
}

/** What the fact is, only its declaration tells: a cell is read by how it is written. */
function readCell(fact: string, value: DocumentValue, path: string, report: Report): TableCell | undefined {
  if (typeof value === "boolean") return { fact, kind: "is", value };
  if (isMapping(value)) {
    const interval = readInterval(value, path, report);
    return interval && { fact, kind: "interval", interval };
  }
  if (!isList(value)) {
    return isRight(idProblem, value, path, report) ? { fact, kind: "options", options: [value as string] } : undefined;
  }
  const options = all(
    givenList(value, path, report)?.map((option, i) =>
      isRight(idProblem, option, pointer(path, i), report) ? (option as string) : undefined,
    ),
  );
  return options && areDistinct(options, path, report) ? { fact, kind: "options", options } : undefined;
}

const WRITTEN = {
  boolean: { kind: "is", expected: "true / false" },
  choice: { kind: "options", expected: "A / [A, B]" },
  integer: { kind: "interval", expected: "{ at_least: 5, below: 10 }" },
  decimal: { kind: "interval", expected: "{ at_least: 5, below: 10 }" },
} as const;

/** A fact of a type that no table can hold is told once, not in every row: those are collected in `unfit`. */
function checkCell(cell: TableCell, path: string, unfit: Set<string>, check: RuleCheck): boolean {
  const { facts, report } = check;
  if (unfit.has(cell.fact)) return false;
  if (!facts.get(cell.fact)) return true;
  const fact = factOfType(cell.fact, ["boolean", "choice", "integer", "decimal"], path, check);
  if (!fact) {
    unfit.add(cell.fact);
    return false;
  }
  const { kind, expected } = WRITTEN[fact.type];
  if (cell.kind !== kind) {
    report.add("cell-of-wrong-type", path, { fact: cell.fact, type: fact.type, expected });
    return false;
  }
  return cell.kind !== "options" || fact.type !== "choice" || checkOptions(cell.options, fact, path, check);
}

function checkOptions(
  options: readonly string[],
  fact: FactDeclaration & { readonly type: "choice" },
  path: string,
  { facts, report }: RuleCheck,
): boolean {
  const known = facts.words(fact.options);
  const unknown = options.filter((option) => !known.has(option));
  for (const option of unknown) {
    const near = report.nearest(option, known.list);
    const data = { option, fact: fact.id, allowed: someOf(known.list), nearest: near };
    const at = isWrittenAlone(options) ? path : pointer(path, options.indexOf(option));
    report.add("option-unknown", at, data, { hint: near.length > 0 ? hints.didYouMean : undefined });
  }
  return unknown.length === 0;
}

/** `A` and `[A]` are the same cell: of one option, the place is that of the cell. */
function isWrittenAlone(options: readonly string[]): boolean {
  return options.length === 1;
}

/** In the order in which the rows first name them. */
function factsOf({ rows }: TableRule): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.fact)))];
}

/** Undefined where a fact is declared elsewhere, or its values depend on one that is. */
function axesOf(rule: TableRule, { facts }: RuleCheck): readonly Axis[] | undefined {
  return all(factsOf(rule).map((id) => axisOf(id, rule.rows, facts)));
}

function checkCombinations(rule: TableRule, path: string, check: RuleCheck): void {
  const axes = axesOf(rule, check);
  if (!axes) return;
  const { report } = check;
  const count = axes.reduce((product, axis) => product * axis.atoms.length, 1);
  if (count > MOST_COMBINATIONS) {
    report.add("table-too-large", path, { count, limit: MOST_COMBINATIONS }, { part: "key" });
    return;
  }
  const combinations = combinationsOf(rule.rows, axes);
  reportUnreachable(combinations, path, report);
  const { gap, overlaps } = combinationFaults(combinations);
  for (const { culprit, partners, faults } of byCulprit(overlaps)) {
    const [low, high] = [culprit, partners[0]!].sort((a, b) => a - b);
    const related = partners.map((at) => ({ path: pointer(path, at), message: places.otherRow }));
    const data = { witness: faults[0]!.witness, first: low! + 1, second: high! + 1 };
    report.add("table-overlap", pointer(path, culprit), data, { related });
  }
  if (gap !== undefined) report.add("table-gap", path, { witness: gap }, { part: "key" });
}

function reportUnreachable({ rows }: Combinations, path: string, report: Report): void {
  for (const { at, emptyAt } of rows) {
    if (emptyAt !== undefined) {
      report.add("table-row-unreachable", pointer(path, at), { row: at + 1, fact: emptyAt });
    }
  }
}
