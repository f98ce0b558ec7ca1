import type { CodegenConfig } from "@graphql-codegen/cli";

// NEWSGRAPH is where the server is, as http://127.0.0.1:8080.
const config: CodegenConfig = {
  schema: `${process.env["NEWSGRAPH"]}/schema.graphql`,
  documents: ["src/**/*.ts", "!src/gql/**"],
  importExtension: ".js",
  generates: {
    "src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        strictScalars: true,
        scalars: { ID: "string", DateTime: "string" },
        enumsAsTypes: true,
        useTypeImports: true,
      },
    },
  },
};

export default config;
