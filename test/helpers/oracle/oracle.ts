/** Scheme, sheets and fact sheet as an author writes them → every figure of the assessment, by the words of the language. */
import { type Chosen, behindBlend, chosenOf, holdsSheet, schemeOf, sheetIn, slopeOf } from "./blend.js";
import { holdsTrue } from "./conditions.js";
import { readFacts } from "./facts.js";
import { instanceFacts, readList } from "./instances.js";
import { possibleBands, possibleOutcomes, thresholdOf } from "./outcome.js";
import { has, isList, list, map, maps, number, text } from "./plain.js";
import { display, div, mul, ONE, print, sub, total, whole, ZERO } from "./rational.js";
import { isSummed } from "./outside.js";
import { effectHolds, isAskedLoosely, vetoesBelow } from "./effects.js";
import { affectedScore, bandEffects, doesWhat, scoreEffects, vetoesOfScheme } from "./scheme-effects.js";
import { any } from "./kleene.js";
import { asksLoosely, breakdownOf, questionsIn } from "./points.js";
import { printEnd, share } from "./shares.js";
import { hullOf, limit, single, sum, times } from "./span.js";
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
  const parts = chosen.map((one) => part(scheme, one, evidence));
  const applying = weightApplying(scheme, parts);
  const indicators = breakdownOf(
    parts.map(({ id, root }, i) => ({ id, root, sheets: sheetsFor(chosen[i]?.component ?? {}, rubrics) })),
  );
  const score = scoreOf(scheme, parts, facts, indicators);
  const ofScheme = vetoesOfScheme(scheme, facts, indicators);
  const known =
    ofScheme.length > 0 ||
    chosen.some(({ component, sheet }) =>
      (sheet === undefined ? sheetsFor(component, rubrics) : [sheet]).some(knowsVeto),
    );
  // What certainly does not apply needs no sheet, and none can veto.
  const open = parts.some(
    ({ root, never }, i) =>
      root === undefined && !never && sheetsFor(chosen[i]?.component ?? {}, rubrics).some(knowsVeto),
  );
  const vetoes = [...ofScheme, ...parts.flatMap(({ root }) => (root === undefined ? [] : vetoesBelow(root)))];
  const vetoed = known ? any([...vetoes, open ? undefined : false]) : "never";
  const conditions = [
    ...maps(scheme["eligibility"]).map((condition) => eligibilityCondition(condition, facts, { indicators })),
    ...ofSheets(chosen, parts, facts),
  ];
  const unnamedSheets = chosen.flatMap(({ component }, i) =>
    parts[i]?.root !== undefined || parts[i]?.never === true ? [] : sheetsFor(component, rubrics),
  );
  const mayBring = unnamedSheets.some((sheet) => maps(sheet["eligibility"]).length > 0);
  const own = eligibilityStatus(conditions);
  const eligibility = { status: mayBring && own === "eligible" ? "undetermined" : own, conditions, mayBring };
  return {
    components: parts.map(({ id, root, factor, weight, applies }) => {
      const own = weight !== undefined && applying === undefined ? null : dividedBy(factor, weight, applying ?? ONE);
      return { id, root: root === undefined ? null : share(root, own), applies };
    }),
    score: score.result,
    eligibility,
    preferences: maps(scheme["preferences"]).map((one) => ({
      id: text(one["id"]),
      status: answer(holdsTrue(map(one["when"]), facts, { indicators })),
    })),
    materials: materials(scheme, factSheet),
    effects: maps(scheme["effects"]).map((effect) => ({
      kind: doesWhat(effect),
      truth: effectHolds(effect, facts, indicators),
    })),
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
    // The whole of a component goes by its id, where no indicator has that name.
    const whole_ = chosen.find(({ component }) => component["id"] === written);
    if (whole_ !== undefined && !all.some(({ bare }) => bare === written))
      return whole_.sheet === undefined ? written : `${written}/${text(whole_.sheet["id"])}`;
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
  readonly weight: Q | undefined;
  /** Worth of one point of the sheet in the score, before weights are divided. */
  readonly factor: Q;
  /** In points of the score, where it applies. */
  readonly hull: Hull;
  readonly applies: "in" | "out" | "open";
  readonly scored: boolean;
  /** Nobody names a sheet, and it certainly does not apply. */
  readonly never: boolean;
}

