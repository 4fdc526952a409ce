import { expect, test } from "vitest";
import { referenceOf } from "./reference.fixture.ts";

// After a change of what a package offers: vitest run --project unit packages/reference --update
test.each([
  ["access", "Access: what each file offers"],
  ["opinion", "Opinion: what each file offers"],
])("the reference of %s says what its code says", async (name, title) => {
  await expect(referenceOf(`packages/${name}`, title)).toMatchFileSnapshot(`${name}/REFERENCE.md`);
});
