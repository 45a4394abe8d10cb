/** What a value is multiplied by: a fact that is a number, or a number beside each option, or beside yes and no. */
import { has, map, number, text } from "./plain.js";
import { max, min, mul, sign, ZERO } from "./rational.js";
import { hullOfPoints, single, union } from "./span.js";
import type { Facts, State } from "./facts.js";
import type { PlainMap } from "./plain.js";
import type { Q } from "./rational.js";
import type { Hull } from "./span.js";

export interface Multiplier {
  /** `given` also where it is missing and something is said for that. */
  readonly state: State;
  readonly hull: Hull;
}

/** Undefined where the node has none. */
export function multiplierOf(node: PlainMap, facts: Facts): Multiplier | undefined {
  if (!has(node, "coefficient")) return undefined;
  const written = map(node["coefficient"]);
  const { state, value, mayGoMissing, domain } = facts.know(text(written["fact"]));
  const instead = has(written, "when_missing") ? number(written["when_missing"]) : undefined;
  const table = has(written, "values") ? map(written["values"]) : undefined;
  if (state === "given" && value?.type === "number") return { state, hull: single(value.n) };
  if (state === "given" && value?.type === "boolean") return { state, hull: single(number(table?.[String(value.is)])) };
  if (state === "given" && value?.type === "text") return { state, hull: single(number(table?.[value.text])) };
  if (state === "missing" && instead !== undefined) return { state: "given", hull: single(instead) };
  const open = table === undefined ? { lo: domain.lo, hi: domain.hi } : hullOfPoints(Object.values(table).map(number));
  return { state, hull: instead !== undefined && mayGoMissing ? union(open, single(instead)) : open };
}

/** The hull of all products; 0 times what has no end is 0. */
export function product(a: Hull, b: Hull): Hull {
  const corners = endsOf(a).flatMap((x) => endsOf(b).map((y) => corner(x, y)));
  const finite = corners.filter((one) => typeof one !== "string");
  return {
    lo: corners.includes("falls") || finite.length === 0 ? null : finite.reduce(min),
    hi: corners.includes("rises") || finite.length === 0 ? null : finite.reduce(max),
  };
}

type End = Q | "below" | "above";

const endsOf = ({ lo, hi }: Hull): End[] => [lo ?? "below", hi ?? "above"];

function corner(x: End, y: End): Q | "rises" | "falls" {
  if (typeof x !== "string" && typeof y !== "string") return mul(x, y);
  const direction = signOf(x) * signOf(y);
  return direction === 0 ? ZERO : direction > 0 ? "rises" : "falls";
}

const signOf = (end: End): number => (end === "below" ? -1 : end === "above" ? 1 : sign(end));
