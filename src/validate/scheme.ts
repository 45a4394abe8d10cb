/** `kind: scheme`: how sheets, eligibility and decision make one evaluation. */
import { compare, exact } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import { staysInside } from "../base/reach.js";
import type { DocumentValue } from "../model/document.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Rounding } from "../model/numbers.js";
import type { Component, Limit, Scheme, Sheet } from "../model/rubric.js";
import { readBands } from "./bands.js";
import { readBlend } from "./blend.js";
import { type DeclaredFacts, declaredFacts } from "./declared-facts.js";
import { checkDerivations } from "./derivation-meaning.js";
import { theOneKey } from "./dispatch.js";
import { checkFactLists, readFacts } from "./fact-declarations.js";
import { given } from "./given.js";
import { type HeaderDraft, headerKeys, readHeader } from "./header.js";
import { noInstanceLists } from "./instances.js";
import { areDistinct } from "./options.js";
import { readOutcomes } from "./outcomes.js";
import type { Report } from "./report.js";
import { readEligibility, readMaterials, readPreferences } from "./requirements.js";
import { readRescale } from "./rescale.js";
import { checkRounding, readRounding } from "./rounding.js";
import { id, listOrEmpty, oneOf, positive, yesNo } from "./scalars.js";
import { readSchemeEffects, scaleOf } from "./scheme-effects.js";
import { scoreRange } from "./score-range.js";
import { isList, isMapping, part, shape } from "./shape.js";
import { readTree, treeKeys } from "./sheet.js";
import { type Infer, optional, strictObject } from "./zod.js";

export const schemeShape = strictObject({
  kind: oneOf(["scheme"]),
  ...headerKeys,
  points: positive,
  blend: optional(part("blend")),
  ...treeKeys,
  indicators: optional(part("indicators")),
  rescale: optional(part("rescale")),
  display: optional(part("display")),
  roles: optional(listOrEmpty(id)),
  later_may_raise: optional(yesNo),
  eligibility: optional(part("eligibility")),
  preferences: optional(part("preferences")),
  materials: optional(part("materials")),
  bands: optional(part("bands")),
  effects: optional(part("scheme-effects")),
  goal: id,
  outcomes: part("outcomes"),
});

/** Undefined when the report holds an error. */
export function readScheme(value: DocumentValue, report: Report): Scheme | undefined {
  const { ok, fields, wrong } = shape(schemeShape, value, "", report);
  const header = readHeader(fields, wrong, report);
  const round = readRounding(fields.round, "/round", report);
  const kind = isMapping(value) ? theOneKey(value, ["blend", "indicators"], "", report, { wrong }) : undefined;
  const sources = { header, wrong, round, report };
  const source = kind === "indicators" ? heldSheet(fields, sources) : blendOf(fields, sources);
  const { facts, declared, blend, renormalise, sheet, floor, cap } = source;
  areDistinct(fields.roles ?? [], "/roles", report);
  // Two places, half up, unless the author says otherwise: it never feeds back into a score.
  const display = fields.display === undefined ? HALF_UP : readRounding(fields.display, "/display", report);
  const rescale = readRescale(fields.rescale, report);
  const limits = rescale
    ? { points: rescale.to.high, floor: floor ?? rescale.to.low, cap }
    : { points: fields.points, floor: floor ?? sheet?.root.floor, cap: cap ?? sheet?.root.cap };
  checkRounding({ path: "", report, ...limits, round });
  const reading = { header, facts: declared, report };
  const eligibility = readEligibility(fields.eligibility, reading);
  const preferences = readPreferences(fields.preferences, reading);
  const materials = readMaterials(fields.materials, reading);
  const { points } = fields;
  const isCarried = fields.rescale === undefined || rescale !== undefined;
  const named = bandsNamed(fields.bands);
  const scale = points !== undefined && isCarried ? scaleOf(points, rescale, floor, cap) : undefined;
  const effects = readSchemeEffects(fields.effects, { ...reading, bands: named, scale });
  const range =
    points !== undefined && blend && isCarried && effects
      ? scoreRange({ points, blend, sheet, rescale, effects, floor, cap, round })
      : undefined;
  const bands = readBands(fields.bands, { ...reading, range, round });
  const outcomes = readOutcomes(fields.outcomes, {
    ...reading,
    goal: fields.goal,
    range,
    bands: named,
    hasEligibility: (eligibility?.length ?? 0) > 0,
  });

  if (report.errors() > 0 || !ok || !display || header.title === undefined) return undefined;
  if (!blend || !eligibility || !preferences || !materials || !bands || !effects || !outcomes) return undefined;
  return {
    kind: "scheme",
    ...given({ id: fields.id, version: fields.version, title: header.title, status: fields.status ?? "official" }),
    documents: header.documents,
    ...given({ source: fields.source, effective: header.effective }),
    facts,
    points: fields.points,
    blend,
    ...given({ renormalise, sheet, rescale, floor, cap, round }),
    display,
    roles: fields.roles ?? [],
    laterMayRaise: fields.later_may_raise ?? false,
    eligibility,
    preferences,
    materials,
    bands,
    effects,
    outcomes,
    goal: fields.goal,
  };
}

