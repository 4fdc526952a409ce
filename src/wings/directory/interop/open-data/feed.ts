import { Feed } from "feed";
import { dataWords } from "../words.ts";
import type { PublicChange } from "./changes.ts";
import { licence } from "../../../../platform/licence.ts";
import type { OpenData } from "./open-data.ts";

const titleOf = (change: PublicChange): string => {
  const say = dataWords("fr");
  return change.kind === "changed"
    ? say("feed.changed", { name: change.name, parts: change.parts.map((part) => say(`feed.part.${part}`)).join(", ") })
    : say(`feed.${change.kind}`, { name: change.name });
};

/** The changes of a directory for a feed reader. */
export function writeFeed(data: OpenData, changes: readonly PublicChange[], format: "atom" | "rss"): string {
  const say = dataWords("fr");
  const { publisher, address, producer } = data;
  const at = `${address}/donnees`;
  const feed = new Feed({
    title: say("feed.title", { territory: publisher.name }),
    description: say("feed.description"),
    id: `${at}/changements.atom`,
    link: address,
    language: "fr",
    author: { name: publisher.name, link: address },
    copyright: licence.name,
    generator: "Maillage",
    // Without a change, the same words each day.
    updated: changes[0]?.at ?? new Date(0),
    feedLinks: { atom: `${at}/changements.atom`, rss: `${at}/changements.rss` },
  });
  for (const change of changes) {
    const page = producer.pageOf(change.serviceId);
    feed.addItem({
      title: titleOf(change),
      id: `${page}#${change.seq}`,
      guid: `${page}#${change.seq}`,
      link: page,
      date: change.at,
      published: change.at,
      description: titleOf(change),
    });
  }
  return format === "atom" ? feed.atom1() : feed.rss2();
}
