/** `best_of`: the greatest of what several rules come to. */
import type { BestOfRule } from "../../model/scoring.js";
import { compare } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { all } from "../given.js";
import { oneOf } from "../scalars.js";
import { givenList, part, shape } from "../shape.js";
import { strictObject } from "../zod.js";
import { checkInner, innerKeys, reachOfInner, readInner } from "./inner.js";
import { type End, type RuleModule, widest } from "./rule.js";

export const bestOfShape = strictObject({ rule: oneOf(["best_of"]), of: part("inner-rules") });

export const bestOf: RuleModule<BestOfRule> = {
  read(reading) {
    const { value, path, report } = reading;
    const { ok, fields } = shape(bestOfShape, value, path, report);
    const at = pointer(path, "of");
    const of = all(
      givenList(fields.of, at, report)?.map((each, i) => readInner(each, pointer(at, i), reading, innerKeys)),
    );
    if (!ok || !of) return undefined;
    if (of.length > 1) return { rule: "best_of", of };
    report.add("too-few-rules", at, {}, { part: "key" });
    return undefined;
  },

  check({ of }, check) {
    for (const [i, inner] of of.entries()) checkInner(inner, pointer(pointer(check.path, "of"), i), check);
  },

  reach({ of }, check) {
    const reaches = all(of.map((inner, i) => reachOfInner(inner, pointer(pointer(check.path, "of"), i), check)));
    return reaches && { low: reaches.map(({ low }) => low).reduce(greater), high: widest(reaches).high };
  },
};

/** At their worst all together, the best of them is what is left. */
function greater(a: End, b: End): End {
  if (!a.value) return b;
  return b.value && compare(b.value, a.value) > 0 ? b : a;
}
