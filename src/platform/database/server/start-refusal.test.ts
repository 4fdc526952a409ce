import { expect, test } from "vitest";
import { frenchSpaces, StartRefusal } from "./start-refusal.ts";

test("the marks of French take their narrow no-break space, and nothing else moves", () => {
  expect(frenchSpaces("Le dossier « a b » : pris ; ou non ? oui ! 12:30")).toBe(
    "Le dossier «\u202fa b\u202f»\u202f: pris\u202f; ou non\u202f? oui\u202f! 12:30",
  );
});

test("a refusal is an error that keeps its cause", () => {
  const cause = new Error("EACCES");
  const refusal = new StartRefusal("Non : fermé.", cause);
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).toMatchObject({ name: "StartRefusal", message: "Non\u202f: fermé.", cause });
});
