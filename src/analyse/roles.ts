/** Fact sheets of several roles → one comparison, leaf by leaf, with what each role saw otherwise. */
import { compare, formatExact, readExact, subtract, ZERO } from "../base/exact.js";
import type { CompiledScheme } from "../compile/program.js";
import { misuse } from "../messages/misuse.js";
import type { Assessment, NodeResult, Read } from "../model/assessment.js";
import type {
  Comparison,
  Raise,
  RoleDifference,
  RolePoints,
  RoleRead,
  RoleReason,
  RoleRow,
} from "../model/comparison.js";
import type { FactSheet } from "../model/fact.js";
import type { ExactText } from "../model/numbers.js";
import type { Title } from "../model/rubric.js";
import { expectCompiled } from "../score/arguments.js";
import { score } from "../score/score.js";

/**
 * Scores the fact sheets of one enterprise, one for each role (自评、审核、评定), and sets them side by side. The score of
 * one role never depends on another's: each fact sheet is complete in itself.
 *
 * @param compiled from `compileScheme`.
 * @param factSheets two or more, for the same enterprise and day, each of another of the scheme's roles; in any order.
 * @throws TypeError when they are not.
 *
 * @example
 * ```ts
 * import { compareRoles, compileScheme } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const self = await loadFactSheet("rubrics/examples/exactly-80.facts.yaml");
 * const comparison = compareRoles(scheme, [{ ...self, role: "self" }, { ...self, role: "audited" }]);
 * console.log(comparison.roles.map(({ role, score }) => `${role} ${score.exact}`).join(", ")); // self 80, audited 80
 * ```
 */
export function compareRoles(compiled: CompiledScheme, factSheets: readonly FactSheet[]): Comparison {
  expectCompiled("compareRoles", compiled);
  if (!areComparable(compiled, factSheets))
    throw misuse(
      "compareRoles",
      "factSheets",
      "two or more of one enterprise and day, each of another role of the scheme",
      factSheets,
    );
  const { scheme } = compiled.program;
  const ordered = [...factSheets].sort((a, b) => scheme.roles.indexOf(a.role!) - scheme.roles.indexOf(b.role!));
  const assessments = ordered.map((factSheet) => score(compiled, factSheet));
  const [first] = assessments;
  const indicators = rowsOf(assessments);
  return {
    format: "chengxin/comparison@1",
    scheme: { id: scheme.id, version: scheme.version, title: scheme.title },
    subject: first!.subject,
    asOf: first!.asOf,
    laterMayRaise: scheme.laterMayRaise,
    roles: assessments.map(({ role, score: { status, exact, display, bounds }, decision }) => ({
      role: role!,
      score: { status, exact, display, bounds } as Comparison["roles"][number]["score"],
      outcome: decision.outcome,
    })),
    indicators,
    raises: scheme.laterMayRaise ? [] : indicators.flatMap(raisesOf),
  };
}

/** Whether these are what `compareRoles` asks for. */
export function areComparable({ program }: CompiledScheme, factSheets: readonly FactSheet[]): boolean {
  const [first] = factSheets;
  if (!first || factSheets.length < 2) return false;
  const roles = new Set(factSheets.map(({ role }) => role));
  return (
    roles.size === factSheets.length &&
    factSheets.every(
      ({ role, asOf, subject }) =>
        role !== undefined &&
        program.scheme.roles.includes(role) &&
        asOf === first.asOf &&
        subject.id === first.subject.id &&
        (subject.id !== undefined || subject.name === first.subject.name),
    )
  );
}

/** Of facts, by id; a judgement and a fact declared in its leaf have none of their own. */
type Titles = ReadonlyMap<string, Title | undefined>;

interface Placed {
  readonly indicator: string;
  readonly node: NodeResult;
}

