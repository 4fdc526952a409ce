const given = process.env["MAILLAGE_TEST_SEED"] ?? "";
/** What the tests draw is drawn from this number. */
export const seed = given === "" ? 20_261_201 : Number(given);
if (!Number.isInteger(seed)) throw new Error(`MAILLAGE_TEST_SEED is a whole number, not ${given}`);

/** How many times more cases each property tries. */
export const longer = process.env["MAILLAGE_TEST_DEEP"] === "on" ? 10 : 1;
