/** Who may import whom: the table of rooms, and what a set of modules breaks of it, one sentence a breach. */
import { posix } from "node:path";
import ts from "typescript";
import { parse, placeOf, roomOf, type Source, walk } from "./sources.js";

const core = [
  "model",
  "messages",
  "base",
  "parse",
  "validate",
  "load",
  "compile",
  "score",
  "explain",
  "render",
  "replay",
  "analyse",
  "review",
  "audit",
];
const upstream = ["base", "model", "messages", "parse", "validate", "load", "compile", "score", "explain"];

/** A room may always import itself. `type x` allows `import type` only. `messages` is the catalogue of words. */
export const table: Readonly<Record<string, readonly string[]>> = {
  model: [],
  messages: ["model"],
  base: ["model", "decimal.js"],
  parse: ["base", "model", "messages", "yaml"],
  validate: ["base", "model", "messages", "type parse", "zod/mini"],
  load: ["base", "model", "messages", "parse", "validate"],
  compile: ["base", "model", "messages"],
  score: ["compile", "base", "model", "messages"],
  explain: ["base", "model", "messages"],
  render: ["base", "model", "messages"],
  replay: upstream,
  analyse: upstream,
  review: [...upstream, "analyse", "replay"],
  audit: ["model"],
  files: ["model", "messages", "parse", "load", "node:*"],
  cli: ["index.ts", "node.ts", "files", "render", "messages", "model", "base", "analyse", "node:*"],
  "index.ts": core,
  "node.ts": ["files"],
  "rubrics.ts": ["model"],
  "vitest.ts": [...core, "files", "index.ts", "node.ts", "node:*", "vitest"],
};

/** Each runtime dependency has one door into our code, so that replacing it is a change of one file. */
export const rooms = { "decimal.js": "base", yaml: "parse", "zod/mini": "validate" } as const;

interface Import {
  readonly specifier: string;
  /** Erased by the compiler: `import type`, `export type`, `import("…").T`. */
  readonly typeOnly: boolean;
  readonly place: string;
}

export function brokenImports(sources: readonly Source[]): string[] {
  const paths = new Set(sources.map((source) => source.path));
  const breaches: string[] = [];
  for (const source of sources) {
    const room = roomOf(source.path);
    const allowed = table[room];
    if (allowed === undefined || !source.path.endsWith(".ts")) {
      breaches.push(`${source.path}: has no place in the house`);
      continue;
    }
    for (const { specifier, typeOnly, place } of importsOf(source)) {
      const target = resolve(source.path, specifier);
      if (specifier.startsWith(".") && !(specifier.endsWith(".js") && paths.has(target))) {
        breaches.push(`${place}: \`${specifier}\` names no module of src; write the file, with .js`);
        continue;
      }
      const wanted = specifier.startsWith(".") ? roomOf(target) : specifier.replace(/^node:.*/, "node:*");
      if (wanted === room || allowed.includes(wanted)) continue;
      if (typeOnly && allowed.includes(`type ${wanted}`)) continue;
      const only = allowed.includes(`type ${wanted}`) ? "only types of " : "";
      breaches.push(`${place}: ${room} may ${only === "" ? "not import" : `import ${only.trim()}`} ${wanted}`);
    }
  }
  return breaches;
}

/** The files that import a package, by the exact name they import. */
export function importersOf(specifier: string, sources: readonly Source[]): string[] {
  return sources
    .filter((source) => importsOf(source).some((found) => found.specifier === specifier))
    .map((source) => source.path);
}

/** `index.ts` names what there is and does nothing; nothing else passes on what it did not write. */
export function brokenDoors(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const isDoor = ["index.ts", "node.ts", "vitest.ts"].includes(source.path);
    return parse(source).statements.flatMap((statement) => {
      const passesOn = ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
      // The one file that a package comes in by may hand it on under our roof.
      if (passesOn && !isDoor && isPackage(statement)) return [];
      if (passesOn && !isDoor) return [`${placeOf(statement)}: only the doors re-export`];
      if (passesOn && !isNamed(statement)) return [`${placeOf(statement)}: a door names its exports`];
      if (["index.ts", "node.ts"].includes(source.path) && !passesOn)
        return [`${placeOf(statement)}: this door holds exports and nothing else`];
      return [];
    });
  });
}

function isPackage({ moduleSpecifier }: ts.ExportDeclaration): boolean {
  return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text in rooms;
}

/** Nouns have no code: whatever a module of `model` says must be gone after compiling. */
export function runtimeStatements(source: Source): string[] {
  return parse(source)
    .statements.filter((statement) => !isErased(statement))
    .map((statement) => `${placeOf(statement)}: model holds types only`);
}

/** A module that waits while it loads cannot be loaded by `require()`. */
export function topLevelAwaits(source: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)) {
      found.push(`${placeOf(node)}: no await at the top level`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(source));
  return found;
}

function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  walk(parse(source), (node) => {
    const [specifier, typeOnly] = importOf(node) ?? [];
    if (specifier === undefined) return;
    // A computed specifier could be anything, so it is reported as what it is: no module we know.
    const text = ts.isStringLiteralLike(specifier) ? specifier.text : specifier.getText();
    found.push({ specifier: text, typeOnly: typeOnly === true, place: placeOf(node) });
  });
  return found;
}

function importOf(node: ts.Node): [specifier: ts.Node, typeOnly: boolean] | undefined {
  if (ts.isImportDeclaration(node)) {
    return [node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword];
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return [node.moduleSpecifier, node.isTypeOnly];
  if (ts.isImportTypeNode(node))
    return [ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, true];
  if (ts.isExternalModuleReference(node)) return [node.expression, false];
  if (ts.isCallExpression(node) && node.arguments[0] !== undefined) {
    const isRequire = ts.isIdentifier(node.expression) && node.expression.text === "require";
    if (isRequire || node.expression.kind === ts.SyntaxKind.ImportKeyword) return [node.arguments[0], false];
  }
  return undefined;
}

function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

function isNamed(statement: ts.ExportDeclaration): boolean {
  return statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause);
}

function isErased(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isImportDeclaration(statement)) return statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly || isEmptyExport(statement);
  // `declare const brand: unique symbol` names a type and leaves nothing behind.
  return (
    ts.isVariableStatement(statement) &&
    statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword) === true
  );
}

/** `export {}` only says that a file is a module. */
function isEmptyExport(statement: ts.ExportDeclaration): boolean {
  const clause = statement.exportClause;
  return (
    statement.moduleSpecifier === undefined &&
    clause !== undefined &&
    ts.isNamedExports(clause) &&
    clause.elements.length === 0
  );
}
