/** What `compileScheme` is given, before anything in it is looked at. */
import { parseDate } from "../base/calendar.js";
import { expectOptions, expectText, isObject, misuse } from "../messages/misuse.js";

export function expectRubrics(call: string, given: unknown, argument = "rubrics"): void {
  if (Array.isArray(given)) {
    given.forEach((rubric, i) => expectRubric(call, `${argument}[${i}]`, rubric));
    return;
  }
  if (!isObject(given) || !Array.isArray(given["rubrics"]))
    throw misuse(call, argument, "a rubric set from `loadRubrics` or an array of rubrics", given);
  given["rubrics"].forEach((loaded: unknown, i) =>
    expectRubric(call, `${argument}.rubrics[${i}].rubric`, isObject(loaded) ? loaded["rubric"] : undefined),
  );
}

/** A rubric that was checked has lists where a file has mappings, so a plain value does not pass for one. */
export function expectRubric(call: string, argument: string, given: unknown): void {
  const checked =
    isObject(given) &&
    (given["kind"] === "sheet" || given["kind"] === "scheme") &&
    Array.isArray(given["facts"]) &&
    Array.isArray(given["documents"]);
  if (!checked) throw misuse(call, argument, "a rubric from `parseRubric` or `validateRubric`", given);
}

export function expectChoosing(call: string, given: unknown): void {
  expectOptions(call, given, ["asOf", "version"]);
  const { asOf, version } = given as Readonly<Record<string, unknown>>;
  if (version !== undefined) expectText(call, "options.version", version);
  if (asOf !== undefined && !(typeof asOf === "string" && parseDate(asOf)))
    throw misuse(call, "options.asOf", "a day written like `2023-11-10`", asOf);
}
