/** `effects` of a scheme: what a condition does to the score, or to the band that belongs to it. */
import { type Exact, ZERO, compare, exact, formatExact } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import type { DocumentValue } from "../model/document.js";
import type { DecimalText } from "../model/numbers.js";
import type { BandAction, Limit, Rescale, SchemeEffect } from "../model/rubric.js";
import { checkCondition } from "./condition-types.js";
import { checkBand, readBreakdownCondition } from "./conditions.js";
import { theOneKey } from "./dispatch.js";
import { atMostShape, pointsShape } from "./effects.js";
import { all, given } from "./given.js";
import type { Report } from "./report.js";
import type { SchemeReading } from "./requirements.js";
import { id, positiveCount, text, wordProblem } from "./scalars.js";
import { givenList, isMapping, isRight, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const schemeEffectShape = strictObject({
  when: part("breakdown-condition"),
  then: part("scheme-effect-action"),
  clause: optional(text),
  source: optional(id),
});
export const toBandShape = strictObject({ band: id });
export const bandAtMostShape = strictObject({ band_at_most: id });
export const bandsDownShape = strictObject({ bands_down: positiveCount });

const WORDS = ["zero", "veto"] as const;
const KINDS = ["at_most", "points", "band", "band_at_most", "bands_down"] as const;
const MAPPINGS = ["{ at_most: 60 }", "{ points: 60 }", "{ band: C }", "{ band_at_most: B }", "{ bands_down: 1 }"];

interface EffectsReading extends SchemeReading {
  /** Ids of the bands, best first; undefined where they cannot be read. */
  readonly bands: readonly string[] | undefined;
  /** What a score may be set to; undefined where that cannot be told. */
  readonly scale: ScoreScale | undefined;
}

/** An absent end is open to infinity. */
export interface ScoreScale {
  readonly low?: Exact;
  readonly high?: Exact;
}

/** From the floor to the cap, and where none is stated the ends of the printed scale. */
export function scaleOf(
  points: DecimalText,
  rescale: Rescale | undefined,
  floor: Limit | undefined,
  cap: Limit | undefined,
): ScoreScale {
  const end = (stated: Limit | undefined, printed: Exact): Exact | undefined =>
    stated === undefined ? printed : stated === "none" ? undefined : exact(stated);
  const low = end(floor, rescale ? exact(rescale.to.low) : ZERO);
  const high = end(cap, exact(rescale ? rescale.to.high : points));
  return { ...(low && { low }), ...(high && { high }) };
}

/** None is an empty list; undefined where one of them cannot be read. */
export function readSchemeEffects(
  value: DocumentValue | undefined,
  reading: EffectsReading,
): readonly SchemeEffect[] | undefined {
  if (value === undefined) return [];
  const { header, facts, report } = reading;
  return all(
    givenList(value, "/effects", report)?.map((entry, i): SchemeEffect | undefined => {
      const at = pointer("/effects", i);
      if (entry === null) report.add("empty-entry", at);
      if (entry === null) return undefined;
      const { ok, fields } = shape(schemeEffectShape, entry, at, report);
      const when = readBreakdownCondition(fields.when, pointer(at, "when"), report);
      if (when) checkCondition(when, facts, pointer(at, "when"), report);
      const action = readAction(fields.then, pointer(at, "then"), reading);
      header.checkSource(fields.source, pointer(at, "source"), report);
      if (!ok || !when || !action) return undefined;
      return given({ when, action, clause: fields.clause, source: fields.source, path: at });
    }),
  );
}

function readAction(
  value: DocumentValue | undefined,
  path: string,
  { report, bands, scale }: EffectsReading,
): SchemeEffect["action"] | undefined {
  if (value === undefined) return undefined;
  if (!isMapping(value)) {
    if (!isRight((each) => wordProblem(each, [...WORDS, ...MAPPINGS]), value, path, report)) return undefined;
    const kind = WORDS.find((word) => word === value);
    if (kind === "zero") checkScale("0", scale, path, report);
    return kind && { kind };
  }
  const kind = theOneKey(value, KINDS, path, report);
  switch (kind) {
    case undefined:
      return undefined;
    case "at_most":
    case "points": {
      const { ok, fields } =
        kind === "at_most" ? shape(atMostShape, value, path, report) : shape(pointsShape, value, path, report);
      const points = Object.values(fields)[0] as DecimalText | undefined;
      if (!ok || points === undefined) return undefined;
      checkScale(points, scale, pointer(path, kind), report);
      return { kind, points };
    }
    case "band":
    case "band_at_most": {
      const { ok, fields } =
        kind === "band" ? shape(toBandShape, value, path, report) : shape(bandAtMostShape, value, path, report);
      const band = Object.values(fields)[0];
      if (!ok || band === undefined || !bands) return undefined;
      return checkBand(band, bands, pointer(path, kind), report) ? { kind, band } : undefined;
    }
    case "bands_down": {
      const { ok, fields } = shape(bandsDownShape, value, path, report);
      return ok ? stepsDown(fields.bands_down!, bands, pointer(path, kind), report) : undefined;
    }
  }
}

/** There are as many steps as there are bands below the best. */
function stepsDown(
  steps: DecimalText,
  bands: readonly string[] | undefined,
  path: string,
  report: Report,
): BandAction | undefined {
  if (!bands) return undefined;
  const most = bands.length - 1;
  if (bands.length === 0) report.add("bands-unstated", path, {}, { part: "key" });
  else if (compare(exact(steps), exact(String(most))) > 0)
    report.add("bands-down-too-far", path, { steps, count: bands.length, most });
  else return { kind: "bands_down", bands: Number(steps) };
  return undefined;
}

function checkScale(points: string, scale: ScoreScale | undefined, path: string, report: Report): void {
  if (!scale) return;
  const { low, high } = scale;
  const value = exact(points);
  if ((low && compare(value, low) < 0) || (high && compare(value, high) > 0)) {
    const [least, most] = [low ? formatExact(low) : "−∞", high ? formatExact(high) : "+∞"];
    report.add("effect-off-scale", path, { points, least, most });
  }
}
