/** `npm run schema`: writes the JSON Schemas and the tables of the reference anew, from the shapes, the words and the model. */
import { readFileSync, writeFileSync } from "node:fs";
import { REFERENCE, RESULTS, SCHEMA, schemaText } from "./files.js";
import { modelSchema } from "./model-schema.js";
import { ModelTypes } from "./model-types.js";
import { withTables } from "./reference.js";
import { schemaFrom } from "./schema.js";
import { readShapes } from "./shapes.js";

const shapes = await readShapes();
writeFileSync(SCHEMA, schemaText(schemaFrom(shapes)));
writeFileSync(REFERENCE, withTables(readFileSync(REFERENCE, "utf8"), shapes));
const types = new ModelTypes();
for (const result of RESULTS) writeFileSync(result.file, schemaText(modelSchema(result, types)));
