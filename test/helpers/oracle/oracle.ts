/** Scheme, sheets and fact sheet as an author writes them → every figure of the assessment, by the words of the language. */
import { type Chosen, behindBlend, chosenOf, holdsSheet, schemeOf, slopeOf } from "./blend.js";
import { holdsTrue } from "./conditions.js";
import { readFacts } from "./facts.js";
import { instanceFacts, readList } from "./instances.js";
import { possibleBands, possibleOutcomes, thresholdOf } from "./outcome.js";
import { has, isList, list, map, maps, number, text } from "./plain.js";
import { display, div, mul, print, sub, total, ZERO } from "./rational.js";
import { isAskedLoosely, vetoesBelow } from "./effects.js";
import { any } from "./kleene.js";
import { asksLoosely, breakdownOf, questionsIn } from "./points.js";
import { printEnd, share } from "./shares.js";
import { limit, single, sum, times } from "./span.js";
import { spokenFacts } from "./spoken.js";
import { awardedOf, growTree, isRelaxed, mayVanish, nodesOf, tryEverything } from "./tree.js";
import type { Verdicts } from "./conditions.js";
import type { Facts } from "./facts.js";
import type { Truth } from "./kleene.js";
import type { Breakdown } from "./points.js";
import type { Range } from "./outcome.js";
import type { PlainMap } from "./plain.js";
import type { Mode, Q } from "./rational.js";
import type { OracleCondition, OracleDecision, OracleResult, OracleScore } from "./result.js";
import type { Hull } from "./span.js";
import type { Evidence, TreeNode } from "./tree.js";

/** `rubrics`: the scheme and every sheet loaded with it. */
export function consult(rubrics: readonly PlainMap[], factSheet: PlainMap): OracleResult {
  const scheme = schemeOf(rubrics);
  const chosen = chosenOf(rubrics, factSheet);
  const facts = readFacts(rubrics, factSheet);
  const evidence = evidenceOf(facts, factSheet, chosen);
  const parts = chosen.map(({ component, sheet }) => part(scheme, component, sheet, evidence));
  const score = scoreOf(scheme, parts);
  const indicators = breakdownOf(
    parts.map(({ id, root }, i) => ({ id, root, sheets: sheetsFor(chosen[i]?.component ?? {}, rubrics) })),
  );
  const known = chosen.some(({ component, sheet }) =>
    (sheet === undefined ? sheetsFor(component, rubrics) : [sheet]).some(knowsVeto),
  );
  const open = chosen.some(
    ({ component, sheet }) => sheet === undefined && sheetsFor(component, rubrics).some(knowsVeto),
  );
  const vetoes = parts.flatMap(({ root }) => (root === undefined ? [] : vetoesBelow(root)));
  const vetoed = known ? any([...vetoes, open ? undefined : false]) : "never";
  const conditions = maps(scheme["eligibility"]).map((condition) =>
    eligibilityCondition(condition, facts, { indicators }),
  );
  const eligibility = { status: eligibilityStatus(conditions), conditions };
  return {
    components: parts.map(({ id, root, factor }) => ({ id, root: root === undefined ? null : share(root, factor) })),
    score: score.result,
    eligibility,
    preferences: maps(scheme["preferences"]).map((one) => ({
      id: text(one["id"]),
      status: answer(holdsTrue(map(one["when"]), facts, { indicators })),
    })),
    materials: materials(scheme, factSheet),
    decision: decide(scheme, score, eligibility.status, facts, spokenFacts(rubrics), indicators, vetoed),
    loose:
      asksLoosely(scheme, indicators) ||
      parts.some(({ root }) => root !== undefined && nodesOf(root).some(vetoesLoosely)),
    questions: questionsIn(scheme, indicators),
  };
}

/** A veto of a group asks what the engine only promises to contain. */
const vetoesLoosely = ({ source, children }: TreeNode): boolean =>
  maps(source["effects"]).some((effect) => effect["then"] === "veto" && isAskedLoosely(effect, source, children));

