/** What the printers of an assessment are given. One that was stored as JSON and read again is as good. */
import { expectOptions, isObject, misuse } from "../messages/misuse.js";

export function expectAssessment(call: string, given: unknown): void {
  if (!isObject(given) || given["format"] !== "chengxin/assessment@1" || !Array.isArray(given["components"]))
    throw misuse(call, "assessment", "an assessment from `score`", given);
}

export function expectRenderOptions(call: string, given: unknown): void {
  expectOptions(call, given, ["lang"]);
  const { lang } = given as Readonly<Record<string, unknown>>;
  if (lang !== undefined && lang !== "zh" && lang !== "en") throw misuse(call, "options.lang", "`zh` or `en`", lang);
}
