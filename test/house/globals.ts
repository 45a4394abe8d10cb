/** What a module takes from its surroundings, found by name resolution: comments, strings and locals do not count. */
import ts from "typescript";
import { type Source, walk } from "./sources.js";

export interface Use {
  readonly path: string;
  readonly line: number;
  /** A global (`process`), a member that matters (`Math.random`, `.toLocaleString`), or `import.meta`. */
  readonly name: string;
}

/** What the language itself has and what comes out the same on every machine, at any hour, in any country. */
const allowed = new Set(
  (
    "Array ArrayBuffer BigInt BigInt64Array Boolean DataView Error Float64Array Infinity Int32Array JSON Map Math NaN " +
    "Number Object Promise RangeError ReadonlyMap ReadonlySet Reflect RegExp Set String Symbol SyntaxError TypeError " +
    "Uint16Array Uint32Array Uint8Array WeakMap WeakSet arguments isNaN parseInt undefined"
  ).split(" "),
);

/** The rest of `Math` is random, or may differ in the last digit from one engine to the next. */
const exactMath = new Set("abs ceil clz32 floor imul max min round sign trunc".split(" "));

export function forbiddenUses(sources: readonly Source[]): string[] {
  return usesOf(sources)
    .filter(({ name }) => isForbidden(name))
    .map(({ path, line, name }) => `${path}:${line}: the core may not use \`${name}\``);
}

function isForbidden(name: string): boolean {
  if (name === "import.meta") return true;
  if (name.startsWith("Math.")) return !exactMath.has(name.slice("Math.".length));
  if (name.startsWith(".")) return /^\.(toLocale.*|localeCompare|parseFloat)$/.test(name);
  return !allowed.has(name);
}

export function usesOf(sources: readonly Source[]): Use[] {
  const program = isolatedProgram(sources);
  const checker = program.getTypeChecker();
  return sources.flatMap(({ path }) => {
    const file = program.getSourceFile(path)!;
    const uses: Use[] = [];
    walk(file, (node) => {
      const name = memberName(node) ?? (isFreeName(node, checker) ? freeName(node) : undefined);
      if (name === undefined) return;
      uses.push({ path, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, name });
    });
    return uses;
  });
}

/** Each file alone, without any library: a name that still resolves is one the file declares or imports itself. */
function isolatedProgram(sources: readonly Source[]): ts.Program {
  const texts = new Map(sources.map((source) => [source.path, source.text]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    allowJs: true,
    noLib: true,
    noResolve: true,
    types: [],
  };
  const host: ts.CompilerHost = {
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    getSourceFile: (path, language) => {
      const text = texts.get(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, language, true);
    },
    getDefaultLibFileName: () => "lib.d.ts",
    writeFile: () => undefined,
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  return ts.createProgram([...texts.keys()], options, host);
}

/** `Math.random`, `x.toLocaleString`, and the same with brackets: members count whatever the object is. */
function memberName(node: ts.Node): string | undefined {
  if (ts.isMetaProperty(node)) return node.keywordToken === ts.SyntaxKind.ImportKeyword ? "import.meta" : undefined;
  const member = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : undefined;
  if (member === undefined) return undefined;
  const { expression } = node as ts.PropertyAccessExpression | ts.ElementAccessExpression;
  return ts.isIdentifier(expression) && expression.text === "Math" ? `Math.${member}` : `.${member}`;
}

/** `Math` handed on whole could be asked for anything, so it is not the allowed `Math`. */
function freeName(node: ts.Identifier): string {
  const isObject = memberName(node.parent) !== undefined;
  return node.text === "Math" && !isObject ? "Math as a value" : node.text;
}

function isFreeName(node: ts.Node, checker: ts.TypeChecker): node is ts.Identifier {
  if (!ts.isIdentifier(node) || node.text === "" || !isReference(node)) return false;
  const { parent } = node;
  const symbol = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : ts.isExportSpecifier(parent)
      ? checker.getExportSpecifierLocalTargetSymbol(parent)
      : checker.getSymbolAtLocation(node);
  return (symbol?.declarations ?? []).length === 0;
}

/** Whether an identifier reads a variable, rather than naming a member, a label, a type or something it declares. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isMetaProperty(parent)) return parent.name !== node;
  if (ts.isQualifiedName(parent) && parent.right === node) return false;
  if (ts.isShorthandPropertyAssignment(parent))
    return parent.name === node || parent.objectAssignmentInitializer === node;
  if (ts.isExportSpecifier(parent))
    return !parent.parent.parent.moduleSpecifier && (parent.propertyName ?? parent.name) === node;
  if ((ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) && parent.propertyName === node) return false;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isImportAttribute(parent) || ts.isNamedTupleMember(parent)) return false;
  if (isDeclarationName(node)) return false;
  return !isInType(node);
}

function isDeclarationName(node: ts.Identifier): boolean {
  return "name" in node.parent && node.parent.name === node;
}

/** `typeof x` in a type reads no variable at run time; an `extends` clause of a class does. */
function isInType(node: ts.Identifier): boolean {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    if (ts.isExpressionWithTypeArguments(at)) return ts.isInterfaceDeclaration(at.parent.parent);
    if (ts.isTypeNode(at) || ts.isTypePredicateNode(at)) return true;
    if (ts.isStatement(at)) return false;
  }
  return false;
}
