import {
  amount,
  bullets,
  callout,
  cell,
  column,
  day,
  evidence,
  facts,
  figure,
  item,
  link,
  missing,
  number,
  numbered,
  paragraph,
  percent,
  prose,
  report,
  rowNames,
  section,
  state,
  strong,
  table,
  tableOfContents,
} from "./outline.ts";
import type { Document } from "./model.ts";

/** Outlines that look like what a committee receives. All that they tell is invented, and marked so. */

const parties =
  "CC de la Porte des Vosges Méridionales · ses dix communes · Caf des Vosges · Département des Vosges · MSA Lorraine";

const curve = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 260" width="640" height="260" font-family="Atkinson Hyperlegible Next, Calibri, sans-serif" font-size="15">
<line x1="60" y1="210" x2="620" y2="210" stroke="#8a8578"/>
${[
  ["2023", 96, 118],
  ["2024", 102, 118],
  ["2025", 111, 118],
  ["2026", 115, 118],
]
  .map(([year, places, target], index) => {
    const x = 90 + index * 140;
    const height = Number(places) * 1.5;
    return `<rect x="${x}" y="${210 - height}" width="64" height="${height}" fill="#175b43"/><text x="${x + 32}" y="${200 - height}" text-anchor="middle" fill="#22201b">${places}</text><text x="${x + 32}" y="232" text-anchor="middle" fill="#22201b">${year}</text><line x1="${x - 10}" x2="${x + 74}" y1="${210 - Number(target) * 1.5}" y2="${210 - Number(target) * 1.5}" stroke="#a35a00" stroke-dasharray="6 4"/>`;
  })
  .join("\n")}
</svg>`;

const logo = (letters: string, colour: string) =>
  ({
    kind: "svg",
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 48" width="120" height="48"><rect width="120" height="48" rx="6" fill="${colour}"/><text x="60" y="31" font-size="20" font-family="sans-serif" text-anchor="middle" fill="#fff">${letters}</text></svg>`,
    alt: `Logo d’exemple ${letters}`,
  }) as const;