function part(scheme: PlainMap, chosen: Chosen, evidence: Evidence): Part {
  const { component } = chosen;
  const id = text(component["id"]);
  const slope = slopeOf(scheme);
  const weight = has(component, "weight") ? number(component["weight"]) : undefined;
  const sign = component["counts_as"] === "deduction" ? whole(-1) : ONE;
  const sheet = sheetIn(chosen);
  if (sheet === undefined) {
    const full = weight === undefined ? null : mul(mul(weight, number(scheme["points"])), slope);
    return { id, root: undefined, weight, factor: ZERO, ...unnamed(component, full, sign, evidence) };
  }
  const root = growTree(sheet, id, evidence);
  tryEverything(root);
  const points = number(sheet["points"]);
  const factor = mul(weight === undefined ? sign : div(mul(weight, number(scheme["points"])), points), slope);
  const own = root.seen.hull ?? single(ZERO);
  const hull = times(component["outside"] === "clamp" ? limit(own, ZERO, points) : own, factor);
  const applies = root.status === "not-applicable" ? "out" : mayVanish(root) ? "open" : "in";
  return { id, root, weight, factor, hull, applies, scored: root.status === "scored", never: false };
}

/** Nobody names its sheet; that it does not apply may be known all the same. */
function unnamed(
  component: PlainMap,
  full: Q | null,
  sign: Q,
  evidence: Evidence,
): Pick<Part, "hull" | "applies" | "scored" | "never"> {
  const id = text(component["id"]);
  const condition = has(component, "applies_when") ? holdsTrue(map(component["applies_when"]), evidence.facts) : true;
  const optional = component["may_be_not_applicable"] === true;
  const policy = component["if_not_applicable"] ?? "drop";
  const anything = times({ lo: ZERO, hi: full }, sign);
  if (condition === false || (optional && evidence.declaredOut(id))) {
    const never = true;
    if (policy === "drop") return { hull: single(ZERO), applies: "out", scored: false, never };
    if (policy === "zero") return { hull: single(ZERO), applies: "in", scored: true, never };
    return full === null
      ? { hull: anything, applies: "in", scored: false, never }
      : { hull: single(full), applies: "in", scored: true, never };
  }
  const doubtful = condition === undefined || (optional && !evidence.closed);
  return { hull: anything, applies: doubtful && policy === "drop" ? "open" : "in", scored: false, never: false };
}

/** Every way in which the open ones may or may not apply. */
function waysOf(parts: readonly Part[]): (readonly Part[])[] {
  return parts.reduce<(readonly Part[])[]>(
    (ways, one) => [
      ...(one.applies === "out" ? [] : ways.map((way) => [...way, one])),
      ...(one.applies === "in" ? [] : ways),
    ],
    [[]],
  );
}

/** The weights that apply, where they are divided by their sum; undefined while it is open which do. */
function weightApplying(scheme: PlainMap, parts: readonly Part[]): Q | undefined {
  if (scheme["renormalise"] !== true || holdsSheet(scheme)) return ONE;
  const weighted = parts.filter((one) => one.weight !== undefined);
  if (weighted.some((one) => one.applies === "open")) return undefined;
  return total(weighted.flatMap((one) => (one.applies === "in" ? [one.weight ?? ZERO] : [])));
}

/** Over all ways in which anything with a weight applies; null: there is none. */
function blended(scheme: PlainMap, parts: readonly Part[]): Hull | null {
  const weighted = waysOf(parts.filter((one) => one.weight !== undefined))
    .filter((way) => way.length > 0)
    .map((way) => {
      const sumOf = way.map((one) => one.hull).reduce(sum);
      const weight = weightApplying(
        scheme,
        way.map((one) => ({ ...one, applies: "in" as const })),
      );
      return times(sumOf, div(ONE, weight ?? ONE));
    });
  if (weighted.length === 0) return null;
  const outside = waysOf(parts.filter((one) => one.weight === undefined)).map((way) =>
    way.map((one) => one.hull).reduce(sum, single(ZERO)),
  );
  return sum(hullOf(weighted), hullOf(outside));
}

interface Score {
  readonly result: OracleScore;
  readonly exact: Q | undefined;
  readonly range: Range;
}

