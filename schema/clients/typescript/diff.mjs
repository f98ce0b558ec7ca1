// node diff.mjs OLD NEW compares two schemas. It prints each change that may break a client, and fails when one does; changes that may
// surprise a client are printed too.
import { readFileSync } from "node:fs";
import { buildSchema, findBreakingChanges, findDangerousChanges } from "graphql";

const [before, after] = process.argv.slice(2).map((file) => buildSchema(readFileSync(file, "utf8")));
const breaking = findBreakingChanges(before, after);
for (const { type, description } of breaking) console.log(`breaks clients: ${description} (${type})`);
for (const { type, description } of findDangerousChanges(before, after)) console.log(`may surprise clients: ${description} (${type})`);
process.exitCode = breaking.length > 0 ? 1 : 0;
