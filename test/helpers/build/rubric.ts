/** The smallest rubrics: one sheet, one scheme, everything that a test does not speak of filled in. */
import { compileScheme, isRubricError, readFactSheet, score, validateRubric } from "../../../src/index.js";
import type { Assessment, Bounds, ConditionResult, NodeResult } from "../../../src/model/assessment.js";
import type { CompiledScheme } from "../../../src/compile/program.js";
import type { Rubric } from "../../../src/model/rubric.js";

/** Anything a YAML reader gives. */
export type Data = Readonly<Record<string, unknown>>;

export const AS_OF = "2023-11-10";

/** A sheet `sheet` of 100 points, unless told otherwise. */
export function sheet(parts: Data): Data {
  return { kind: "sheet", id: "sheet", version: "1", title: "Sheet", points: 100, ...parts };
}

/** A scheme `scheme` of 100 points made of the sheet `sheet`, with the goal of 80 points. */
export function scheme(parts: Data = {}): Data {
  return {
    kind: "scheme",
    id: "scheme",
    version: "1",
    title: "Scheme",
    points: 100,
    blend: [{ id: "base", sheet: "sheet", weight: 1 }],
    display: { places: 2, mode: "half-up" },
    goal: "pass",
    outcomes: [
      { id: "pass", when: { score: { at_least: 80 } } },
      { id: "fail", otherwise: true },
    ],
    ...parts,
  };
}

/** A node: its title is its id. */
export function node(id: string, points: number | string, parts: Data): Data {
  return { id, title: id, points, ...parts };
}

export function valid(rubric: Data): Rubric {
  const result = validateRubric(rubric);
  if (result.success) return result.rubric;
  throw new Error(result.diagnostics.map(({ code, path, message }) => `${code} ${path}: ${message.en}`).join("\n"));
}

export function compiled(...rubrics: readonly Data[]): CompiledScheme {
  return compileScheme(rubrics.map(valid), "scheme");
}

export type Scorer = (factSheet?: Data) => Assessment;

/** Scores fact sheets of one compiled scheme. */
export function scorer(...rubrics: readonly Data[]): Scorer {
  const program = compiled(...rubrics);
  return (parts = {}) => score(program, readFactSheet({ kind: "facts", scheme: "scheme", as_of: AS_OF, ...parts }));
}

/** One sheet under the default scheme. */
export function sheetScorer(parts: Data): Scorer {
  return scorer(sheet(parts), scheme());
}

/** One leaf `L` in a sheet and scheme of as many points: its points are the points of the score. */
export function leafScorer(leaf: Data, facts: Data = {}, points: number | string = 10): Scorer {
  return scorer(
    sheet({ points, facts, indicators: [node("L", points, leaf)], ...parts(leaf) }),
    scheme({
      points,
      blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
      outcomes: EITHER,
      goal: "any",
    }),
  );
}

/** No outcome asks for the score, so that any number of points will do. */
const EITHER = [{ id: "any", otherwise: true }];

/** A sheet says what happens below it, and lets everything through. */
function parts(leaf: Data): Data {
  const droppable = "applies_when" in leaf || "may_be_not_applicable" in leaf;
  return { floor: "none", cap: "none", ...(droppable && { renormalise: "none" }) };
}

/** The node with this id, in whichever component. */
export function nodeAt(assessment: Assessment, id: string): NodeResult {
  const found = assessment.components.flatMap(({ root }) => (root ? below(root) : [])).find((entry) => entry.id === id);
  if (!found) throw new Error(`no node ${id}`);
  return found;
}

function below(root: NodeResult): readonly NodeResult[] {
  return [root, ...(root.children ?? []).flatMap(below)];
}

/** How a node stands, in a few words: `scored 4.5`, `unknown 0 to 10 tight`, `not-applicable`. */
export function standing({ status, awarded, bounds }: NodeResult): string {
  if (awarded) return `${status} ${awarded.exact}`;
  return bounds ? `${status} ${span(bounds)}` : status;
}

/** Whether bounds are tight is said where both ends exist: a missing end cannot be reached. */
export function span({ least, most, tight }: Bounds): string {
  const reached = tight && least !== null && most !== null;
  return `${least ?? "−∞"} to ${most ?? "+∞"}${reached ? " tight" : ""}`;
}

/** How the leaf `L` stands after one fact sheet. */
export function stands(score: Scorer, factSheet: Data = {}): string {
  return standing(nodeAt(score(factSheet), "L"));
}

export const codes = ({ findings }: Assessment): readonly string[] =>
  findings.map(({ code, path }) => `${code} ${path}`);

/** Declarations of numbers; without ends there is no `range`. */
export const decimal = (range: Data = {}): Data => ({
  type: "decimal",
  ...(Object.keys(range).length > 0 && { range }),
});
export const integer = (range: Data = {}): Data => ({
  type: "integer",
  ...(Object.keys(range).length > 0 && { range }),
});

/** A rule that gives as many points as the number: bounds and states of a fact become bounds and states of a leaf. */
export const same = (fact: unknown): Data => ({
  scoring: {
    rule: "linear",
    fact,
    knots: [
      { at: 0, points: 0 },
      { at: 1, points: 1 },
    ],
    beyond: "extend",
  },
  floor: "none",
  cap: "none",
});

/** What a condition of eligibility comes to: one sheet of one flag `flag`, one condition `E1`. */
export function conditionScorer(
  require: Data,
  facts: Data = {},
  parts: Data = {},
): (factSheet?: Data) => ConditionResult {
  const score = scorer(
    sheet({ indicators: [node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })] }),
    scheme({ facts, eligibility: [{ id: "E1", title: "E1", require, ...parts }] }),
  );
  return (factSheet) => score(factSheet).eligibility.conditions[0]!;
}

/** The codes of the errors that something throws, each with its path. */
export function thrown(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (isRubricError(error)) return error.diagnostics.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
}

/** A score that is the fact `x`: while `x` is unknown, the score lies in its range. */
export function rangeScorer(range: Data, parts: Data = {}): Scorer {
  return scorer(sheet({ facts: { x: decimal(range) }, indicators: [node("L", 100, same("x"))] }), scheme(parts));
}

/** A leaf that is worth the number its fact says, whatever its points. */
export const worth = (id: string, points: number | string, parts: Data = {}): Data =>
  node(id, points, { ...same(decimal()), ...parts });

/** Declared not applicable, by somebody for some reason. */
export const out = (...ids: readonly string[]): Data =>
  Object.fromEntries(ids.map((id) => [id, { by: "审核员甲", reason: "无生产场所" }]));
