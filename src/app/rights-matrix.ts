import type { Role } from "../platform/actor.ts";
import type { Wing } from "../platform/wing/wing.ts";

/** `yes`: always · `some`: under a circumstance of the subject · `no`: never. */
export type MayDo = "yes" | "some" | "no";

export interface RightsRow {
  readonly wing: string;
  readonly useCase: string;
  readonly may: { readonly [R in Role]: MayDo };
}

/** Who may do what, use case by use case, as the wings declare it. */
export const rightsMatrix = (wings: readonly Wing[]): readonly RightsRow[] =>
  wings.flatMap(({ name, useCases }) =>
    useCases.map(({ name: useCase, right: { grants } }) => {
      const mayDo = (role: Role): MayDo => {
        const own = grants.filter((grant) => grant.role === role);
        if (own.length === 0) return "no";
        return own.some(({ condition }) => condition === null) ? "yes" : "some";
      };

      return {
        wing: name,
        useCase,
        may: {
          operator: mayDo("operator"),
          coordinator: mayDo("coordinator"),
          party: mayDo("party"),
          elected: mayDo("elected"),
          contributor: mayDo("contributor"),
          reader: mayDo("reader"),
          public: mayDo("public"),
        },
      };
    }),
  );
