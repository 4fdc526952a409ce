import { blocks, type Blocks } from "./model.ts";

/** A fiche of which nothing is known but its number, its title and its axis. */
export const blankBlocks = ({ number, title, axisId }: Pick<Blocks["identity"], "number" | "title" | "axisId">): Blocks => ({
  identity: { ...blocks.identity.parse({ number: "1", title: "1", axisId, confidentiality: "shared" }), number, title },
  why: blocks.why.parse({}),
  what: blocks.what.parse({}),
  who: blocks.who.parse({ participation: "none" }),
  how: blocks.how.parse({ taxBase: "including_tax" }),
  measures: blocks.measures.parse({}),
  life: blocks.life.parse({ status: "planned" }),
});
