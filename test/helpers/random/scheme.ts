/** Random schemes over one or two components, with eligibility, preferences, materials and outcomes. */
import { holdsSheet } from "../oracle/blend.js";
import { has, list, map, maps, number } from "../oracle/plain.js";
import { add, ceil, div, floor, fraction, less, min, mul, print, spelled, sub, whole } from "../oracle/rational.js";
import { consult } from "../oracle/oracle.js";
import { condition } from "./conditions.js";
import { rawFact } from "./facts.js";
import { pulledIn } from "./limits.js";
import { emit, emitInt, randomBig, tenth } from "./numbers.js";
import { bandEffectsFor, scoreEffectsFor } from "./scheme-effects.js";
import { askables, withQuestion } from "./questions.js";
import { mayDrop, ownFacts, randomSheet } from "./sheet.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";
import type { Pool } from "./facts.js";
import type { Random } from "./prng.js";
import type { Askable } from "./questions.js";
import type { MadeSheet } from "./sheet.js";

/** A scheme, first, and every sheet it can use. */
export function randomRubrics(random: Random): PlainMap[] {
  const shared = new Map<string, PlainMap>();
  for (let i = 1; i <= random.int(0, 5); i += 1) {
    shared.set(
      `${random.pick(["共同", "common_"])}${i}`,
      rawFact(
        random,
        random.pick([
          "boolean",
          "boolean",
          "choice",
          "integer",
          "decimal",
          "date",
          "choices",
          "text",
          "events",
          "credit-code",
        ]),
      ),
    );
  }
  const two = random.chance(55);
  const choose = two && random.chance(50);
  const poolOf = (prefix: string): Pool => ({ random, prefix, own: new Map(), shared });
  const alike = random.chance(40);
  const base = randomSheet({
    pool: poolOf("f"),
    id: "base-sheet",
    category: "base",
    letter: "A",
    inPlace: true,
    mayVanish: random.chance(two ? 6 : 12),
  });
  const others = !two
    ? []
    : (choose ? ["sector", "district"] : ["sector"]).map((category, i) =>
        randomSheet({
          pool: poolOf(`${category}_`),
          id: `${category}-sheet`,
          category,
          letter: alike ? "A" : "BC".charAt(i),
          inPlace: !alike,
          mayVanish: false,
        }),
      );
  const extra = random.chance(25)
    ? randomSheet({
        pool: poolOf("extra_"),
        id: "extra-sheet",
        category: "extra",
        letter: alike ? "A" : "D",
        inPlace: !alike,
        mayVanish: random.chance(20),
      })
    : undefined;
  const sheets = { ordinary: [base, ...others], extra };
  const scheme = randomScheme(poolOf("s"), sheets, choose);
  if (holdsSheet(scheme)) return [scheme];
  const made = extra === undefined ? sheets.ordinary : [...sheets.ordinary, extra];
  return [scheme, ...made.map(({ sheet }) => sheet)];
}

/** Those with a weight, and one that counts beside the weights. */
interface Sheets {
  readonly ordinary: readonly MadeSheet[];
  readonly extra: MadeSheet | undefined;
}

