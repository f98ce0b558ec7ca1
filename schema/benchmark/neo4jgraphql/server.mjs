// Serves the graph by @neo4j/graphql and Apollo Server: node server.mjs BOLT-URI USER PASSWORD. It prints its address.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const [uri, user, password] = process.argv.slice(2);
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const typeDefs = readFileSync(new URL("graph.graphql", import.meta.url), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = new ApolloServer({ schema, introspection: false });
const { url } = await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: 0 } });
console.log(url);
process.on("SIGTERM", async () => {
  await server.stop();
  await driver.close();
  process.exit(0);
});
