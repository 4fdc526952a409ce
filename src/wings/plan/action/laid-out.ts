import { fieldsOf, type Field } from "../../../platform/record/fields.ts";
import { blocks, type ActionBlock } from "./model.ts";

/** Fields that the page and the document of a fiche put at a place of their own. */
const laidOut: ReadonlySet<string> = new Set([
  ...["number", "title", "axisId", "objectiveId", "themes", "novelty", "otherContracts", "confidentiality"],
  ...["findings", "stake", "residentsWord"],
  ...["goals", "description", "audiences", "communes", "expectedResults"],
  ...["leadId", "leadPerson", "electedSponsor", "cafReferent", "partners", "participation"],
  ...["start", "end", "recurrence", "milestones", "staff", "taxBase", "totalCost", "funding"],
  ...["measures", "status", "reason", "unblockedBy", "strengths", "obstacles", "levers", "nextStep"],
]);

/** The other fields of a block, shown after them in the order of its schema. */
export const otherFields = (block: ActionBlock): readonly Field[] =>
  fieldsOf(blocks[block]).filter(({ name }) => !laidOut.has(name));