function randomScheme(pool: Pool, { ordinary: sheets, extra }: Sheets, choose: boolean): PlainMap {
  const { random } = pool;
  // A scheme of one sheet may hold it itself; facts of both are then one list.
  const held = sheets.length === 1 && extra === undefined && random.chance(35) ? sheets[0]?.sheet : undefined;
  const points =
    held === undefined
      ? random.pick([whole(100), whole(100), whole(100), whole(10), whole(1000)])
      : number(held["points"]);
  const components =
    sheets.length === 1
      ? [{ id: held === undefined ? "base" : "scheme", sheets: sheets.map(({ sheet }) => sheet) }]
      : [
          { id: "base", sheets: sheets.slice(0, 1).map(({ sheet }) => sheet) },
          { id: "sector", sheets: sheets.slice(1).map(({ sheet }) => sheet) },
        ];
  const of = askables(extra === undefined ? components : [...components, { id: "extra", sheets: [extra.sheet] }]);
  const asked = (depth?: number): PlainMap =>
    random.chance(15) ? withQuestion(random, of, () => condition(pool, 0)) : condition(pool, depth);
  const eligibility = Array.from({ length: random.pick([0, 1, 1, 2, 4]) }, (_, i) => ({
    id: `E${i + 1}`,
    title: "条件",
    clause: "五（一）",
    require: asked(),
    ...(random.chance(20) ? { applies_when: asked(1) } : {}),
  }));
  const body: PlainMap = {
    kind: "scheme",
    id: "scheme",
    version: "2023.1",
    title: "评价方案",
    ...(random.chance(50) ? { documents: { notice: { title: "通知" } }, source: "notice" } : {}),
    points: emit(random, points),
    ...(held === undefined ? blended(pool, { ordinary: sheets, extra }, choose) : treeOf(held)),
    ...operations(random, points, held),
    display: {
      places: emitInt(random, random.int(0, 4)),
      mode: random.pick(MODES),
    },
    roles: ["self", "audited"],
    later_may_raise: random.chance(50),
    eligibility,
    ...(random.chance(50)
      ? {
          preferences: Array.from({ length: random.int(1, 2) }, (_, i) => ({
            id: `P${i + 1}`,
            title: "优先",
            when: asked(1),
          })),
        }
      : {}),
    ...(random.chance(50)
      ? {
          materials: Array.from({ length: random.int(1, 3) }, (_, i) => ({
            id: `M${i + 1}`,
            title: "材料",
            required: random.chance(70),
          })),
        }
      : {}),
  };
  const others =
    held === undefined ? [...sheets, ...(extra === undefined ? [] : [extra])].map(({ sheet }) => sheet) : [];
  // Those of a sheet join them.
  const mayRefuse = eligibility.length > 0 || others.some((sheet) => has(sheet, "eligibility"));
  const outcomes = (top: Q, bottom: Q): PlainMap => outcomesFor(pool, mayRefuse, top, bottom);
  const changes = random.chance(22) ? scoreEffectsFor(pool, body, of) : [];
  const undecided: PlainMap = {
    ...body,
    ...(changes.length > 0 ? { effects: changes } : {}),
    ...everyFact(pool, held),
    goal: "rest",
    outcomes: [{ id: "rest", otherwise: true }],
  };
  const range = staticRange([undecided, ...others]);
  const top = range.most ?? points;
  const bottom = range.least ?? min(whole(0), sub(top, points));
  const bands = random.chance(40) ? bandsFor(random, top, bottom, body) : [];
  const effects = [...changes, ...(bands.length > 1 && random.chance(45) ? bandEffectsFor(pool, bands, of) : [])];
  const whole_ = {
    ...body,
    ...(effects.length > 0 ? { effects: random.shuffle(effects) } : {}),
    ...(bands.length > 0 || random.chance(20) ? { bands } : {}),
    ...withMeasures(
      random,
      withVeto(
        pool,
        knowsVeto({ effects }) || sheets.some(({ sheet }) => knowsVeto(sheet)),
        withMinimum(pool, of, withBands(pool, outcomes(top, bottom), bands)),
      ),
    ),
  };
  return { ...whole_, facts: { ...map(held?.["facts"]), ...ownFacts(pool, whole_) } };
}

const everyFact = (pool: Pool, held: PlainMap | undefined): PlainMap => ({
  facts: { ...map(held?.["facts"]), ...Object.fromEntries([...pool.shared, ...pool.own]) },
});

/** What a scheme that holds its sheet writes of it. */
function treeOf(sheet: PlainMap): PlainMap {
  const keys = ["shape", "combine", "coefficient", "renormalise", "instances", "floor", "cap", "indicators"];
  return Object.fromEntries(Object.entries(sheet).filter(([key]) => keys.includes(key)));
}

/** Another scale, limits and rounding of the score, on a grid that all of them lie on. */
function operations(random: Random, points: Q, held: PlainMap | undefined): PlainMap {
  const rescale = random.chance(18) ? rescaling(random, points) : undefined;
  const low = rescale === undefined ? whole(0) : number(map(rescale["to"])["at_least"]);
  const high = rescale === undefined ? points : number(map(rescale["to"])["at_most"]);
  const between = (percent: number): Q => floor(add(low, mul(sub(high, low), fraction(BigInt(percent), 100n))));
  const limits: PlainMap =
    held === undefined
      ? {
          ...(random.chance(16)
            ? { floor: random.chance(15) ? "none" : emit(random, between(random.int(5, 45))) }
            : {}),
          ...(random.chance(18) ? { cap: capOf(random, rescale === undefined, between) } : {}),
        }
      : {};
  const places = random.int(0, 3);
  const stated = [...(held === undefined ? [] : [held["floor"], held["cap"]]), emit(random, points)].filter(
    (value) => value !== undefined && value !== "none" && value !== "points",
  );
  const fits =
    rescale !== undefined || stated.every((value) => mul(number(value), whole(10n ** BigInt(places))).d === 1n);
  const round = { places: emitInt(random, places), mode: random.pick(MODES) };
  return {
    ...(rescale === undefined ? {} : { rescale }),
    ...limits,
    ...(fits && random.chance(15) ? { round } : {}),
  };
}

