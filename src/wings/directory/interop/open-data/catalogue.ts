import { fileNames, files } from "./files.ts";
import { licence } from "../../../../platform/licence.ts";
import type { OpenData } from "./open-data.ts";

const authority = "http://publications.europa.eu/resource/authority";

const mediaTypeOf = (name: (typeof fileNames)[number]): string => files[name].mediaType.split(";")[0] ?? "";

/** The day of the last change of a public card; `null` in an empty directory. */
export function lastChange({ cards }: Pick<OpenData, "cards">): string | null {
  const last = cards.reduce((latest, { service }) => Math.max(latest, service.updatedAt.getTime()), -Infinity);
  return Number.isFinite(last) ? new Date(last).toISOString() : null;
}

/** The catalogue of what a territory publishes, in DCAT-AP (JSON-LD), as data.gouv.fr and its like harvest it. */
export function catalogueOf(data: OpenData, origin: string): object {
  const { publisher, address } = data;
  const at = `${address}/donnees`;
  const modified = lastChange(data);
  const agent = {
    "@type": "foaf:Organization",
    "@id": `https://annuaire-entreprises.data.gouv.fr/entreprise/${publisher.siren}`,
    "foaf:name": publisher.name,
    "dct:identifier": publisher.siren,
  };
  const dated = modified === null ? {} : { "dct:modified": { "@value": modified, "@type": "xsd:dateTime" } };
  const service = {
    "@type": "dcat:DataService",
    "@id": `${origin}/api/v1`,
    "dct:title": { "@value": "API de l’annuaire des services aux familles", "@language": "fr" },
    "dcat:endpointURL": { "@id": `${origin}/api/v1` },
    "dcat:endpointDescription": { "@id": `${origin}/api/v1/openapi.json` },
    "dct:license": { "@id": licence.uri },
    "dcat:servesDataset": { "@id": `${at}#annuaire` },
  };
  const distributions = fileNames.map((name) => ({
    "@type": "dcat:Distribution",
    "@id": `${at}/${name}`,
    "dct:title": { "@value": name, "@language": "fr" },
    "dcat:accessURL": { "@id": `${at}/${name}` },
    "dcat:downloadURL": { "@id": `${at}/${name}` },
    "dcat:mediaType": { "@id": `http://www.iana.org/assignments/media-types/${mediaTypeOf(name)}` },
    "dct:license": { "@id": licence.uri },
    ...(name === "data-inclusion.json"
      ? { "dct:conformsTo": { "@id": "https://github.com/gip-inclusion/data-inclusion-schema" } }
      : {}),
    ...dated,
  }));
  const dataset = {
    "@type": "dcat:Dataset",
    "@id": `${at}#annuaire`,
    "dct:identifier": `maillage-${publisher.siren}-annuaire`,
    "dct:title": { "@value": `Annuaire des services aux familles : ${publisher.name}`, "@language": "fr" },
    "dct:description": {
      "@value":
        "Services aux familles du territoire : genre, âges, horaires par période, lieux, tarifs, inscription, places, tournées. Les fiches inventées pour une démonstration sont marquées « exemple ».",
      "@language": "fr",
    },
    "dcat:keyword": ["petite enfance", "enfance", "jeunesse", "parentalité", "accès aux droits", "CTG"].map((keyword) => ({
      "@value": keyword,
      "@language": "fr",
    })),
    "dcat:theme": { "@id": `${authority}/data-theme/SOCI` },
    "dct:language": { "@id": `${authority}/language/FRA` },
    "dct:accrualPeriodicity": { "@id": `${authority}/frequency/CONT` },
    "dct:spatial": { "@id": `http://id.insee.fr/geo/intercommunalite/${publisher.siren}` },
    "dct:publisher": agent,
    "dcat:contactPoint": {
      "@type": "vcard:Organization",
      "vcard:fn": publisher.name,
      "vcard:hasURL": { "@id": at },
    },
    "dcat:landingPage": { "@id": at },
    "dcat:distribution": distributions,
    ...dated,
  };
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      vcard: "http://www.w3.org/2006/vcard/ns#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@type": "dcat:Catalog",
    "@id": `${at}/catalogue.jsonld`,
    "dct:title": { "@value": `Données ouvertes : ${publisher.name}`, "@language": "fr" },
    "dct:description": { "@value": "L’annuaire des services aux familles du territoire.", "@language": "fr" },
    "dct:publisher": agent,
    "dct:language": { "@id": `${authority}/language/FRA` },
    "dct:license": { "@id": licence.uri },
    "foaf:homepage": { "@id": at },
    "dcat:dataset": [dataset],
    "dcat:service": [service],
    ...dated,
  };
}
