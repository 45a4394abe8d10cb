/** Effects at the head of a scheme: what they make of the score, and of its band. */
import { changed, effectHolds } from "./effects.js";
import { isMap, maps, number, text } from "./plain.js";
import { holds, readSpan, union } from "./span.js";
import type { Facts } from "./facts.js";
import type { Truth } from "./kleene.js";
import type { PlainMap } from "./plain.js";
import type { Breakdown } from "./points.js";
import type { Q } from "./rational.js";
import type { Hull } from "./span.js";

/** `zero`, `at_most`, `points`, `veto`, `band`, `band_at_most`, `bands_down`. */
export function doesWhat({ then }: PlainMap): string {
  return isMap(then) ? (Object.keys(then)[0] ?? "") : text(then);
}

const ON_THE_SCORE = ["zero", "at_most", "points"];
const ON_THE_BAND = ["band", "band_at_most", "bands_down"];

const of = (scheme: PlainMap, kinds: readonly string[]): PlainMap[] =>
  maps(scheme["effects"]).filter((effect) => kinds.includes(doesWhat(effect)));

export const scoreEffects = (scheme: PlainMap): PlainMap[] => of(scheme, ON_THE_SCORE);
export const bandEffects = (scheme: PlainMap): PlainMap[] => of(scheme, ON_THE_BAND);

export const vetoesOfScheme = (scheme: PlainMap, facts: Facts, indicators: Breakdown): Truth[] =>
  of(scheme, ["veto"]).map((effect) => effectHolds(effect, facts, indicators));

/** An open one may hold, and may not. */
export function affectedScore(scheme: PlainMap, hull: Hull, facts: Facts, indicators: Breakdown): Hull {
  return scoreEffects(scheme).reduce((before, effect) => {
    const truth = effectHolds(effect, facts, indicators);
    if (truth === false) return before;
    const after = changed(effect, before);
    return truth === true ? after : union(before, after);
  }, hull);
}

/** Every band that one score may end in, by its place from the best. */
export function bandsOf(scheme: PlainMap, score: Q, facts: Facts, indicators: Breakdown): number[] {
  const ladder = maps(scheme["bands"]);
  const own = ladder.flatMap((band, i) => (holds(readSpan(band, false), score) ? [i] : []));
  return bandEffects(scheme).reduce((before, effect) => {
    const truth = effectHolds(effect, facts, indicators);
    const after = truth === false ? [] : before.map((at) => movedBy(effect, at, ladder));
    return [...new Set(truth === true ? after : [...before, ...after])];
  }, own);
}

function movedBy(effect: PlainMap, at: number, ladder: readonly PlainMap[]): number {
  const then = effect["then"];
  if (!isMap(then)) throw new Error("moves no band");
  const place = (id: unknown): number => ladder.findIndex((band) => band["id"] === id);
  if (then["band"] !== undefined) return place(then["band"]);
  if (then["band_at_most"] !== undefined) return at < place(then["band_at_most"]) ? place(then["band_at_most"]) : at;
  const down = at + Number(number(then["bands_down"]).n);
  return down > ladder.length - 1 ? ladder.length - 1 : down;
}
