/** `parts`: several rules added, each perhaps under a condition. */
import type { PartsRule } from "../../model/scoring.js";
import { ZERO, add, compare, exact } from "../../base/exact.js";
import { pointer } from "../../base/pointer.js";
import { all } from "../given.js";
import { decimalOr, oneOf } from "../scalars.js";
import { givenList, part, shape } from "../shape.js";
import { optional, strictObject } from "../zod.js";
import { checkConditional, optionalWhenKeys, reachOfInner, readConditional } from "./inner.js";
import type { End, Reach, RuleModule } from "./rule.js";
import { startOf } from "./start.js";

export const partsShape = strictObject({
  rule: oneOf(["parts"]),
  start: optional(decimalOr(["zero", "full"])),
  parts: part("conditional-rules"),
});

export const parts: RuleModule<PartsRule> = {
  read(reading) {
    const { value, path, report, leaf } = reading;
    const { ok, fields } = shape(partsShape, value, path, report);
    const at = pointer(path, "parts");
    const list = givenList(fields.parts, at, report);
    const read = all(list?.map((each, i) => readConditional(each, pointer(at, i), reading, optionalWhenKeys)));
    const start = startOf(fields.start ?? "zero", leaf.points);
    return ok && read && start !== undefined ? { rule: "parts", start, parts: read } : undefined;
  },

  check(rule, check) {
    for (const [i, each] of rule.parts.entries()) {
      checkConditional(each, pointer(pointer(check.path, "parts"), i), check);
    }
  },

  reach(rule, check) {
    const reaches = all(
      rule.parts.map((each, i) => {
        const reach = reachOfInner(each, pointer(pointer(check.path, "parts"), i), check);
        return reach && each.when ? orNothing(reach) : reach;
      }),
    );
    const start = exact(rule.start);
    const from: End = { value: start, sample: start, witness: "" };
    return reaches?.reduce<Reach>(
      (sum, { low, high }) => ({ low: together(sum.low, low), high: together(sum.high, high) }),
      { low: from, high: from },
    );
  },
};

/** A part under a condition may be left out. */
function orNothing({ low, high }: Reach): Reach {
  const nothing: End = { value: ZERO, sample: ZERO, witness: "" };
  return {
    low: low.value && compare(low.value, ZERO) > 0 ? nothing : low,
    high: high.value && compare(high.value, ZERO) < 0 ? nothing : high,
  };
}

function together(a: End, b: End): End {
  return {
    ...(a.value && b.value && { value: add(a.value, b.value) }),
    sample: add(a.sample, b.sample),
    witness: [a.witness, b.witness].filter((each) => each !== "").join(", "),
  };
}
