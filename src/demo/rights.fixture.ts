import type { RightsOfWing } from "../../test/rights-of-wing.ts";

export const rights: RightsOfWing = {
  lines: `
                                                 operator coordinator lead partner elected entrusted contributor reader visitor | elsewhere
demo.load-examples                               yes      yes         no   no      no      no        no          no     no      | 404
demo.enter-signatories                           yes      yes         no   no      no      no        no          no     no      | empty
demo.enter-france-services                       yes      yes         no   no      no      no        no          no     no      | home
`,
  samples: {
    "demo.load-examples": ({ draft }) => ({ conventionId: draft.conventionId }),
    "demo.enter-signatories": () => ({}),
    "demo.enter-france-services": () => ({}),
  },
};
