/** The decision: the score range cut into pieces, each tried with everything that outcomes can still read. */
import { holdsTrue, numberTest } from "./conditions.js";
import { ids, has, isList, isMap, list, map, maps, number, text } from "./plain.js";
import { compare, div, add, equal, floor, less, mul, sub, ONE, whole } from "./rational.js";
import { bandEffects, bandsOf } from "./scheme-effects.js";
import { REALS } from "./span.js";
import type { Truth } from "./kleene.js";
import type { Breakdown } from "./points.js";
import type { Facts, Known } from "./facts.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Q } from "./rational.js";
import type { Hull } from "./span.js";

export interface Range extends Hull {
  /** The score may turn out not to exist at all; `only`: it does not. */
  readonly nothing: "no" | "maybe" | "only";
}

/** The outcomes that can still come, in the order of the scheme. `spoken`: facts that may end as missing. */
export function possibleOutcomes(
  scheme: PlainMap,
  range: Range,
  eligibilities: readonly string[],
  facts: Facts,
  spoken: ReadonlySet<string>,
  indicators: Breakdown,
  vetoed: Truth,
): string[] {
  const outcomes = maps(scheme["outcomes"]);
  const found = new Set<string>();
  const names = maps(scheme["bands"]).map((band) => text(band["id"]));
  for (const world of worlds(asking(scheme), facts, spoken)) {
    for (const status of eligibilities) {
      for (const piece of pieces(scheme, range)) {
        const bands = piece === undefined ? [] : bandsOf(scheme, piece, world, indicators);
        for (const veto of vetoed === undefined ? [true, false] : [vetoed])
          for (const band of bands.length === 0 ? [undefined] : bands)
            for (const id of readThrough(outcomes, { piece, band, names }, status, world, indicators, veto))
              found.add(id);
      }
    }
  }
  return outcomes.map((outcome) => text(outcome["id"])).filter((id) => found.has(id));
}

/** What may settle an outcome beside the score: facts that outcomes read, and effects on the band. */
const asking = (scheme: PlainMap): PlainMap[] => [...maps(scheme["outcomes"]), ...bandEffects(scheme)];

/** The bands that some score that can still come may end in, in the order of the scheme. */
export function possibleBands(
  scheme: PlainMap,
  range: Range,
  facts: Facts,
  spoken: ReadonlySet<string>,
  indicators: Breakdown,
): string[] {
  const reached = pieces(scheme, range).filter((piece) => piece !== undefined);
  const found = new Set(
    worlds(asking(scheme), facts, spoken).flatMap((world) =>
      reached.flatMap((piece) => bandsOf(scheme, piece, world, indicators)),
    ),
  );
  return maps(scheme["bands"]).flatMap((band, i) => (found.has(i) ? [text(band["id"])] : []));
}

/** One score, and the band that it ends in. */
interface Graded {
  /** Undefined: no score. */
  readonly piece: Q | undefined;
  /** By its place; undefined: none. */
  readonly band: number | undefined;
  readonly names: readonly string[];
}

/** `{ band: A }`, `{ band: [A, B] }`, `{ band: { at_least: B } }`. */
function isInBand(asked: Plain | undefined, { band, names }: Graded): boolean {
  const wanted = isList(asked)
    ? list(asked).map(text)
    : isMap(asked)
      ? names.slice(0, names.indexOf(text(asked["at_least"])) + 1)
      : [text(asked)];
  return band !== undefined && wanted.includes(names[band] ?? "");
}

/** First that holds; the unknown ones before it are possible too. */
function readThrough(
  outcomes: readonly PlainMap[],
  graded: Graded,
  status: string,
  facts: Facts,
  indicators: Breakdown,
  vetoed: boolean,
): string[] {
  const { piece } = graded;
  const possible: string[] = [];
  for (const outcome of outcomes) {
    const truth =
      outcome["otherwise"] === true
        ? true
        : holdsTrue(map(outcome["when"]), facts, {
            indicators,
            vetoed: (wanted) => vetoed === wanted,
            score: (test) => piece !== undefined && numberTest(test, piece),
            band: (asked) => isInBand(asked, graded),
            eligibility: (wanted) => (status === "undetermined" ? undefined : status === wanted),
          });
    if (truth !== false) possible.push(text(outcome["id"]));
    if (truth === true) break;
  }
  return possible;
}

/** One score for each piece: every cut in the range, and one number between neighbours. */
function pieces(scheme: PlainMap, range: Range): (Q | undefined)[] {
  const none = range.nothing === "no" ? [] : [undefined];
  if (range.nothing === "only") return none;
  const ends = maps(scheme["bands"]).flatMap((band) =>
    ["at_least", "above", "at_most", "below"].flatMap((key) => (has(band, key) ? [number(band[key])] : [])),
  );
  const cuts = [...cutsOf(scheme["outcomes"]), ...ends].filter(
    (cut) => (range.lo === null || !less(cut, range.lo)) && (range.hi === null || !less(range.hi, cut)),
  );
  const edges = [range.lo, ...cuts, range.hi].filter((end): end is Q => end !== null);
  const sorted = edges.sort(compare).filter((end, i, all) => i === 0 || !equal(end, all[i - 1] ?? end));
  const between = sorted.slice(1).flatMap((end, i) => oneBetween(sorted[i] ?? end, end, scheme));
  const first = sorted[0] ?? whole(0);
  const last = sorted.at(-1) ?? whole(0);
  const below = range.lo === null ? [sub(first, ONE)] : [];
  const above = range.hi === null ? [add(last, ONE)] : [];
  return [...none, ...below, ...sorted, ...between, ...above];
}

