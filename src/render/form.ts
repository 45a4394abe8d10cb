/** A fact sheet to fill in → YAML with a comment above each answer. */
import { harmless } from "../base/width.js";
import type { Form, FormField, FormList, FormPart } from "../model/form.js";

export function renderForm(form: Form): string {
  const { head, roles } = form;
  const [firstRole] = roles;
  return [
    ...form.about.map(comment),
    "kind: facts",
    `scheme: ${scalar(form.scheme)}`,
    ...(form.sheets.length > 0
      ? ["sheets:", ...form.sheets.map(([id, sheet]) => `  ${scalar(id)}: ${scalar(sheet)}`)]
      : []),
    "subject:",
    `  id:                # ${harmless(head.subject)}`,
    `  name:              # ${harmless(head.name)}`,
    `as_of:               # ${harmless(head.asOf)}`,
    ...(firstRole === undefined ? [] : [`role: ${scalar(firstRole)}    # ${harmless(head.role + roles.join(" / "))}`]),
    `closed: false        # ${harmless(form.closed)}`,
    "",
    "facts:",
    ...form.facts.flatMap((part) => [...headingLines(part), ...part.fields.flatMap(fieldLines)]),
    ...section("judgements", form.judgements),
    ...section("not_applicable", form.notApplicable),
    ...instanceLines(form.instances),
    ...section("materials", form.materials),
    "",
  ].join("\n");
}

/** Nothing is left of a section without fields. Where all are to be uncommented, so is the key. */
function section(key: string, part: FormPart): readonly string[] {
  if (part.fields.length === 0) return [];
  const lines = part.fields.flatMap(fieldLines);
  return [
    "",
    ...part.heading.map(comment),
    part.fields.every(({ shape }) => shape === "reason") ? `# ${key}:` : `${key}:`,
    ...lines,
  ];
}

/** One entry of each list: what is asked of the enterprise, further in. */
function instanceLines(lists: readonly FormList[]): readonly string[] {
  if (lists.length === 0) return [];
  return ["", "instances:", ...lists.flatMap(listLines)];
}

function listLines({ list, heading, facts, judgements, notApplicable }: FormList): readonly string[] {
  const sections = [
    ...(facts.length > 0
      ? ["facts:", ...facts.flatMap((part) => [...partHeading(part), ...part.fields.flatMap(fieldLines)])]
      : []),
    ...(judgements.length > 0 ? ["judgements:", ...judgements.flatMap(fieldLines)] : []),
    ...(notApplicable.length > 0 ? ["# not_applicable:", ...notApplicable.flatMap(fieldLines)] : []),
  ];
  return [
    ...heading.map((line) => `  ${comment(line)}`),
    `  ${scalar(list)}:`,
    "    - id: 1",
    ...sections.map((line) => (line === "" ? "" : `      ${line}`)),
  ];
}

function partHeading(part: FormPart): readonly string[] {
  return part.heading.length === 0 ? [] : headingLines(part);
}

function headingLines({ heading }: FormPart): readonly string[] {
  const [first = "", ...others] = heading;
  return ["", `  # —— ${harmless(first)} ——`, ...others.map((line) => `  ${comment(line)}`)];
}

function fieldLines({ key, notes, shape, beside = [] }: FormField): readonly string[] {
  const above = notes.map((note) => `  ${comment(note)}`);
  const name = scalar(key);
  switch (shape) {
    case "value": {
      const wrapped = beside.length === 0 ? [] : ["    value:", ...beside.map((each) => BESIDE[each])];
      return [...above, `  ${name}:`, ...wrapped];
    }
    case "judgement":
      return [...above, `  ${name}:`, "    points:", "    by:", "    reason:"];
    case "judgements":
      return [...above, `  ${name}:`, "    - points:", "      by:", "      reason:"];
    case "judgements-by-class":
      return [...above, `  ${name}:`, "    - points:", "      by:", "      as:", "      reason:"];
    case "reason":
      return [...above, `  # ${name}: { by: , reason: }`];
    case "papers":
      return [...above, `  ${name}: []`];
  }
}

const BESIDE = {
  evidence: "    evidence: []",
  record: "    record:",
  "record-if-any": "    # record:",
} as const;

function comment(line: string): string {
  return `# ${harmless(line)}`;
}

/** An id that YAML would take for something else stands in quotes. */
function scalar(id: string): string {
  return /^[\p{L}_][\p{L}\p{N}._@/-]*$/u.test(id) && !/^(true|false|null)$/i.test(id) ? id : JSON.stringify(id);
}
