import { country } from "./access/country.ts";
import { engines } from "./access/engines.ts";
import { growth } from "./access/growth.ts";
import { maps } from "./access/maps.ts";
import { moves } from "./access/moves.ts";
import { scores } from "./access/scores.ts";
import { sites } from "./access/sites.ts";
import { tables } from "./access/tables.ts";
import { turns } from "./access/turns.ts";

const subjects = { tables, engines, maps, sites, scores, moves, growth, turns, country };

const asked = process.argv.slice(2);
for (const [name, measure] of Object.entries(subjects)) if (asked.length === 0 || asked.includes(name)) await measure();