/** Nodes of all roles: roles that were scored by different sheets have different ones. */
function rowsOf(assessments: readonly Assessment[]): readonly RoleRow[] {
  const trees = assessments.map((assessment) => new Map(nodesOf(assessment).map((one) => [one.indicator, one.node])));
  const ids = new Set(trees.flatMap((tree) => [...tree.keys()]));
  const facts = assessments.flatMap((assessment) => assessment.facts);
  const titles: Titles = new Map(facts.map(({ declared }) => [declared.id, declared.title]));
  return [...ids].map((indicator) => {
    const nodes = trees.map((tree) => tree.get(indicator));
    const { title, level, points, children } = nodes.find((node) => node !== undefined)!;
    const kind = children ? "group" : "leaf";
    const given = nodes.map((node, i): RolePoints => ({
      role: assessments[i]!.role!,
      status: node?.status ?? "absent",
      awarded: node?.awarded ?? null,
    }));
    return { indicator, kind, title, level, points, given, differences: differencesOf(nodes, given, titles) };
  });
}

function nodesOf({ components }: Assessment): readonly Placed[] {
  return components.flatMap(({ id, root }) => (root ? below(root, id) : []));
}

function below(node: NodeResult, component: string): readonly Placed[] {
  const indicator = node.level === 0 ? component : `${component}/${node.id}`;
  return [{ indicator, node }, ...(node.children ?? []).flatMap((child) => below(child, component))];
}

function differencesOf(
  nodes: readonly (NodeResult | undefined)[],
  given: readonly RolePoints[],
  titles: Titles,
): readonly RoleDifference[] {
  return given.slice(1).flatMap((later, i) => {
    const earlier = given[i]!;
    const same = earlier.status === later.status && earlier.awarded?.exact === later.awarded?.exact;
    if (same) return [];
    const by = gapBetween(earlier, later);
    const reasons = [...leftOut(nodes[i], earlier), ...leftOut(nodes[i + 1], later)];
    const { role: from } = earlier;
    return [
      {
        from,
        to: later.role,
        by,
        reasons: reasons.length > 0 ? reasons : readOtherwise(nodes[i], nodes[i + 1], titles),
      },
    ];
  });
}

function gapBetween(earlier: RolePoints, later: RolePoints): ExactText | null {
  if (!earlier.awarded || !later.awarded) return null;
  return formatExact(subtract(readExact(later.awarded.exact), readExact(earlier.awarded.exact)));
}

function leftOut(node: NodeResult | undefined, { role }: RolePoints): readonly RoleReason[] {
  const declared = node?.applicability?.declared;
  return declared ? [{ kind: "not-applicable", role, ...declared }] : [];
}

/** Of a group the reasons stand with its indicators. */
function readOtherwise(
  before: NodeResult | undefined,
  after: NodeResult | undefined,
  titles: Titles,
): readonly RoleReason[] {
  if (!before || !after) return [];
  const later = new Map(after.read.map((one) => [one.fact, one]));
  return before.read.flatMap((one) => {
    const other = later.get(one.fact);
    if (!other || isSame(one, other)) return [];
    const title = titles.get(one.fact);
    const named = { fact: one.fact, ...(title !== undefined && { title }) };
    return [{ kind: "read" as const, ...named, before: readOf(one), after: readOf(other) }];
  });
}

function isSame(a: Read, b: Read): boolean {
  return a.state === b.state && JSON.stringify(a.value) === JSON.stringify(b.value);
}

function readOf({ state, value, evidence, note, by, as, reason }: Read): RoleRead {
  return {
    state,
    value,
    evidence,
    ...(note !== undefined && { note }),
    ...(by !== undefined && { by }),
    ...(as !== undefined && { as }),
    ...(reason !== undefined && { reason }),
  };
}

/** A group that rises only because one of its indicators does is not told again. */
function raisesOf({ indicator, kind, differences }: RoleRow): readonly Raise[] {
  if (kind === "group") return [];
  return differences.flatMap(({ from, to, by }) =>
    by !== null && compare(readExact(by), ZERO) > 0 ? [{ indicator, from, to, by }] : [],
  );
}