/** One fiche action, on two or three pages. */
export const ficheAction: Document = report(
  {
    title: "2.3 Ouvrir un accueil en horaires élargis à Remiremont",
    subtitle: "Axe 2 – Favoriser une répartition équilibrée des offres de service sur le territoire",
    lang: "fr",
    header: parties,
    footer: "Convention territoriale globale 2023-2027",
    date: "2026-11-17",
    coverNote: "Exemple",
    origin: "https://ctg.exemple.fr",
    logos: [logo("CCPVM", "#175b43"), logo("Caf 88", "#1f4e79"), logo("Dépt 88", "#7a4d00"), logo("MSA", "#5b2a63")],
  },
  [
    callout("example", "Cette action, les personnes et les montants sont inventés pour montrer la fiche."),
    facts([
      ["État", [strong("◐ en cours"), " – en retard de 47 jours sur l’étape « agrément PMI »"]],
      ["Thématiques", "Petite enfance · Accès aux droits"],
      ["Pilote", "Communauté de communes – service petite enfance (Camille Exemple)"],
      ["Élue référente", "Dominique Modèle, vice-présidente"],
      ["Partenaires", "Caf des Vosges (financeur) · PMI (associée) · Association Les Lutins (co-pilote)"],
      ["Période", "1ᵉʳ mars 2024 – 31 décembre 2026"],
      ["Territoire", "Remiremont, Saint-Nabord, Saint-Étienne-lès-Remiremont"],
      ["Participation", "Concertation"],
    ]),
    section("Pourquoi", [
      paragraph([
        "Les parents qui travaillent à l’hôpital ou dans l’industrie commencent avant 7 h. ",
        evidence("31 familles sur 84", "/diagnostic/constats/12"),
        " ont renoncé à une place faute d’horaires (enquête 2023).",
      ]),
      section("Constats du diagnostic", [
        bullets([
          "Aucun accueil n’ouvre avant 7 h 15 dans les dix communes.",
          item("Trois employeurs ont proposé de participer :", [
            "le centre hospitalier ;",
            "deux entreprises de la zone de Choisy.",
          ]),
          "Les assistantes maternelles concernées sont complètes jusqu’en 2025.",
        ]),
      ]),
      section("La parole des habitants", [
        ...prose("« Je dépose ma fille chez ma mère à 5 h 30, trois fois par semaine. »\n\n– un autre horaire\n– un autre lieu"),
      ]),
    ]),
    section("Quoi", [
      paragraph(
        "Ouvrir dix places de 5 h 30 à 21 h dans les locaux de l’ancienne école, avec une équipe de quatre professionnelles.",
      ),
      section("Étapes", [
        numbered([
          "Étude de besoin et choix du lieu",
          "Travaux et agrément de la PMI",
          item("Recrutement", ["deux éducatrices", "deux auxiliaires de puériculture"]),
          "Ouverture",
        ]),
      ]),
      section("Résultats attendus", [
        paragraph([
          "Dix familles accueillies la première année, ",
          strong("vingt"),
          " en 2026. Voir aussi ",
          link("la page de l’action", "/plan/2.3"),
          ".",
        ]),
      ]),
    ]),
    section("Moyens", [
      paragraph("1,5 équivalent temps plein, portés par l’association."),
      table({
        caption: "Financement par année et par financeur",
        columns: [
          rowNames("Financeur", { width: 3 }),
          column("2024", "amount"),
          column("2025", "amount"),
          column("2026", "amount"),
          column("Total prévu", "amount"),
          column("Notifié", "percent"),
        ],
        rows: [
          ["Caf des Vosges", amount(4_500_000), amount(6_200_000), amount(6_200_000), amount(16_900_000), percent(0.73)],
          ["Communauté de communes", amount(2_200_000), amount(3_100_050), amount(3_100_000), amount(8_400_050), percent(1)],
          ["Département des Vosges", amount(0), amount(800_000), missing("à demander"), amount(800_000), percent(0.5)],
          ["MSA Lorraine", missing("non communiqué"), amount(250_000), amount(250_000), amount(500_000), percent(0)],
        ],
        totals: [[strong("Total"), amount(6_700_000), amount(10_350_050), amount(9_550_000), amount(26_600_050), percent(0.775)]],
        note: "Montants toutes taxes comprises, en fonctionnement. Situation au 17 novembre 2026.",
      }),
    ]),
    section("Mesure", [
      paragraph("Deux mesures sur trois approchent de leur cible."),
      table({
        caption: "Indicateurs de l’action",
        columns: [
          rowNames("Indicateur", { width: 4 }),
          column("Référence", "number"),
          column("Cible", "number"),
          column("Dernier résultat", "number"),
          column("Relevé le", "day"),
        ],
        rows: [
          ["Places ouvertes avant 7 h", number(0), number(10), number(6, "places"), day("2026-09-30")],
          ["Familles accueillies", number(0), number(20), number(14), day("2026-09-30")],
          ["Satisfaction des familles", missing("inconnue"), percent(0.9), percent(0.875), day("2026-06-15")],
        ],
        note: "Source : association Les Lutins, relevés trimestriels.",
      }),
      figure({
        svg: curve,
        alt: "Les places d’accueil passent de 96 en 2023 à 115 en 2026, pour une cible de 118.",
        caption: "Places d’accueil collectif dans les trois communes, de 2023 à 2026",
        table: table({
          caption: "Places d’accueil collectif",
          columns: [rowNames("Année"), column("Places", "number"), column("Cible", "number")],
          rows: [
            ["2023", number(96), number(118)],
            ["2024", number(102), number(118)],
            ["2025", number(111), number(118)],
            ["2026", number(115), number(118)],
          ],
          note: "Source : exemple, 2026.",
        }),
      }),
    ]),
    section("Vie de l’action", [
      callout(
        "warning",
        "L’agrément de la PMI est attendu depuis le 1ᵉʳ octobre : une visite conjointe le débloquerait.",
        "Ce qui bloque",
      ),
      callout("info", "La suite proposée au comité de pilotage : pérenniser, par le bonus territoire."),
    ]),
  ],
);

const states = [
  ["○", "à venir"],
  ["◐", "en cours"],
  ["●", "réalisée"],
  ["‖", "en pause"],
  ["■", "bloquée"],
  ["×", "abandonnée"],
] as const;
const subjects = [
  "Tenir à jour un guide unique des services aux familles",
  "Itinérance du relais petite enfance dans les communes de montagne",
  "Ouvrir un lieu d’accueil enfants-parents le samedi",
  "Former les accueillants au premier accueil social inconditionnel, avec le réseau France services et les secrétaires de mairie",
  "Conseil de jeunes intercommunal",
  "Aide aux devoirs dans trois collèges",
];
const leads = [
  "Communauté de communes",
  "Caf des Vosges",
  "Centre social de Remiremont",
  "Commune du Val-d’Ajol",
  "Association Les Lutins",
];

