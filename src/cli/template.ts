/** `chengxin template`: a fact sheet to fill in, with what is asked written above each answer. */
import { formOf } from "../analyse/form.js";
import { type RubricSet, type Scheme, type Sheet, compileScheme, readFactSheet, score } from "../index.js";
import { renderForm } from "../render/form.js";
import { type VerbOptions, usage } from "./arguments.js";
import type { Answer } from "./run.js";
import { rubricsFor } from "./sources.js";

export async function templateVerb(words: readonly string[], options: VerbOptions): Promise<Answer> {
  const [word = "", ...others] = words;
  if (others.length > 0)
    throw usage("stray-argument", {
      verb: "template",
      got: others[0]!,
      instead: `template ${word} --sheet ${others[0]!}`,
    });
  if (options.format === "json") throw usage("bad-option-value", { option: "--format", got: "json", known: ["text"] });
  const rubrics = await rubricsFor(options);
  const [id = "", version] = word.split("@");
  const compiled = compileScheme(rubrics, id, version === undefined ? {} : { version });
  const scheme = rubricOf(rubrics, compiled.id, compiled.version) as Scheme;
  const chosen = chooseSheets(scheme, rubrics, options.sheets);
  const empty = score(
    compiled,
    readFactSheet({
      kind: "facts",
      scheme: `${compiled.id}@${compiled.version}`,
      // Nothing is scored: any day on which the scheme is in force will do.
      as_of: scheme.effective?.from ?? "2023-01-01",
      ...(chosen.length > 0 && { sheets: Object.fromEntries(chosen) }),
    }),
  );
  const sheets = new Map(
    empty.components.flatMap(({ id: component, sheet }) =>
      sheet ? [[component, scheme.sheet ?? (rubricOf(rubrics, sheet.id, sheet.version) as Sheet)] as const] : [],
    ),
  );
  return { exit: 0, result: renderForm(formOf(scheme, sheets, empty, options.lang)), findings: [], texts: new Map() };
}

/** Compiled from this set, so it is there. */
function rubricOf({ rubrics }: RubricSet, id: string, version: string): Scheme | Sheet {
  return rubrics.find(({ rubric }) => rubric.id === id && rubric.version === version)!.rubric;
}

/** Named as `sheet` or `component=sheet`; where only one sheet can stand, it need not be named. */
function chooseSheets(
  { blend }: Scheme,
  { rubrics }: RubricSet,
  named: readonly string[],
): readonly (readonly [component: string, sheet: string])[] {
  const open = blend.flatMap(({ id, from }) => {
    if (!("oneOf" in from)) return [];
    const fitting = rubrics.flatMap(({ rubric }) =>
      rubric.kind === "sheet" && from.oneOf.includes(rubric.category) ? [rubric.id] : [],
    );
    return [{ component: id, known: [...new Set(fitting)].sort() }];
  });
  const chosen = open.map(({ component, known }) => {
    const fitting = named.filter((name) => known.includes(name) || name.startsWith(`${component}=`));
    const sheet = fitting[0]?.replace(`${component}=`, "") ?? (known.length === 1 ? known[0] : undefined);
    if (sheet === undefined || !known.includes(sheet)) throw usage("sheet-not-chosen", { component, known });
    return [component, sheet] as const;
  });
  const stray = named.find((name) => !chosen.some(([id, sheet]) => name === sheet || name === `${id}=${sheet}`));
  if (stray !== undefined)
    throw usage("bad-option-value", { option: "--sheet", got: stray, known: open.flatMap(({ known }) => known) });
  return chosen;
}
