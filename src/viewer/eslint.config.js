// SPDX-License-Identifier: MIT
import tseslint from "typescript-eslint";

export default tseslint.config(
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Columns are read at indices that are in range by construction.
      "@typescript-eslint/no-non-null-assertion": "off",
      // byId<HTMLInputElement>("search") says what the page's own markup has there.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
    },
  },
  // node:test's test() waits for itself.
  { files: ["test/**"], rules: { "@typescript-eslint/no-floating-promises": "off" } },
  { ignores: ["built", "node_modules", "eslint.config.js"] },
);