/** The summary table that a committee reads, in landscape. */
export const committeeTable: Document = report(
  {
    title: "32 actions, dont 5 bloquées ou en pause à débattre",
    subtitle: "Tableau de synthèse pour le comité de pilotage",
    lang: "fr",
    orientation: "landscape",
    header: parties,
    footer: "Convention territoriale globale 2023-2027",
    date: "2026-12-03",
    coverNote: "Exemple",
    origin: "https://ctg.exemple.fr",
  },
  [
    paragraph("Les actions sont rangées par axe. Une action en retard dépasse la date d’une étape ou sa date de fin."),
    table({
      caption: "Plan d’actions au 3 décembre 2026",
      columns: [
        column("N°", "text", { width: 0.8 }),
        rowNames("Action", { width: 5 }),
        column("Pilote", "text", { width: 2.6 }),
        column("État", "state", { width: 1.8 }),
        column("Fin prévue", "day", { width: 1.6 }),
        column("Prévu", "amount", { width: 1.5 }),
        column("Notifié", "percent", { width: 1.2 }),
        column("À décider", "text", { width: 2.6 }),
      ],
      rows: Array.from({ length: 32 }, (_, index) => {
        const axis = Math.floor(index / 8) + 1;
        const [sign, word] = states[index % states.length] ?? states[0];
        return [
          `${axis}.${(index % 8) + 1}`,
          cell(evidence(subjects[index % subjects.length] ?? "", `/plan/${axis}.${(index % 8) + 1}`)),
          index % 7 === 3 ? missing("sans pilote") : (leads[index % leads.length] ?? ""),
          state(sign, word),
          day(`2027-${String((index % 12) + 1).padStart(2, "0")}-28`),
          amount(((index * 7919) % 90) * 100_000 + 250_000),
          percent((index % 5) / 4),
          index % 6 === 4 ? "Qui peut débloquer ?" : null,
        ];
      }),
      totals: [["", strong("Ensemble"), "", "", "", amount(144_800_000), percent(0.5), ""]],
      note: "Actions et montants d’exemple. Montants prévus sur toute la durée, toutes taxes comprises.",
    }),
  ],
);

/** A long document: a cover, a table of contents, articles. */
export const longReport: Document = report(
  {
    title: "Convention territoriale globale",
    subtitle: "Territoire de la Porte des Vosges Méridionales, 2023-2027",
    lang: "fr",
    opening: "cover",
    header: parties,
    footer: "Convention territoriale globale 2023-2027",
    date: "2023-11-28",
    coverNote: "Exemple de mise en page",
    logos: [logo("CCPVM", "#175b43"), logo("Caf 88", "#1f4e79"), logo("Dépt 88", "#7a4d00"), logo("MSA", "#5b2a63")],
  },
  [
    tableOfContents,
    ...[
      "Objet de la convention",
      "Champs d’intervention de la Caf",
      "Champs d’intervention des collectivités",
      "Objectifs partagés",
      "Engagements des partenaires",
      "Modalités de collaboration",
      "Échanges de données",
      "Communication",
      "Évaluation",
      "Durée",
    ].map((title, index) =>
      section(
        `Article ${index + 1} – ${title}`,
        [
          paragraph("Texte d’exemple. ".repeat(30)),
          section("Principes", [
            paragraph("Texte d’exemple. ".repeat(20)),
            numbered([
              "Premier engagement",
              item("Deuxième engagement", ["qui se précise", "et se mesure"]),
              "Troisième engagement",
            ]),
          ]),
          section("Mise en œuvre", [paragraph("Texte d’exemple. ".repeat(25)), bullets(["Un point", "Un autre point"])]),
        ],
        { start: index === 0 ? "new-page" : "here" },
      ),
    ),
    section(
      "Signatures",
      [
        table({
          caption: "Les parties signataires",
          columns: [rowNames("Partie"), column("Représentée par"), column("Qualité"), column("Signature", "text", { width: 4 })],
          rows: [
            ["Communauté de communes", "Personne d’exemple", "Présidente", null],
            ["Caf des Vosges", "Personne d’exemple", "Directeur", null],
          ],
        }),
      ],
      { start: "new-page" },
    ),
  ],
);