function scoreOf(scheme: PlainMap, parts: readonly Part[], facts: Facts, indicators: Breakdown): Score {
  const face = blended(scheme, parts);
  const hull = behindBlend(scheme, face ?? single(ZERO), (before) => affectedScore(scheme, before, facts, indicators));
  const effects = scoreEffects(scheme);
  const isSettled = effects.every((effect) => effectHolds(effect, facts, indicators) !== undefined);
  const weighted = parts.filter((one) => one.weight !== undefined);
  const nothing = face === null ? "only" : weighted.every((one) => one.applies !== "in") ? "maybe" : "no";
  const scored =
    face !== null && isSettled && parts.every((one) => one.applies === "out" || (one.applies === "in" && one.scored));
  const exact = scored ? (hull.lo ?? undefined) : undefined;
  const rounding = map(scheme["display"]);
  const roots = parts.map((one) => one.root);
  const weight = weightApplying(scheme, parts) ?? ONE;
  return {
    exact,
    range: { ...hull, nothing },
    result: {
      status: nothing === "only" ? "nothing-scored" : scored ? "scored" : "open",
      exact: exact === undefined ? null : print(exact),
      display: exact === undefined ? null : display(exact, Number(rounding["places"]), text(rounding["mode"]) as Mode),
      bounds: { least: printEnd(hull.lo), most: printEnd(hull.hi) },
      adjusted: exact === undefined ? null : print(sub(exact, total(parts.map((one) => faceValue(one, weight))))),
      relaxed: asksLoosely(effects, indicators) || roots.some((root) => root !== undefined && isRelaxed(root)),
      operations: ["rescale", "effects", "floor", "cap", "round"].filter((key) => has(scheme, key)),
    },
  };
}

/** What the root contributes by itself: its factor times what it was awarded. */
function faceValue({ root, factor, weight }: Part, applying: Q): Q {
  const awarded = root === undefined || root.status === "not-applicable" ? ZERO : (awardedOf(root) ?? ZERO);
  return mul(dividedBy(factor, weight, applying), awarded);
}

const dividedBy = (factor: Q, weight: Q | undefined, applying: Q): Q =>
  weight === undefined || applying.n === 0n ? factor : div(factor, applying);

function eligibilityCondition(condition: PlainMap, facts: Facts, asked: Partial<Verdicts>): OracleCondition {
  const id = text(condition["id"]);
  const applies = has(condition, "applies_when") ? holdsTrue(map(condition["applies_when"]), facts, asked) : true;
  if (applies === false) return { id, status: "not-applicable" };
  const held = holdsTrue(map(condition["require"]), facts, asked);
  return { id, status: applies === undefined && held !== true ? "unknown" : answer(held) };
}

/** Of every sheet that is named, once: that its component does not apply takes the conditions away with it. */
function ofSheets(chosen: readonly Chosen[], parts: readonly Part[], facts: Facts): OracleCondition[] {
  const named = chosen.flatMap(({ component, sheet }, i) => {
    const root = parts[i]?.root;
    if (sheet === undefined || root === undefined || sheet["kind"] === "scheme") return [];
    return [{ component: text(component["id"]), sheet, counts: counts(root) }];
  });
  const sheets = [...new Set(named.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => {
    const bringing = named.filter((one) => one.sheet === sheet);
    const surely = bringing.find((one) => one.counts === true);
    const perhaps = bringing.find((one) => one.counts === undefined);
    return maps(sheet["eligibility"]).map((condition): OracleCondition => {
      const asked = eligibilityCondition(condition, facts, {});
      if (surely !== undefined) return { ...asked, component: surely.component };
      if (perhaps === undefined) return { id: asked.id, status: "not-applicable", component: bringing[0]!.component };
      return { ...asked, component: perhaps.component, ...(asked.status === "failed" && { status: "unknown" }) };
    });
  });
}

/** Whether a component applies: by its own words, and because something that is summed in it does. */
function counts({ applies, source, children }: TreeNode): Truth {
  const summed = children.filter((child) => isSummed(source, child.source));
  if (applies === "out" || summed.every((child) => child.status === "not-applicable")) return false;
  return applies === "open" || summed.every(mayVanish) ? undefined : true;
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
  const bands = possibleBands(scheme, score.range, facts, spoken, indicators);
  const own = possibleBands({ ...scheme, effects: [] }, score.range, facts, spoken, indicators);
  return {
    band: score.range.nothing === "no" && bands.length === 1 ? (bands[0] ?? null) : null,
    scoreBand:
      bandEffects(scheme).length === 0
        ? undefined
        : score.range.nothing === "no" && own.length === 1
          ? (own[0] ?? null)
          : null,
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
  return chosen.flatMap((one) => {
    const sheet = sheetIn(one);
    return sheet === undefined ? [] : nodesOf(growTree(sheet, text(one.component["id"]), evidence));
  });
}