/** Mostly from 0 to full marks; the slope may have no end in decimals. */
function rescaling(random: Random, points: Q): PlainMap {
  const [from, to] = random.pick([
    [points, [350, 950]],
    [points, [0, 10]],
    [points, [0, 1000]],
    [points, [-50, 50]],
    [whole(30), [0, 100]],
  ] as const);
  const start = random.chance(80) ? whole(0) : whole(random.int(-7, 7));
  return {
    from: { at_least: emit(random, start), at_most: emit(random, add(start, from)) },
    to: { at_least: emitInt(random, to[0]), at_most: emitInt(random, to[1]) },
  };
}

const MODES = ["half-up", "half-even", "up", "down", "ceiling", "floor"];

function capOf(random: Random, mayBePoints: boolean, between: (percent: number) => Q): Plain {
  switch (random.kind({ number: 70, points: 15, none: 15 })) {
    case "points":
      return mayBePoints ? "points" : "none";
    case "none":
      return "none";
    case "number":
      return emit(random, between(random.int(50, 105)));
  }
}

const COARSE = whole(1_000_000);

/** What the score can be when nothing is known yet, whichever sheets are named, so that thresholds can be reached. */
export function staticRange(rubrics: readonly PlainMap[]): { least: Q | null; most: Q | null } {
  const start: PlainMap = { kind: "facts", scheme: "scheme", as_of: "2023-11-10", facts: {} };
  const there = ["sector-sheet", "district-sheet"].filter((id) => rubrics.some((rubric) => rubric["id"] === id));
  const choices = there.length === 0 ? ["sector-sheet"] : there;
  const inside = rubrics.map((rubric) => map(pulledIn(rubric)));
  const named = choices.map(
    (sector) => consult(inside, { ...start, sheets: { sector, extra: "extra-sheet" } }).score.bounds,
  );
  const ends = (side: "least" | "most"): Q[] =>
    named.flatMap((bounds) => (bounds[side] === null ? [] : [spelled(bounds[side])]));
  const lowest = (values: readonly Q[]): Q | null => (values.length < choices.length ? null : values.reduce(min));
  const [least, most] = [lowest(ends("least")), lowest(ends("most"))];
  // A hair from an end that nothing reaches makes long numbers: a coarser one still lies inside.
  return {
    least: least === null ? null : div(ceil(mul(least, COARSE)), COARSE),
    most: most === null ? null : div(floor(mul(most, COARSE)), COARSE),
  };
}

/** `blend`, and what becomes of the weights where a component may not apply. */
function blended(pool: Pool, { ordinary: sheets, extra }: Sheets, choose: boolean): PlainMap {
  const { random } = pool;
  const vanishes = sheets.some(({ sheet }) => maps(sheet["indicators"]).every(mayDrop));
  const may = random.chance(40);
  const applying = (vanish: boolean): PlainMap => (may && random.chance(60) ? applicability(pool, vanish) : {});
  const weighted = weightedOf(random, sheets, choose).map((component) => ({ ...component, ...applying(vanishes) }));
  const answered = weighted.length > 1 && (may || vanishes) ? { renormalise: random.chance(65) ? true : "none" } : {};
  const outside: PlainMap[] = extra === undefined ? [] : [outsideWeights(pool, extra)];
  return { blend: random.chance(50) ? [...weighted, ...outside] : [...outside, ...weighted], ...answered };
}

/** A sheet that may vanish is not replaced by points: what it is worth then is not said twice. */
function applicability(pool: Pool, vanishes: boolean): PlainMap {
  const { random } = pool;
  return {
    ...(random.chance(70) ? { applies_when: condition(pool, 1) } : { may_be_not_applicable: true }),
    ...(!vanishes && random.chance(35) ? { if_not_applicable: random.pick(["drop", "full", "zero"]) } : {}),
  };
}

function outsideWeights(pool: Pool, { sheet, leaves }: MadeSheet): PlainMap {
  const { random } = pool;
  const counts = random.pick(["bonus", "deduction"]);
  const vanishes = maps(sheet["indicators"]).every(mayDrop);
  return {
    id: "extra",
    ...(random.chance(70) ? { sheet: "extra-sheet" } : { one_of: ["extra"] }),
    counts_as: counts,
    ...(leaves ? { outside: counts === "deduction" ? "clamp" : random.pick(["keep", "clamp"]) } : {}),
    ...(random.chance(25) ? applicability(pool, vanishes) : {}),
  };
}

