/** The types that somebody who imports from the doors gets to hold, whether or not they have a name there. */
import ts from "typescript";
import type { Doors } from "./doors.js";

/** `Type in the file`, for each of our types that a signature speaks of and no door exports. */
export function unnamedTypes({ checker, exports }: Doors): readonly string[] {
  const named = new Set(exports.map(({ symbol }) => symbol));
  const reached = new Set(named);
  const unnamed: string[] = [];
  const visit = (node: ts.Node): void => {
    // A body, a private member and what is marked as internal are nobody's business.
    if (ts.isBlock(node) || isHidden(node)) return;
    const symbol = typeOf(node, checker);
    if (symbol && isOurs(symbol) && !reached.has(symbol)) {
      reached.add(symbol);
      // What an interface extends needs no name: its members are those of the interface.
      if (!ts.isExpressionWithTypeArguments(node)) unnamed.push(symbol.name);
    }
    ts.forEachChild(node, visit);
  };
  // A set that grows while it is walked: what is reached is looked at in its turn.
  for (const symbol of reached) symbol.declarations?.forEach(visit);
  return unnamed;
}

function typeOf(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const name = ts.isTypeReferenceNode(node)
    ? node.typeName
    : ts.isExpressionWithTypeArguments(node)
      ? node.expression
      : undefined;
  const symbol = name && checker.getSymbolAtLocation(name);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function isHidden(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some((tag) => tag.tagName.text === "internal");
}

function isOurs(symbol: ts.Symbol): boolean {
  const declaration = symbol.declarations?.[0];
  if (!declaration || ts.isTypeParameterDeclaration(declaration)) return false;
  return !/\/node_modules\//.test(declaration.getSourceFile().fileName);
}

/** The declarations that a door leads to, itself the first. */
export function declarationsFrom(door: string): readonly ts.SourceFile[] {
  const program = ts.createProgram([door], { module: ts.ModuleKind.NodeNext, types: [], lib: ["lib.es2022.d.ts"] });
  return program.getSourceFiles().filter((file) => !program.isSourceFileDefaultLibrary(file));
}