const knowsVeto = (node: PlainMap): boolean =>
  maps(node["effects"]).some((effect) => effect["then"] === "veto") || maps(node["indicators"]).some(knowsVeto);

/** Every sheet that a component may use. */
function sheetsFor(component: PlainMap, rubrics: readonly PlainMap[]): readonly PlainMap[] {
  if (holdsSheet(schemeOf(rubrics))) return [schemeOf(rubrics)];
  const categories = list(component["one_of"]).map(text);
  return rubrics.filter(
    (rubric) =>
      rubric["kind"] === "sheet" &&
      (rubric["id"] === component["sheet"] || categories.includes(text(rubric["category"] ?? "base"))),
  );
}

function evidenceOf(facts: Facts, factSheet: PlainMap, chosen: readonly Chosen[]): Evidence {
  const all = chosen.flatMap(({ component, sheet }) =>
    idsBelow(sheet ?? {}).map((id) => ({ bare: id, full: `${text(component["id"])}/${id}` })),
  );
  const resolve = (written: string): string => {
    const bare = all.filter((one) => one.bare === written);
    return written.includes("/") || bare.length !== 1 ? written : (bare[0]?.full ?? written);
  };
  const own = (said: PlainMap): Pick<Evidence, "judgement" | "declaredOut"> => {
    const judgements = new Map(Object.entries(map(said["judgements"])).map(([id, one]) => [resolve(id), one]));
    const out = new Set(Object.keys(map(said["not_applicable"])).map(resolve));
    return { judgement: (id) => judgements.get(id), declaredOut: (id) => out.has(id) };
  };
  const closed = factSheet["closed"] === true;
  const whole: Evidence = {
    facts,
    closed,
    ...own(factSheet),
    list: (id) => readList(factSheet, id),
    inside: (list, entry) => ({
      ...whole,
      ...own(entry ?? {}),
      facts: instanceFacts(facts, list, map(entry?.["facts"]), entry !== undefined && closed),
      closed: entry !== undefined && closed,
      instance: { list, id: entry === undefined ? "" : text(entry["id"]) },
    }),
  };
  return whole;
}

const idsBelow = (node: PlainMap): string[] =>
  maps(node["indicators"]).flatMap((child) => [text(child["id"]), ...idsBelow(child)]);

interface Part {
  readonly id: string;
  readonly root: TreeNode | undefined;
  /** Worth of one point of the sheet in the score. */
  readonly factor: Q;
  readonly hull: Hull;
}

function part(scheme: PlainMap, component: PlainMap, sheet: PlainMap | undefined, evidence: Evidence): Part {
  const id = text(component["id"]);
  const full = mul(mul(number(component["weight"]), number(scheme["points"])), slopeOf(scheme));
  if (sheet === undefined) return { id, root: undefined, factor: full, hull: { lo: ZERO, hi: full } };
  const root = growTree(sheet, id, evidence);
  tryEverything(root);
  const factor = div(full, number(sheet["points"]));
  const face = times(root.seen.hull ?? single(ZERO), factor);
  return { id, root, factor, hull: component["outside"] === "clamp" ? limit(face, ZERO, full) : face };
}

interface Score {
  readonly result: OracleScore;
  readonly exact: Q | undefined;
  readonly range: Range;
}

function scoreOf(scheme: PlainMap, parts: readonly Part[]): Score {
  const hull = behindBlend(scheme, parts.map((one) => one.hull).reduce(sum));
  const roots = parts.map((one) => one.root);
  const nothing = roots.every((root) => root?.status === "not-applicable")
    ? "only"
    : roots.every((root) => root !== undefined && mayVanish(root))
      ? "maybe"
      : "no";
  const scored =
    nothing !== "only" &&
    roots.every((root) => root !== undefined && (root.status === "scored" || root.status === "not-applicable"));
  const exact = scored ? (hull.lo ?? undefined) : undefined;
  const rounding = map(scheme["display"]);
  return {
    exact,
    range: { ...hull, nothing },
    result: {
      status: nothing === "only" ? "nothing-scored" : scored ? "scored" : "open",
      exact: exact === undefined ? null : print(exact),
      display: exact === undefined ? null : display(exact, Number(rounding["places"]), text(rounding["mode"]) as Mode),
      bounds: { least: printEnd(hull.lo), most: printEnd(hull.hi) },
      adjusted: exact === undefined ? null : print(sub(exact, total(parts.map(faceValue)))),
      relaxed: roots.some((root) => root !== undefined && isRelaxed(root)),
      operations: ["rescale", "floor", "cap", "round"].filter((key) => has(scheme, key)),
    },
  };
}

