/** A condition without what joins its questions. */
import type { Condition } from "../model/condition.js";

export type Question = Exclude<Condition, { readonly kind: "all" | "any" | "not" | "at_least_n" }>;

/** Every question in it, in the order written. */
export function questionsIn(condition: Condition): readonly Question[] {
  switch (condition.kind) {
    case "all":
    case "any":
    case "at_least_n":
      return condition.of.flatMap(questionsIn);
    case "not":
      return questionsIn(condition.of);
    default:
      return [condition];
  }
}

/** Whether something in it is such a question. */
export function asks(condition: Condition, kind: Question["kind"]): boolean {
  return questionsIn(condition).some((question) => question.kind === kind);
}
