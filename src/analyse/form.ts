/** Scheme and sheets → a fact sheet to fill in, that can be filled in with nothing else at hand. */
import { type Use, inputsOf, usesOfParts, usesOfScheme, usesOfSheet } from "../compile/uses.js";
import { coefficientStandard } from "../explain/coefficient.js";
import { tellStandard } from "../explain/rules.js";
import { type Telling, bracketed, cited, say, tellingOf, titleOf } from "../explain/telling.js";
import type { Assessment } from "../model/assessment.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Form, FormField, FormList, FormPart } from "../model/form.js";
import type { Language } from "../model/language.js";
import type { Indicator, Scheme, Sheet } from "../model/rubric.js";
import type { RuleKind } from "../model/scoring.js";
import { factField } from "./form-fields.js";

/** `empty` is the assessment of a fact sheet that says nothing but which sheets it is for. */
export function formOf(scheme: Scheme, sheets: ReadonlyMap<string, Sheet>, empty: Assessment, lang: Language): Form {
  const telling = { ...tellingOf(empty, lang, true), asOf: null };
  const own = [...sheets].flatMap(([component, { root }]) => askedIn(root, component));
  const ofEnterprise = own.filter(({ list }) => list === undefined);
  return {
    about: aboutOf(scheme, sheets, empty, telling),
    scheme: `${scheme.id}@${scheme.version}`,
    sheets: scheme.blend.flatMap(({ id, from }) =>
      "oneOf" in from && sheets.has(id) ? [[id, sheets.get(id)!.id] as const] : [],
    ),
    head: {
      subject: say(telling, "统一社会信用代码或其他编号", "unified social credit code, or another id"),
      name: say(telling, "企业名称", "name of the enterprise"),
      asOf: say(telling, "评价日，写成 2023-11-10", "the as-of date, such as 2023-11-10"),
      role: say(telling, "由谁填写，从这些里选一个：", "who fills it in, one of: "),
    },
    roles: scheme.roles,
    closed: say(
      telling,
      "填完以后改成 true：没有填的就当作没有这项资料，而不是还没有填",
      "true once it is complete: what is not filled in is then missing, and no longer unknown",
    ),
    facts: factParts(scheme, sheets, telling),
    judgements: {
      heading: [
        say(
          telling,
          "由人评分的指标：写分数、评分人和理由；还没有评的，先删去这一项",
          "points that an assessor awards: write points, who, and why; delete what has not been assessed yet",
        ),
      ],
      fields: judgementFields(ofEnterprise, own, telling),
    },
    notApplicable: {
      heading: [
        say(
          telling,
          "可以不适用的指标：确实不适用的，去掉行首的 #，写明认定人和理由",
          "what may not apply: take away the # where it does not, and say who found so and why",
        ),
      ],
      fields: [
        ...scheme.blend
          .filter(({ mayBeNotApplicable }) => mayBeNotApplicable)
          .map(({ id }): FormField => ({ key: id, notes: [componentTitle(id, sheets, telling)], shape: "reason" })),
        ...ofEnterprise.flatMap((asked) => reasonField(asked, telling)),
      ],
    },
    instances: listsIn(sheets, own, empty, telling),
    materials: {
      heading: [say(telling, "申报材料：写附件的名称", "papers to hand in: write their names")],
      fields: scheme.materials.map(({ id, title, required }) => ({
        key: id,
        notes: [
          `${titleOf(title, telling)}${bracketed(required ? say(telling, "必须提交", "required") : say(telling, "需要时提交", "where needed"), telling)}`,
        ],
        shape: "papers",
      })),
    },
  };
}

function aboutOf(
  scheme: Scheme,
  sheets: ReadonlyMap<string, Sheet>,
  { drafted }: Assessment,
  telling: Telling,
): readonly string[] {
  const used = [...sheets.values()].map(({ id, version, title }) => `${id}@${version} ${titleOf(title, telling)}`);
  return [
    say(telling, `填报表：${titleOf(scheme.title, telling)}`, `Fact sheet for: ${titleOf(scheme.title, telling)}`),
    ...used.map((sheet) => say(telling, `指标表：${sheet}`, `sheet: ${sheet}`)),
    ...(drafted.length > 0
      ? [
          say(
            telling,
            `其中 ${drafted.join("、")} 是草拟的，不是官方发布的`,
            `drafted, and not official: ${drafted.join(", ")}`,
          ),
        ]
      : []),
    say(
      telling,
      "在冒号后面填写；不知道的可以先空着；确实没有这项资料的写 { missing: true }",
      "Write behind the colons; leave open what is not known yet; where there is no such thing write { missing: true }",
    ),
  ];
}