type Fields = { readonly [K in keyof Infer<typeof schemeShape>]?: Infer<typeof schemeShape>[K] | undefined };

interface Sources {
  readonly header: HeaderDraft;
  readonly wrong: ReadonlySet<string>;
  readonly round: Rounding | undefined;
  readonly report: Report;
}

/** Where the score comes from, and the facts that are declared with it. */
interface ScoreSource {
  readonly facts: readonly FactDeclaration[];
  readonly declared: DeclaredFacts;
  readonly blend: readonly Component[] | undefined;
  readonly renormalise?: boolean | undefined;
  readonly sheet?: Sheet;
  readonly floor?: Limit | undefined;
  readonly cap?: Limit | undefined;
}

/** Other sheets, each with its weight. */
function blendOf(fields: Fields, { wrong, report }: Sources): ScoreSource {
  const { entries } = readFacts(fields.facts, report);
  const byId = new Map(entries.map((fact) => [fact.id, fact]));
  const declared = declaredFacts(byId);
  checkFactLists(byId, noInstanceLists, report);
  checkDerivations(byId, declared, report);
  for (const key of OF_INDICATORS) {
    if (fields[key] === undefined || fields.blend === undefined) continue;
    report.add("several-kinds", pointer("", key), { got: ["blend", key] }, { part: "key" });
  }
  const { points, floor } = fields;
  const cap = fields.cap === "points" ? points : fields.cap;
  if (fields.cap === "points" && fields.rescale !== undefined)
    report.add("several-kinds", "/cap", { got: ["rescale", "cap: points"] }, { part: "key" });
  if (isAbove(floor, cap)) report.add("floor-above-cap", "/floor", { floor: floor!, cap: cap! });
  const isAnswered = fields.renormalise !== undefined || wrong.has("renormalise");
  const blend = readBlend(fields.blend, { facts: declared, isAnswered, report });
  const renormalise = fields.renormalise === undefined ? undefined : fields.renormalise === true;
  return { facts: entries, declared, blend, renormalise, floor, cap };
}

function isAbove(floor: Limit | undefined, cap: Limit | undefined): boolean {
  if (floor === undefined || floor === "none" || cap === undefined || cap === "none") return false;
  return compare(exact(floor), exact(cap)) > 0;
}

/** What only a tree of indicators can have. */
const OF_INDICATORS = ["shape", "combine", "coefficient", "instances"] as const;

/** 一个文件: the indicators themselves, as one sheet with the id of the scheme. */
function heldSheet(fields: Fields, { header, wrong, report }: Sources): ScoreSource {
  // The score is rounded, which is the last thing that happens to it; the sum of the indicators is not.
  const { facts, declared, tree } = readTree(
    { ...fields, effects: undefined },
    { header, wrong, round: undefined, isRoundRead: true, report },
  );
  const { id, version } = fields;
  const { title, documents, effective } = header;
  if (!tree || id === undefined || version === undefined || title === undefined)
    return { facts, declared, blend: undefined };
  const inForce = given({ source: fields.source, effective });
  const head = {
    kind: "sheet",
    id,
    version,
    title,
    status: fields.status ?? "official",
    documents,
    ...inForce,
  } as const;
  const sheet: Sheet = { ...head, facts, category: "base", eligibility: [], ...tree };
  const outside = staysInside(sheet.reach, sheet.root.points) ? undefined : ("keep" as const);
  const whole = given({ id, from: { sheet: id }, weight: "1", outside });
  return { facts, declared, blend: [{ ...whole, ...ALWAYS, path: "" }], sheet };
}

/** By their ids, whatever else may be wrong with them; undefined where that cannot be told. */
function bandsNamed(value: DocumentValue | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  if (!isList(value)) return undefined;
  const ids = value.map((band) => (isMapping(band) ? band["id"] : undefined));
  return ids.every((each) => typeof each === "string") ? ids : undefined;
}

const ALWAYS = { mayBeNotApplicable: false, ifNotApplicable: "drop" } as const;

const HALF_UP: Scheme["display"] = { places: 2, mode: "half-up" };
