/** Effects in words: why one holds, what it does, and whose veto it is. */
import type { Assessment, EffectResult, NodeResult, SchemeEffectResult, VetoResult } from "../model/assessment.js";
import type { Reason } from "../model/explanation.js";
import { indicatorName, tellingOfKey } from "./breakdown.js";
import { plainText, pointWord } from "./figures.js";
import { type Telling, citation, cited, listed, say } from "./telling.js";
import { becauseText, decidingOf } from "./tests.js";

type AnyEffect = EffectResult | SchemeEffectResult;

/** What happened, up to the figures: `连带规定〔三（二）〕：B2.1 得 0 分，符合（须不高于 0），按 0 分计`. */
export function effectText(effect: AnyEffect, telling: Telling): string {
  return say(
    telling,
    `连带规定${clauseOf(effect, telling)}：${whyText(effect, telling)}，${doesText(effect.action, telling)}`,
    `effect${clauseOf(effect, telling)}: ${whyText(effect, telling)}, so it ${doesText(effect.action, telling)}`,
  );
}

/** Of a group: effects that moved nothing, or may still do so; who asks for everything is told the others too. */
export function effectLines({ effects = [], adjustments }: NodeResult, telling: Telling): readonly string[] {
  return effects.flatMap((effect, i) => {
    if (adjustments.some(({ because }) => because.effect === i)) return [];
    return effect.result === "false" && !telling.inFull ? [] : [effectStory(effect, telling)];
  });
}

/** Whether it holds, why, and what it does or would do. */
export function effectStory(effect: AnyEffect, telling: Telling): string {
  switch (effect.result) {
    case "true":
      return effectText(effect, telling);
    case "unknown":
      return openText(effect, telling);
    case "false":
      return say(
        telling,
        `连带规定${clauseOf(effect, telling)}不起作用：${whyText(effect, telling)}`,
        `effect${clauseOf(effect, telling)}, not in force: ${whyText(effect, telling)}`,
      );
  }
}

/** Of a scheme: what moved the band, and what may still change it or the score. What moved the score is told with it. */
export function schemeEffectReasons({ effects = [], decision }: Assessment, telling: Telling): readonly Reason[] {
  return effects.flatMap((effect, i): readonly Reason[] => {
    const params = { effect: String(i) };
    if (effect.action.kind === "veto") return [];
    if (effect.result === "unknown")
      return [{ code: "effect-open", params, points: null, text: openText(effect, telling) }];
    const change = decision.bandChanges?.find((each) => each.effect === i);
    if (!change) return [];
    const { from, to } = change;
    const text = `${effectText(effect, telling)}${say(telling, "：", ": ")}${from} → ${to}`;
    return [{ code: "band-changed", params: { ...params, from, to }, points: null, text }];
  });
}

function openText(effect: AnyEffect, telling: Telling): string {
  return say(
    telling,
    `连带规定${clauseOf(effect, telling)}未定：${whyText(effect, telling)}；成立的话，${doesText(effect.action, telling)}`,
    `effect${clauseOf(effect, telling)}, open: ${whyText(effect, telling)}; if it holds, it ${doesText(effect.action, telling)}`,
  );
}

function doesText(action: AnyEffect["action"], telling: Telling): string {
  switch (action.kind) {
    case "zero":
      return say(telling, "按 0 分计", "counts 0");
    case "veto":
      return say(telling, "一票否决", "is a veto");
    case "points": {
      const points = plainText(action.points);
      return say(telling, `按 ${points} 分计`, `counts ${points}`);
    }
    case "at_most": {
      const points = plainText(action.points);
      return say(telling, `最高 ${points} 分`, `counts at most ${points} ${pointWord(points)}`);
    }
    case "band":
      return say(telling, `直接定为${spaced(action.band)}`, `sets the band to ${action.band}`);
    case "band_at_most":
      return say(telling, `等级最高为${spaced(action.band)}`, `allows ${action.band} at best`);
    case "bands_down":
      return say(
        telling,
        `等级下调 ${action.bands} 级`,
        `lowers the band by ${action.bands === 1 ? "one" : action.bands}`,
      );
  }
}

/** Latin letters stand apart from Chinese ones. */
function spaced(band: string): string {
  return /^[\w-]/.test(band) ? ` ${band}` : band;
}

function whyText({ because, result }: AnyEffect, telling: Telling): string {
  const texts = decidingOf(because, result).map((entry) => becauseText(entry, telling));
  return texts.join(say(telling, "；", "; "));
}

function clauseOf({ clause, source }: AnyEffect, telling: Telling): string {
  const where = cited(clause, source, telling);
  return where === null ? "" : citation(where, telling);
}

/** One sentence of the verdict, where there is a veto or may be one. */
export function vetoSentence({ decision: { vetoed, vetoes = [] } }: Assessment, telling: Telling): readonly string[] {
  if (vetoed === undefined || vetoed === false) return [];
  const wanted = vetoed === null ? "unknown" : "true";
  const names = vetoes.filter(({ result }) => result === wanted).map((veto) => vetoName(veto, telling));
  if (vetoed === null)
    return [
      names.length === 0
        ? say(telling, "是否一票否决还没有定", "whether there is a veto is open")
        : say(
            telling,
            `是否一票否决还没有定：${listed(names, telling)}`,
            `whether there is a veto is open: ${listed(names, telling)}`,
          ),
    ];
  return [say(telling, `一票否决：${listed(names, telling)}`, `vetoed by ${listed(names, telling)}`)];
}

/** Every veto that holds or may still hold, with what speaks for it. */
export function vetoReasons({ decision: { vetoes = [] } }: Assessment, telling: Telling): readonly Reason[] {
  return vetoes.map((veto): Reason => {
    const holds = veto.result === "true";
    const name = vetoName(veto, telling);
    const why = whyText(veto, veto.indicator === null ? telling : tellingOfKey(veto.indicator, telling));
    return {
      code: holds ? "vetoed" : "veto-open",
      params: veto.indicator === null ? {} : { indicator: veto.indicator },
      points: null,
      text: holds
        ? say(telling, `${name}一票否决：${why}`, `${name} vetoes: ${why}`)
        : say(telling, `${name}是否一票否决未定：${why}`, `whether ${name} vetoes is open: ${why}`),
    };
  });
}

function vetoName(veto: VetoResult, telling: Telling): string {
  const name = veto.indicator === null ? say(telling, "方案", "the scheme") : indicatorName(veto.indicator, telling);
  return `${name}${clauseOf(veto, telling)}`;
}