/** Under each condition and indicator the facts that it is the first to read. */
function factParts(scheme: Scheme, sheets: ReadonlyMap<string, Sheet>, telling: Telling): readonly FormPart[] {
  const declared = new Map<string, FactDeclaration>(
    [scheme, ...sheets.values()].flatMap(({ facts }) => facts.map((fact) => [fact.id, fact] as const)),
  );
  const told = new Set<string>();
  const fieldsOf = (uses: readonly Use[], user: string): readonly FormField[] =>
    uses
      .filter((use) => use.user === user)
      .flatMap(({ fact }) => suppliedOf(fact, declared))
      .filter(({ id, each }) => each === undefined && !told.has(id) && told.add(id))
      .map((fact) => factField(fact, telling));

  const ofScheme = usesOfScheme(scheme);
  const asked = [...scheme.outcomes, ...scheme.eligibility, ...scheme.preferences, ...scheme.blend];
  const parts: FormPart[] = asked.map((asking) => ({
    heading: [
      `${asking.id} ${"title" in asking && asking.title !== undefined ? titleOf(asking.title, telling) : ""}`.trim(),
    ],
    fields: fieldsOf(ofScheme, asking.id),
  }));
  for (const sheet of sheets.values()) {
    const ofSheet = usesOfSheet(sheet);
    for (const { id, title } of sheet.eligibility)
      parts.push({ heading: [`${id} ${titleOf(title, telling)}`], fields: fieldsOf(ofSheet, id) });
    for (const node of nodesOf(sheet.root)) {
      const fields = fieldsOf(ofSheet, node.id);
      parts.push({ heading: fields.length > 0 ? headingOf(node, telling) : [], fields });
    }
  }
  const rest = [...declared.values()].filter(
    (fact) => fact.each === undefined && !("derive" in fact && fact.derive) && !told.has(fact.id),
  );
  parts.push({
    heading: [say(telling, "其他", "others")],
    fields: rest.map((fact) => factField(fact, telling)),
  });
  return parts.filter(({ fields }) => fields.length > 0);
}

function componentTitle(id: string, sheets: ReadonlyMap<string, Sheet>, telling: Telling): string {
  const sheet = sheets.get(id);
  return sheet ? `${id} ${titleOf(sheet.title, telling)}` : id;
}

function headingOf(node: Indicator, telling: Telling): readonly string[] {
  const clause = cited(node.clause, node.source, telling);
  const head = `${named(node, telling)}${clause === null ? "" : say(telling, `〔${clause}〕`, ` [${clause}]`)}`;
  const multiplied = node.coefficient ? coefficientStandard(node.coefficient, telling) : [];
  return node.kind === "leaf" ? [head, ...tellStandard(node.scoring, telling), ...multiplied] : [head, ...multiplied];
}

function named({ id, title, points, countsAs }: Indicator, telling: Telling): string {
  const worth = {
    ordinary: say(telling, `${points} 分`, `${points} points`),
    bonus: say(telling, `加分，最多 ${points} 分`, `a bonus of at most ${points} points`),
    deduction: say(telling, "扣分", "a deduction"),
  }[countsAs.kind];
  return `${id} ${titleOf(title, telling)}${bracketed(worth, telling)}`;
}

/** A node of a sheet in its component; what is scored for each instance of a list is asked there. */
interface Asked {
  readonly component: string;
  readonly node: Indicator;
  readonly list: string | undefined;
}

function askedIn(node: Indicator, component: string, list?: string): readonly Asked[] {
  const self = { component, node, list };
  if (node.kind === "leaf") return [self];
  return [self, ...node.children.flatMap((child) => askedIn(child, component, node.each?.list ?? list))];
}

