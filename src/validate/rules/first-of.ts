/** `first_of`: the first rule whose condition holds. */
import type { FirstOfRule } from "../../model/scoring.js";
import { ZERO } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { all } from "../given.js";
import { oneOf } from "../scalars.js";
import { givenList, part, shape } from "../shape.js";
import { strictObject } from "../zod.js";
import { checkConditional, optionalWhenKeys, reachOfInner, readConditional, whenKeys } from "./inner.js";
import { type End, type RuleModule, widest } from "./rule.js";

export const firstOfShape = strictObject({ rule: oneOf(["first_of"]), of: part("conditional-rules") });

export const firstOf: RuleModule<FirstOfRule> = {
  read(reading) {
    const { value, path, report } = reading;
    const { ok, fields } = shape(firstOfShape, value, path, report);
    const at = pointer(path, "of");
    const options = givenList(fields.of, at, report);
    const of = all(
      options?.map((each, i) => {
        const isLast = i === options.length - 1;
        return readConditional(each, pointer(at, i), reading, isLast ? optionalWhenKeys : whenKeys);
      }),
    );
    if (!ok || !of) return undefined;
    if (of[0]!.when) return { rule: "first_of", of };
    report.add("too-few-rules", at, {}, { part: "key" });
    return undefined;
  },

  check({ of }, check) {
    for (const [i, option] of of.entries()) checkConditional(option, pointer(pointer(check.path, "of"), i), check);
  },

  reach({ of }, check) {
    const reaches = all(of.map((option, i) => reachOfInner(option, pointer(pointer(check.path, "of"), i), check)));
    if (!reaches) return undefined;
    const none: End = { value: ZERO, sample: ZERO, witness: "first_of" };
    return widest(of.at(-1)!.when ? [...reaches, { low: none, high: none }] : reaches);
  },
};