/** Some score between two others; a rounded one lies on its grid, where there may be none. */
function oneBetween(low: Q, high: Q, scheme: PlainMap): Q[] {
  if (!has(scheme, "round")) return [div(add(low, high), whole(2))];
  const grid = whole(10n ** BigInt(text(map(scheme["round"])["places"])));
  const next = div(add(floor(mul(low, grid)), ONE), grid);
  return less(next, high) ? [next] : [];
}

/** Every number that a score test of an outcome names. */
export function cutsOf(value: Plain | undefined): Q[] {
  if (isList(value)) return value.flatMap(cutsOf);
  if (!isMap(value)) return [];
  const here = has(value, "score") ? Object.values(map(value["score"])).map(number) : [];
  return [...here, ...Object.values(value).flatMap(cutsOf)];
}

/** The facts with every combination of values for the open booleans and choices that outcomes read. */
function worlds(outcomes: readonly PlainMap[], facts: Facts, spoken: ReadonlySet<string>): Facts[] {
  const open = [...new Set(outcomes.flatMap(factsNamed))].filter(
    (id) => isOpen(facts.know(id)) && candidates(id, facts, spoken).length > 0,
  );
  return open.reduce<Facts[]>(
    (before, id) => before.flatMap((world) => candidates(id, facts, spoken).map((known) => withFact(world, id, known))),
    [facts],
  );
}

const isOpen = (known: Known): boolean => known.state === "unknown" || known.state === "invalid";

function candidates(id: string, facts: Facts, spoken: ReadonlySet<string>): Known[] {
  const declaration = map(facts.declarations.get(id));
  const given = (value: NonNullable<Known["value"]>): Known => ({
    state: "given",
    value,
    domain: REALS,
    mayGoMissing: false,
    mayChange: false,
  });
  const values =
    declaration["type"] === "boolean"
      ? [true, false].map((is) => given({ type: "boolean", is }))
      : declaration["type"] === "choice"
        ? ids(declaration["options"]).map((option) => given({ type: "text", text: option }))
        : [];
  if (values.length === 0 || !spoken.has(id)) return values;
  return [...values, { state: "missing", domain: REALS, mayGoMissing: false, mayChange: false }];
}

function withFact(facts: Facts, id: string, known: Known): Facts {
  return { ...facts, know: (other) => (other === id ? known : facts.know(other)) };
}

/** The facts that a condition, or anything holding conditions, names. */
export function factsNamed(value: Plain | undefined): string[] {
  if (isList(value)) return value.flatMap(factsNamed);
  if (!isMap(value)) return [];
  const here = typeof value["fact"] === "string" ? [value["fact"]] : [];
  return [...here, ...Object.values(value).flatMap(factsNamed)];
}

/** The number the goal's condition asks of the score, at its top or within `all`. */
export function thresholdOf(scheme: PlainMap): Q | undefined {
  const goal = maps(scheme["outcomes"]).find((outcome) => outcome["id"] === scheme["goal"]);
  if (goal === undefined || !has(goal, "when")) return undefined;
  return askedScore(map(goal["when"]), maps(scheme["bands"]), directBands(scheme));
}

/** Those that an effect may give whatever the score. */
const directBands = (scheme: PlainMap): string[] =>
  bandEffects(scheme).flatMap(({ then }) => (isMap(then) && has(then, "band") ? [text(then["band"])] : []));

/** Of bands the lower end of the worst that is asked for, where the score alone can bring it. */
function askedScore(condition: PlainMap, bands: readonly PlainMap[], direct: readonly string[]): Q | undefined {
  if (has(condition, "band")) {
    const asked = condition["band"];
    const ids_ = bands.map((band) => text(band["id"]));
    const wanted = isMap(asked)
      ? ids_.slice(0, ids_.indexOf(text(asked["at_least"])) + 1)
      : isList(asked)
        ? asked.map(text)
        : [text(asked)];
    if (direct.some((id) => wanted.includes(id))) return undefined;
    const names = isMap(asked) ? [text(asked["at_least"])] : isList(asked) ? asked.map(text) : [text(asked)];
    const worst = bands.filter((band) => names.includes(text(band["id"]))).at(-1) ?? {};
    const end = worst["at_least"] ?? worst["above"];
    return end === undefined ? undefined : number(end);
  }
  if (has(condition, "all")) {
    for (const part of maps(condition["all"])) {
      const asked = askedScore(part, bands, direct);
      if (asked !== undefined) return asked;
    }
  }
  const score = map(condition["score"]);
  const bound = score["at_least"] ?? score["above"];
  return bound === undefined ? undefined : number(bound);
}

/** Facts that may end as missing with a meaning: a leaf says `when_missing`, or a condition asks `missing`. */
export function asksMissing(value: Plain | undefined): string[] {
  if (isList(value)) return list(value).flatMap(asksMissing);
  if (!isMap(value)) return [];
  const here = value["missing"] === true && typeof value["fact"] === "string" ? [value["fact"]] : [];
  return [...here, ...Object.values(value).flatMap(asksMissing)];
}
