/** Kleene's three-valued logic, written once for conditions on facts and on the fields of events. */
import type { Truth } from "../model/assessment.js";

export type Evaluate<V> = (view: V) => Truth;

/** The connectives evaluate all their parts, so that everything that was read is reported. */
export function bindAll<V>(parts: readonly Evaluate<V>[]): Evaluate<V> {
  return (view) => {
    let result: Truth = "true";
    for (const part of parts) {
      const answer = part(view);
      if (answer === "false") result = "false";
      else if (answer === "unknown" && result === "true") result = "unknown";
    }
    return result;
  };
}

export function bindAny<V>(parts: readonly Evaluate<V>[]): Evaluate<V> {
  return bindNot(bindAll(parts.map(bindNot)));
}

export function bindNot<V>(part: Evaluate<V>): Evaluate<V> {
  return (view) => {
    const answer = part(view);
    return answer === "unknown" ? "unknown" : answer === "true" ? "false" : "true";
  };
}

/** False when the true and the unknown ones together are fewer than n. */
export function bindAtLeast<V>(n: number, parts: readonly Evaluate<V>[]): Evaluate<V> {
  return (view) => {
    let yes = 0;
    let open = 0;
    for (const part of parts) {
      const answer = part(view);
      if (answer === "true") yes += 1;
      else if (answer === "unknown") open += 1;
    }
    return yes >= n ? "true" : yes + open >= n ? "unknown" : "false";
  };
}