function faceValue({ root, factor }: Part): Q {
  return mul(factor, (root === undefined ? null : awardedOf(root)) ?? ZERO);
}

function eligibilityCondition(condition: PlainMap, facts: Facts, asked: Partial<Verdicts>): OracleCondition {
  const id = text(condition["id"]);
  const applies = has(condition, "applies_when") ? holdsTrue(map(condition["applies_when"]), facts, asked) : true;
  if (applies === false) return { id, status: "not-applicable" };
  const held = holdsTrue(map(condition["require"]), facts, asked);
  return { id, status: applies === undefined && held !== true ? "unknown" : answer(held) };
}

function answer(truth: boolean | undefined): OracleCondition["status"] {
  if (truth === undefined) return "unknown";
  return truth ? "satisfied" : "failed";
}

function eligibilityStatus(conditions: readonly OracleCondition[]): string {
  if (conditions.some((one) => one.status === "failed")) return "ineligible";
  return conditions.some((one) => one.status === "unknown") ? "undetermined" : "eligible";
}

function materials(scheme: PlainMap, factSheet: PlainMap): OracleResult["materials"] {
  const supplied = map(factSheet["materials"]);
  const lacks = (id: string): boolean => !isList(supplied[id]) || list(supplied[id]).length === 0;
  const missing = maps(scheme["materials"])
    .filter((one) => one["required"] === true && lacks(text(one["id"])))
    .map((one) => text(one["id"]));
  return { complete: missing.length === 0, missing };
}

function decide(
  scheme: PlainMap,
  score: Score,
  status: string,
  facts: Facts,
  spoken: ReadonlySet<string>,
  indicators: Breakdown,
  vetoed: Truth | "never",
): OracleDecision {
  const statuses = status === "undetermined" ? ["eligible", "ineligible"] : [status];
  const possible = possibleOutcomes(
    scheme,
    score.range,
    statuses,
    facts,
    spoken,
    indicators,
    vetoed === "never" ? false : vetoed,
  );
  const [first] = possible;
  const threshold = thresholdOf(scheme);
  const bands = possibleBands(scheme, score.range);
  return {
    band: score.range.nothing === "no" && bands.length === 1 ? (bands[0] ?? null) : null,
    vetoed: vetoed === "never" ? undefined : (vetoed ?? null),
    bands: list(scheme["bands"]).length === 0 ? undefined : bands,
    outcome: possible.length === 1 && first !== undefined ? first : "undetermined",
    certain: possible.length === 1,
    measures: maps(scheme["outcomes"])
      .filter((one) => possible.length === 1 && one["id"] === first)
      .flatMap((one) => maps(one["measures"]).map((measure) => text(measure["id"]))),
    possible,
    threshold: threshold === undefined ? null : print(threshold),
    margin: threshold === undefined || score.exact === undefined ? null : print(sub(score.exact, threshold)),
  };
}

/** Every node of every named sheet, for those who want to know what may still be declared. */
export function nodesUnder(rubrics: readonly PlainMap[], factSheet: PlainMap): TreeNode[] {
  const chosen = chosenOf(rubrics, factSheet);
  const evidence = evidenceOf(readFacts(rubrics, factSheet), factSheet, chosen);
  return chosen.flatMap(({ component, sheet }) =>
    sheet === undefined ? [] : nodesOf(growTree(sheet, text(component["id"]), evidence)),
  );
}