function weightedOf(random: Random, sheets: readonly MadeSheet[], choose: boolean): PlainMap[] {
  const outside = (made: readonly MadeSheet[]): PlainMap =>
    made.some(({ leaves }) => leaves) || random.chance(10) ? { outside: random.pick(["keep", "clamp"]) } : {};
  const [base, ...others] = sheets;
  if (base === undefined) throw new Error("a scheme without a sheet");
  const first: PlainMap = { id: "base", sheet: "base-sheet", ...outside([base]) };
  if (others.length === 0) return [{ ...first, weight: emit(random, whole(1)) }];
  const places = random.pick([1, 1, 2, 3, 12]);
  const weight = mul(tenth(places), whole(1n + randomBig(random, 10n ** BigInt(places) - 2n)));
  const second: PlainMap = {
    id: "sector",
    ...(choose ? { one_of: ["sector", "district"] } : { sheet: "sector-sheet" }),
    ...outside(others),
  };
  return [
    { ...first, weight: emit(random, weight) },
    { ...second, weight: emit(random, sub(whole(1), weight)) },
  ];
}

function outcomesFor(pool: Pool, eligible: boolean, top: Q, bottom: Q): PlainMap {
  const { random } = pool;
  // Where the score cannot move, only "at least that" can be met.
  const still = less(sub(top, bottom), tenth(6));
  const threshold = (): Q => (still ? undefined : within(random, bottom, top)) ?? floor(bottom);
  const list_: PlainMap[] = [];
  if (random.chance(40)) list_.push({ id: "re-examination", when: condition(pool, 1), clause: "七（二）" });
  if (eligible && random.chance(80))
    list_.push({
      id: "ineligible",
      when: random.chance(85) ? { eligibility: "ineligible" } : { not: { eligibility: "eligible" } },
    });
  const goal = { id: "pass", when: goalCondition(pool, threshold(), still) };
  list_.push(goal);
  if (random.chance(40)) list_.push({ id: "second", when: scoreCondition(pool, threshold(), still) });
  if (random.chance(20))
    list_.push({ id: "third", when: { any: [condition(pool, 0), scoreCondition(pool, threshold(), still)] } });
  return { goal: "pass", outcomes: [...list_, { id: "rest", title: "其他", otherwise: true }] };
}

/** A ladder over all numbers, best first; on a grid, sometimes with ends that only the grid closes. */
function bandsFor(random: Random, top: Q, bottom: Q, body: PlainMap): PlainMap[] {
  const places = body["round"] === undefined ? undefined : Number(map(body["round"])["places"]);
  const cuts = Array.from({ length: random.int(1, 4) }, () => within(random, bottom, top))
    .flatMap((cut) =>
      cut === undefined
        ? []
        : [places === undefined ? cut : mul(floor(mul(cut, whole(10n ** BigInt(places)))), tenth(places))],
    )
    .sort((a, b) => (less(a, b) ? 1 : -1))
    .filter((cut, i, all) => i === 0 || less(cut, all[i - 1] ?? cut));
  // Which neighbour has the number itself; on a grid the lower one may end a whole step below.
  const ends = cuts.map((cut) => {
    const at = emit(random, cut);
    if (places !== undefined && random.chance(50))
      return [{ at_least: at }, { at_most: emit(random, sub(cut, tenth(places))) }];
    // On a grid a number that its neighbour above leaves out would leave nothing where the two are one step apart.
    if (places !== undefined) return [{ at_least: at }, { below: at }];
    return random.chance(70) ? [{ at_least: at }, { below: at }] : [{ above: at }, { at_most: at }];
  });
  return Array.from({ length: cuts.length + 1 }, (_, i) => ({
    id: `G${i + 1}`,
    ...(random.chance(50) ? { title: `等级${i + 1}` } : {}),
    ...ends[i - 1]?.[1],
    ...ends[i]?.[0],
  }));
}

/** Some outcomes ask for bands: beside a condition, alone, turned round. */
function withBands(pool: Pool, made: PlainMap, bands: readonly PlainMap[]): PlainMap {
  const { random } = pool;
  if (bands.length === 0 || random.chance(30)) return made;
  const names = bands.map((band) => String(band["id"]));
  const asked = (): PlainMap => ({
    band: random.pick([
      random.pick(names),
      random.shuffle(names).slice(0, random.int(1, names.length)),
      { at_least: random.pick(names) },
    ] as Plain[]),
  });
  const when = (): PlainMap =>
    random.pick([
      () => asked(),
      () => ({ not: asked() }),
      () => ({ all: [condition(pool, 0), asked()] }),
      () => ({ any: [asked(), condition(pool, 0)] }),
    ])();
  const outcomes = list(made["outcomes"]);
  const at = random.int(0, outcomes.length - 1);
  const graded = { id: "graded", when: when() };
  return { ...made, outcomes: [...outcomes.slice(0, at), graded, ...outcomes.slice(at)] };
}

