import { createClient, fetchExchange } from "@urql/core";
import { graphql } from "./gql/index.js";

const client = createClient({ url: process.argv[2]!, exchanges: [fetchExchange] });
const about = graphql(`
  query About($name: ID!) {
    statements(filter: { about: [$name] }, first: 3) {
      edges { node { text speaker { name } } }
    }
  }
`);
const { data } = await client.query(about, { name: "Tamsen" }).toPromise();
for (const { node } of data?.statements.edges ?? []) console.log(`${node.speaker?.name ?? "?"}: ${node.text}`);
