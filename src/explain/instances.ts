/** Groups that are scored for each entry of a list: how many there are, and what is known of the list. */
import type { EachNote, NodeResult } from "../model/assessment.js";
import { factTitle } from "./facts.js";
import { type Telling, bracketed, say, titleOf } from "./telling.js";

/** At the head of such a group's story; nothing for any other. */
export function eachText({ each, children = [] }: NodeResult, telling: Telling): readonly string[] {
  if (!each) return [];
  const title = titleOf(each.title, telling);
  if (each.state !== "given") return [unlistedText(each, telling)];
  const by =
    each.weightBy === undefined
      ? ""
      : bracketed(
          say(telling, `权数是${factTitle(each.weightBy, telling)}`, `weighed by ${factTitle(each.weightBy, telling)}`),
          telling,
        );
  return [
    say(
      telling,
      `${title}共 ${children.length} 个，逐个计分${by}`,
      `${title}: ${children.length === 1 ? "one is" : `${children.length} are`} listed, each scored by itself${by}`,
    ),
  ];
}

/** Why it is not known which there are. */
export function unlistedText({ title: of, state }: EachNote, telling: Telling): string {
  const title = titleOf(of, telling);
  switch (state) {
    case "given":
      return "";
    case "unknown":
      return say(telling, `${title}还没有列出`, `${title}: not listed yet`);
    case "missing":
      return say(telling, `填报已结束，没有列出${title}`, `${title}: never listed, and the fact sheet is closed`);
    case "invalid":
      return say(telling, `${title}的清单有误`, `${title}: listed, but not usable`);
  }
}

/** A list that is there and has nothing in it. */
export function emptyText({ each, children = [] }: NodeResult, telling: Telling): string | undefined {
  if (each?.state !== "given" || children.length > 0) return undefined;
  const title = titleOf(each.title, telling);
  return say(telling, `${title}一个也没有`, `${title}: there are none`);
}