/** Some outcomes say what follows from them. */
function withMeasures(random: Random, made: PlainMap): PlainMap {
  if (random.chance(60)) return made;
  const outcomes = list(made["outcomes"]).map((outcome) => {
    if (random.chance(40)) return outcome;
    const measures = Array.from({ length: random.int(0, 3) }, (_, i) => ({ id: `J${i + 1}`, title: "措施" }));
    return { ...map(outcome), measures };
  });
  return { ...made, outcomes };
}

/** Some outcomes ask for points of an indicator. */
function withMinimum(pool: Pool, of: readonly Askable[], made: PlainMap): PlainMap {
  const { random } = pool;
  if (random.chance(65)) return made;
  const outcomes = list(made["outcomes"]);
  const at = random.int(0, outcomes.length - 1);
  const minimum = { id: "minimum", when: withQuestion(random, of, () => condition(pool, 0)) };
  return { ...made, outcomes: [...outcomes.slice(0, at), minimum, ...outcomes.slice(at)] };
}

/** Where a sheet knows a veto, most schemes ask for it, and a few do where none does. */
function withVeto(pool: Pool, isKnown: boolean, made: PlainMap): PlainMap {
  const { random } = pool;
  if (!random.chance(isKnown ? 80 : 5)) return made;
  const asked: PlainMap = { vetoed: random.chance(75) };
  const when = random.pick([asked, asked, { not: asked }, { all: [asked, condition(pool, 0)] }]);
  const outcomes = list(made["outcomes"]);
  const at = random.int(0, outcomes.length - 1);
  return { ...made, outcomes: [...outcomes.slice(0, at), { id: "vetoed", when }, ...outcomes.slice(at)] };
}

const knowsVeto = (node: PlainMap): boolean =>
  maps(node["effects"]).some(({ then }) => then === "veto") || maps(node["indicators"]).some(knowsVeto);

function goalCondition(pool: Pool, threshold: Q, still: boolean): PlainMap {
  const { random } = pool;
  const score: PlainMap = { score: { [still || random.chance(80) ? "at_least" : "above"]: emit(random, threshold) } };
  return random.chance(30) ? { all: [condition(pool, 0), score] } : score;
}

function scoreCondition({ random }: Pool, at: Q, still: boolean): PlainMap {
  if (still) return { score: { at_least: emit(random, at) } };
  switch (random.kind({ low: 50, below: 25, between: 15, not: 10 })) {
    case "low":
      return { score: { [random.pick(["at_least", "above"])]: emit(random, at) } };
    case "below":
      return { score: { [random.pick(["at_most", "below"])]: emit(random, at) } };
    case "between":
      return { score: { at_least: emit(random, at), below: emit(random, add(at, whole(10))) } };
    case "not":
      return { not: { score: { below: emit(random, at) } } };
  }
}

/** A number with few places strictly inside what the score can be, nearer to the top; undefined: there is no room. */
function within(random: Random, low: Q, high: Q): Q | undefined {
  const share = fraction(BigInt(random.int(20, 95)), 100n);
  const at = add(low, mul(sub(high, low), share));
  const rounded = [2, 6, 12, 20].map((places) => mul(floor(mul(at, whole(10n ** BigInt(places)))), tenth(places)));
  // A product of long numbers may lie beyond what a document can write.
  const near = [10n ** 30n, 10n ** 12n, 100n, 1n, 0n, -1n, -100n, -(10n ** 12n)].map(whole);
  return [...rounded, ...near].find((one) => less(low, one) && less(one, high) && print(one).length <= 36);
}

/** The scheme with its goal's threshold moved onto (or just beside) a score, so that equality is met again and again. */
export function moveThreshold(scheme: PlainMap, at: string): PlainMap {
  const outcomes = list(scheme["outcomes"]).map((outcome) => {
    const one = map(outcome);
    return one["id"] === "pass" ? { ...one, when: withThreshold(map(one["when"]), at) } : one;
  });
  return { ...scheme, outcomes };
}

function withThreshold(when: PlainMap, at: string): PlainMap {
  if (when["all"] !== undefined)
    return {
      all: list(when["all"]).map((part) => (map(part)["score"] === undefined ? part : withThreshold(map(part), at))),
    };
  const [op = "at_least"] = Object.keys(map(when["score"]));
  return { score: { [op]: at } };
}
