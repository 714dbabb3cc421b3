// read_ftm.mjs FILE: checks entities, one a line, with the FollowTheMoney model and with what it does not check itself.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.env.FABULA_MODULES + "/");
const { Model, defaultModel } = require("@alephdata/followthemoney");
const model = new Model(defaultModel);
const entities = readFileSync(process.argv[2], "utf8").trimEnd().split("\n").filter(Boolean).map((line) => JSON.parse(line));
const byId = new Map(entities.map((entity) => [entity.id, entity]));
const faults = [];
if (byId.size !== entities.length) faults.push("an id stands twice");

function required(schema) {
  return schema.getParents().concat([schema]).flatMap((parent) => parent.required ?? []);
}

function isDate(text) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const day = new Date(Date.UTC(+match[1], +(match[2] ?? 1) - 1, +(match[3] ?? 1)));
  return day.getUTCMonth() === +(match[2] ?? 1) - 1 && day.getUTCDate() === +(match[3] ?? 1);
}

for (const raw of entities) {
  const entity = model.getEntity(raw);
  for (const name of required(entity.schema))
    if (!raw.properties[name]?.length) faults.push(`${raw.id}: ${entity.schema.name} needs ${name}`);
  for (const property of entity.getProperties()) {
    for (const value of entity.getProperty(property)) {
      const text = typeof value === "string" ? value : value.id;
      if (property.type.name === "date" && !isDate(text)) faults.push(`${raw.id}.${property.name}: '${text}' is no date`);
      if (property.type.name !== "entity") continue;
      const target = byId.get(text);
      if (!target) faults.push(`${raw.id}.${property.name}: there is no ${text}`);
      else if (property.range && !model.getSchema(target.schema).isA(property.range.name ?? property.range))
        faults.push(`${raw.id}.${property.name}: a ${target.schema} is no ${property.range.name ?? property.range}`);
    }
  }
}
if (faults.length) {
  console.error(faults.slice(0, 20).join("\n"));
  process.exit(1);
}
console.log(JSON.stringify({ entities: entities.length }));
