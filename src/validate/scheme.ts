/** `kind: scheme`: how sheets, eligibility and decision make one evaluation. */
import type { DocumentValue } from "../model/document.js";
import type { Scheme } from "../model/rubric.js";
import { readBands } from "./bands.js";
import { readBlend } from "./blend.js";
import { declaredFacts } from "./declared-facts.js";
import { checkDerivations } from "./derivation-meaning.js";
import { readFacts } from "./fact-declarations.js";
import { given } from "./given.js";
import { headerKeys, readHeader } from "./header.js";
import { areDistinct } from "./options.js";
import { readOutcomes } from "./outcomes.js";
import type { Report } from "./report.js";
import { readEligibility, readMaterials, readPreferences } from "./requirements.js";
import { checkRounding, readRounding } from "./rounding.js";
import { id, listOrEmpty, oneOf, positive, yesNo } from "./scalars.js";
import { isList, isMapping, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const schemeShape = strictObject({
  kind: oneOf(["scheme"]),
  ...headerKeys,
  points: positive,
  blend: part("blend"),
  round: optional(part("display")),
  display: optional(part("display")),
  roles: optional(listOrEmpty(id)),
  later_may_raise: optional(yesNo),
  eligibility: optional(part("eligibility")),
  preferences: optional(part("preferences")),
  materials: optional(part("materials")),
  bands: optional(part("bands")),
  goal: id,
  outcomes: part("outcomes"),
});
/** Undefined when the report holds an error. */
export function readScheme(value: DocumentValue, report: Report): Scheme | undefined {
  const { ok, fields, wrong } = shape(schemeShape, value, "", report);
  const header = readHeader(fields, wrong, report);
  const declared = readFacts(fields.facts, report);
  const byId = new Map(declared.entries.map((fact) => [fact.id, fact]));
  const facts = declaredFacts(byId);
  checkDerivations(byId, facts, report);
  areDistinct(fields.roles ?? [], "/roles", report);
  // Two places, half up, unless the author says otherwise: it never feeds back into a score.
  const display = fields.display === undefined ? HALF_UP : readRounding(fields.display, "/display", report);
  const round = readRounding(fields.round, "/round", report);
  checkRounding({ path: "", report, points: fields.points, round });
  const blend = readBlend(fields.blend, report);
  const reading = { header, facts, report };
  const eligibility = readEligibility(fields.eligibility, reading);
  const preferences = readPreferences(fields.preferences, reading);
  const materials = readMaterials(fields.materials, reading);
  const bands = readBands(fields.bands, { ...reading, points: fields.points, blend, round });
  const outcomes = readOutcomes(fields.outcomes, {
    ...reading,
    goal: fields.goal,
    points: fields.points,
    blend,
    bands: bandsNamed(fields.bands),
    hasEligibility: (eligibility?.length ?? 0) > 0,
  });

  if (report.errors() > 0 || !ok || !display || header.title === undefined) return undefined;
  if (!blend || !eligibility || !preferences || !materials || !bands || !outcomes) return undefined;
  return {
    kind: "scheme",
    ...given({ id: fields.id, version: fields.version, title: header.title, status: fields.status ?? "official" }),
    documents: header.documents,
    ...given({ source: fields.source, effective: header.effective }),
    facts: declared.entries,
    points: fields.points,
    blend,
    ...given({ round }),
    display,
    roles: fields.roles ?? [],
    laterMayRaise: fields.later_may_raise ?? false,
    eligibility,
    preferences,
    materials,
    bands,
    outcomes,
    goal: fields.goal,
  };
}

/** By their ids, whatever else may be wrong with them; undefined where that cannot be told. */
function bandsNamed(value: DocumentValue | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  if (!isList(value)) return undefined;
  const ids = value.map((band) => (isMapping(band) ? band["id"] : undefined));
  return ids.every((each) => typeof each === "string") ? ids : undefined;
}

const HALF_UP: Scheme["display"] = { places: 2, mode: "half-up" };
