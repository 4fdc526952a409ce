import jsxA11y from "eslint-plugin-jsx-a11y";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const configs = ["*.config.ts", "*.config.js"];
const tests = ["**/*.test.{ts,tsx}", "**/*.fixture.{ts,tsx}", "test/**", "e2e/**"];

export default defineConfig(
  globalIgnores(["dist/", "data/", "node_modules/", "test-results/", "playwright-report/", "migrations/", "**/*.cjs"]),
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // A cast silences the compiler: data is parsed at the borders, and `as const` is no cast.
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      // Numbers are written into sentences everywhere, and are never surprising there.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // Spreading a text reads it by whole characters, which is what one wants.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // A chain of Hono routes is the same app under a type that knows its routes.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // A function may be async for its errors to be rejections, as the interface it serves expects.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    ignores: configs,
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "A name is the same wherever it is read: export it by name." },
      ],
    },
  },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    rules: {
      "max-lines": ["error", { max: 400, skipComments: false, skipBlankLines: false }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-control-regex": "error",
      "no-empty-pattern": "error",
      "no-irregular-whitespace": ["error", { skipTemplates: true, skipRegExps: true, skipComments: true, skipJSXText: true }],
      "no-misleading-character-class": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["**/*.tsx"],
    extends: [jsxA11y.flatConfigs.recommended],
    settings: { "jsx-a11y": { attributes: { for: ["for"] } } },
    rules: {
      "jsx-a11y/label-has-associated-control": ["error", { assert: "either", depth: 4 }],
      // What scrolls is reached by the keyboard.
      "jsx-a11y/no-noninteractive-tabindex": [
        "error",
        { tags: [], roles: ["tabpanel", "region", "group"], allowExpressionValues: true },
      ],
    },
  },
  {
    // Sample pages: their links lead nowhere.
    files: ["src/ui/gallery/**"],
    rules: { "jsx-a11y/anchor-is-valid": "off" },
  },
  {
    files: tests,
    rules: {
      // vitest's matchers inside of objects are typed `any`.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-assertions": "off",
    },
  },
  {
    // vitest looks for its global setup in the default export.
    files: ["test/database-server.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
