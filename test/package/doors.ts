/** What the two doors export, as the compiler sees it in the source. */
import { join } from "node:path";
import ts from "typescript";
import { root } from "../house/sources.js";

export interface Export {
  readonly door: "chengxin" | "chengxin/node";
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration;
}

export interface Doors {
  readonly checker: ts.TypeChecker;
  readonly exports: readonly Export[];
}

const files = { chengxin: "index.ts", "chengxin/node": "node.ts" } as const;

export function readDoors(): Doors {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const paths = Object.values(files).map((file) => join(root, "src", file));
  const program = ts.createProgram(paths, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const exports = Object.entries(files).flatMap(([door, file]) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(join(root, "src", file))!)!;
    return checker.getExportsOfModule(module).map((exported): Export => {
      const symbol = checker.getAliasedSymbol(exported);
      return { door: door as Export["door"], name: exported.name, symbol, declaration: symbol.declarations![0]! };
    });
  });
  return { checker, exports };
}

/** The comment that belongs to a declaration: the last one before it, so that of a file's head is not taken for it. */
export function commentOf({ declaration }: Export): string {
  return ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc).at(-1)?.getText() ?? "";
}

/** The functions that somebody comes for; asking what an error is needs no example. */
export function functionsOf(exports: readonly Export[]): readonly Export[] {
  return exports.filter(({ declaration, name }) => ts.isFunctionDeclaration(declaration) && name !== "isRubricError");
}

/** The code between the fences, without the margin of the comment; empty where there is none. */
export function exampleOf(found: Export): string {
  const fenced = /@example\n \* ```ts\n([^]*?)\n \* ```/.exec(commentOf(found))?.[1] ?? "";
  return fenced.replace(/^ \* ?/gm, "");
}
