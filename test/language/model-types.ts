/**
 * What the types of `src/model` say about plain data, read from their source: the keys of each kind of object, whether they
 * may be absent, and what stands behind them. Only the forms that the model uses are understood; any other is an error.
 */
import { join } from "node:path";
import ts from "typescript";
import { type Source, parse, readSources } from "../house/sources.js";

/** One kind of object. A union has several. */
export type ObjectKind = ReadonlyMap<string, Key>;

export interface Key {
  readonly optional: boolean;
  readonly type: Placed;
  readonly words: string;
}

/** A type, and what the names of type parameters in it stand for. */
export interface Placed {
  readonly node: ts.TypeNode;
  readonly bound: ReadonlyMap<string, Placed>;
}

export type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

export class ModelTypes {
  private readonly declarations = new Map<string, Declaration[]>();

  constructor(sources: readonly Source[] = readSources().filter(({ path }) => path.startsWith("model/"))) {
    for (const { path, text } of sources) {
      for (const statement of parse({ path: join("src", path), text }).statements) {
        if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
        const { text: name } = statement.name;
        this.declarations.set(name, [...(this.declarations.get(name) ?? []), statement]);
      }
    }
  }

  declaration(name: string): Declaration {
    const [found, ...others] = this.declarations.get(name) ?? [];
    if (!found || others.length > 0)
      throw new Error(`${others.length > 0 ? "several types are" : "no type is"} ${name}`);
    return found;
  }

  /** The kinds of object that a type allows; undefined where it is, or may be, something else. */
  kindsOf({ node, bound }: Placed): readonly ObjectKind[] | undefined {
    if (ts.isParenthesizedTypeNode(node)) return this.kindsOf({ node: node.type, bound });
    if (ts.isTypeLiteralNode(node)) return isMap(node) ? undefined : [keysOf(node.members, bound)];
    if (ts.isUnionTypeNode(node)) return joined(node.types.map((each) => this.kindsOf({ node: each, bound })));
    if (ts.isIntersectionTypeNode(node)) return product(node.types.map((each) => this.kindsOf({ node: each, bound })));
    if (ts.isConditionalTypeNode(node)) return this.distributed(node, bound);
    if (!ts.isTypeReferenceNode(node)) return undefined;
    return this.kindsOfReference(node, bound);
  }

  private kindsOfReference(node: ts.TypeReferenceNode, bound: Placed["bound"]): readonly ObjectKind[] | undefined {
    const [name, first, second] = [nameOf(node), ...(node.typeArguments ?? [])];
    if (name === "Omit" || name === "Pick") {
      const names = new Set(literalsOf(second!));
      const isKept = (key: string): boolean => names.has(key) === (name === "Pick");
      const kinds = this.kindsOf({ node: first!, bound });
      return kinds?.map((kind) => new Map([...kind].filter(([key]) => isKept(key))));
    }
    const stands = bound.get(name);
    if (stands) return this.kindsOf(stands);
    if (BUILT_IN.has(name)) return undefined;
    const declared = this.declaration(name);
    if (ts.isTypeAliasDeclaration(declared)) return this.kindsOf({ node: declared.type, bound: new Map() });
    return product([...this.heritageOf(declared), [keysOf(declared.members, new Map())]]);
  }

  /** `A extends infer Kind ? (Kind extends unknown ? … : never) : never`: one after the other, which a union does by itself. */
  private distributed(node: ts.ConditionalTypeNode, bound: Placed["bound"]): readonly ObjectKind[] | undefined {
    if (!ts.isInferTypeNode(node.extendsType)) return this.kindsOf({ node: node.trueType, bound });
    const name = node.extendsType.typeParameter.name.text;
    return this.kindsOf({ node: node.trueType, bound: new Map([...bound, [name, { node: node.checkType, bound }]]) });
  }

  private heritageOf(declared: ts.InterfaceDeclaration): readonly (readonly ObjectKind[] | undefined)[] {
    const above = declared.heritageClauses?.flatMap(({ types }) => types) ?? [];
    return above.map(({ expression, typeArguments }) => {
      const node = ts.factory.createTypeReferenceNode((expression as ts.Identifier).text, typeArguments);
      return this.kindsOf({ node, bound: new Map() });
    });
  }

  /** What stands behind one key of a type: `Scoring["rule"]`. */
  behind(node: ts.IndexedAccessTypeNode, bound: Placed["bound"]): readonly Placed[] {
    const [key] = literalsOf(node.indexType);
    const kinds = this.kindsOf({ node: node.objectType, bound }) ?? [];
    return kinds.flatMap((kind) => kind.get(key!)?.type ?? []);
  }
}

/** Names that TypeScript brings along. */
const BUILT_IN: ReadonlySet<string> = new Set(["Readonly", "Record", "Exclude"]);

export function nameOf({ typeName }: ts.TypeReferenceNode): string {
  return (typeName as ts.Identifier).text;
}

/** `"a" | "b"`. */
export function literalsOf(node: ts.TypeNode): readonly string[] {
  const parts = ts.isUnionTypeNode(node) ? node.types : [node];
  return parts.map((part) => ((part as ts.LiteralTypeNode).literal as ts.StringLiteral).text);
}

/** `{ readonly [key: string]: … }`. */
export function isMap({ members }: ts.TypeLiteralNode): boolean {
  return members.some((member) => ts.isIndexSignatureDeclaration(member));
}

export function wordsOf(node: ts.Node): string {
  const [comment] = (node as ts.Node & { readonly jsDoc?: readonly ts.JSDoc[] }).jsDoc?.slice(-1) ?? [];
  return (ts.getTextOfJSDocComment(comment?.comment) ?? "").replaceAll(/\s+/g, " ").trim();
}

function keysOf(members: readonly ts.TypeElement[], bound: Placed["bound"]): ObjectKind {
  const keys = members.map((member) => {
    if (!ts.isPropertySignature(member) || !member.type) throw new Error(`not plain data: ${member.getText()}`);
    const { text } = member.name as ts.Identifier;
    const key: Key = {
      optional: member.questionToken !== undefined,
      type: { node: member.type, bound },
      words: wordsOf(member),
    };
    return [text, key] as const;
  });
  return new Map(keys);
}

function joined(parts: readonly (readonly ObjectKind[] | undefined)[]): readonly ObjectKind[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part!);
}

/** Each kind of the one with each of the other; a key that both have is that of the latter. */
function product(parts: readonly (readonly ObjectKind[] | undefined)[]): readonly ObjectKind[] | undefined {
  if (parts.includes(undefined)) return undefined;
  return parts.reduce<readonly ObjectKind[]>(
    (made, part) => made.flatMap((kind) => part!.map((more) => new Map([...kind, ...more]))),
    [new Map()],
  );
}
