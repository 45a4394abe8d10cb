/** `npm run schema`: writes the JSON Schema and the tables of the reference anew, from the shapes and the words. */
import { readFileSync, writeFileSync } from "node:fs";
import { REFERENCE, SCHEMA, schemaText } from "./files.js";
import { withTables } from "./reference.js";
import { schemaFrom } from "./schema.js";
import { readShapes } from "./shapes.js";

const shapes = await readShapes();
writeFileSync(SCHEMA, schemaText(schemaFrom(shapes)));
writeFileSync(REFERENCE, withTables(readFileSync(REFERENCE, "utf8"), shapes));
