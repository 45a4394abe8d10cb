/** What the printers are given. A result that was stored as JSON and read again is as good. */
import { expectOptions, isObject, misuse } from "../messages/misuse.js";

export function expectResult(call: string, given: unknown): void {
  const isAssessment = isObject(given) && given["format"] === "chengxin/assessment@1";
  const isExplanation = isObject(given) && given["format"] === "chengxin/explanation@1";
  if (!(isAssessment || isExplanation) || !Array.isArray(given["components"]))
    throw misuse(call, "result", "an assessment from `score` or an explanation from `explain`", given);
}

export function expectRenderOptions(call: string, given: unknown): void {
  expectOptions(call, given, ["lang"]);
  const { lang } = given as Readonly<Record<string, unknown>>;
  if (lang !== undefined && lang !== "zh" && lang !== "en") throw misuse(call, "options.lang", "`zh` or `en`", lang);
}
