/** A word as it begins a sentence or a label: "avril 2023" → "Avril 2023". */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A heading as it stands inside a sentence: "Champs d’intervention" → "champs d’intervention". */
export const uncapitalised = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