/** The first answers to each list, to be written again for every further entry. */
function listsIn(
  sheets: ReadonlyMap<string, Sheet>,
  asked: readonly Asked[],
  { instances = [] }: Assessment,
  telling: Telling,
): readonly FormList[] {
  return instances.map(({ list, title }): FormList => {
    const own = asked.filter((each) => each.list === list);
    const name = titleOf(title, telling);
    return {
      list,
      heading: [
        say(
          telling,
          `${name}：每个填一段，从“- id”起整段照抄；一个也没有的，写 ${list}: []`,
          `${name}: one block for each, copied from "- id" on; where there are none, write ${list}: []`,
        ),
        say(
          telling,
          "id 自己编，互不相同；名称可以写 title",
          "choose an id for each, all different; a title may stand beside it",
        ),
      ],
      facts: instanceParts(list, sheets, own, telling),
      judgements: judgementFields(own, asked, telling),
      notApplicable: own.flatMap((each) => reasonField(each, telling)),
    };
  });
}

/** Under each indicator the facts that it is the first to read; weights stand first. */
function instanceParts(
  list: string,
  sheets: ReadonlyMap<string, Sheet>,
  asked: readonly Asked[],
  telling: Telling,
): readonly FormPart[] {
  const declared = new Map([...sheets.values()].flatMap(({ facts }) => facts.map((fact) => [fact.id, fact] as const)));
  const told = new Set<string>();
  const fieldsFor = (uses: readonly Use[]): readonly FormField[] =>
    uses
      .flatMap(({ fact }) => suppliedOf(fact, declared))
      .filter(({ id, each }) => each === list && !told.has(id) && told.add(id))
      .map((fact) => factField(fact, telling));
  const uses = [...sheets.values()].flatMap((sheet) => usesOfParts(sheet)).filter((use) => use.list === list);
  const inside = new Set(asked.map(({ node }) => node.id));
  const weights = { heading: [], fields: fieldsFor(uses.filter(({ user }) => !inside.has(user))) };
  const parts = asked.map(({ node }): FormPart => {
    const fields = fieldsFor(uses.filter(({ user }) => user === node.id));
    return { heading: fields.length > 0 ? headingOf(node, telling) : [], fields };
  });
  return [weights, ...parts].filter(({ fields }) => fields.length > 0);
}

function suppliedOf(id: string, declared: ReadonlyMap<string, FactDeclaration>): readonly FactDeclaration[] {
  const fact = declared.get(id);
  if (!fact) return [];
  return "derive" in fact && fact.derive
    ? inputsOf(fact.derive).flatMap((input) => suppliedOf(input, declared))
    : [fact];
}

/** Under the bare id where only one component has it. */
function judgementFields(some: readonly Asked[], all: readonly Asked[], telling: Telling): readonly FormField[] {
  return some.flatMap(({ component, node }) => {
    const isShared = all.some((other) => other.component !== component && other.node.id === node.id);
    return judgementField(node, isShared ? `${component}/${node.id}` : node.id, telling);
  });
}

function judgementField(node: Indicator, key: string, telling: Telling): readonly FormField[] {
  if (node.kind === "group") return [];
  const { scoring } = node;
  const byClass = scoring.rule === "panel" && scoring.weights !== undefined;
  const shape = byClass ? "judgements-by-class" : JUDGEMENTS[scoring.rule];
  return shape === null ? [] : [{ key, notes: [named(node, telling), ...tellStandard(node.scoring, telling)], shape }];
}

/** What assessors fill in for each rule; null where it reads facts. */
const JUDGEMENTS: { readonly [K in RuleKind]: FormField["shape"] | null } = {
  flag: null,
  choice: null,
  tiers: null,
  steps: null,
  linear: null,
  checklist: null,
  events: null,
  levels: null,
  judged: "judgement",
  panel: "judgements",
  table: null,
  imported: null,
  best_of: null,
  first_of: null,
  parts: null,
};

function reasonField({ component, node }: Asked, telling: Telling): readonly FormField[] {
  if (!node.mayBeNotApplicable) return [];
  return [{ key: `${component}/${node.id}`, notes: [named(node, telling)], shape: "reason" }];
}

function nodesOf(node: Indicator): readonly Indicator[] {
  return node.kind === "leaf" ? [node] : [node, ...node.children.flatMap(nodesOf)];
}
