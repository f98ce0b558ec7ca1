import type { CodegenConfig } from "@graphql-codegen/cli";

// NEWSGRAPH is where the server is, as http://127.0.0.1:8080, and NEWSGRAPH_TOKEN a token for it, where it wants one.
const { NEWSGRAPH, NEWSGRAPH_TOKEN } = process.env;

const config: CodegenConfig = {
  schema: [{ [`${NEWSGRAPH}/schema.graphql`]: { headers: NEWSGRAPH_TOKEN ? { Authorization: `Bearer ${NEWSGRAPH_TOKEN}` } : {} } }],
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
