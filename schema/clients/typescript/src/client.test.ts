import assert from "node:assert/strict";
import { test } from "node:test";
import type { ResultOf } from "@graphql-typed-document-node/core";
import { createClient, fetchExchange } from "@urql/core";
import { print } from "graphql";
import { createClient as createFollower } from "graphql-ws";
import { WebSocket } from "ws";
import { graphql } from "./gql/index.js";
import type { FollowSubscription } from "./gql/graphql.js";
import { everyNode } from "./pages.js";

const url = `${process.env["NEWSGRAPH"]}/graphql`;
const Authorization = `Bearer ${process.env["NEWSGRAPH_TOKEN"]}`;
const client = createClient({ url, exchanges: [fetchExchange], fetchOptions: { headers: { Authorization } } });

const Entity = graphql(`
  query Entity($name: String!, $kind: EntityKind) {
    entity(name: $name, kind: $kind) {
      __typename
      name
      kind
      firstSeen
      aliases { name mentions }
      ... on Person { roles { title of { name } } }
    }
  }
`);

const Statements = graphql(`
  query Statements($filter: StatementFilter, $first: Int, $after: String) {
    statements(filter: $filter, first: $first, after: $after, orderBy: TIME_ASC) {
      totalCount
      edges { node { id kind text speaker { name } about { entity { name } confidence } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

test("an entity by an alias, its type told apart", async () => {
  const { data, error } = await client.query(Entity, { name: "tamsen", kind: "PERSON" });
  assert.ifError(error);
  const entity = data?.entity;
  assert.equal(entity?.name, "Ilvar Tamsen");
  assert.ok(entity?.__typename === "Person");
  assert.ok(entity.roles.some((role) => role.title === "Prime Minister"));
  assert.ok(entity.firstSeen && !Number.isNaN(Date.parse(entity.firstSeen)));
});

test("what is not there is null", async () => {
  const { data, error } = await client.query(Entity, { name: "Nobody At All", kind: null });
  assert.ifError(error);
  assert.equal(data?.entity, null);
});

test("all pages of a list", async () => {
  const { data } = await client.query(Statements, { first: 1 });
  const ids: string[] = [];
  for await (const statement of everyNode(client, Statements, { first: 7 }, (d) => d.statements)) {
    ids.push(statement.id);
  }
  assert.ok(ids.length > 20);
  assert.equal(ids.length, data?.statements.totalCount);
  assert.equal(new Set(ids).size, ids.length);
});

test("a filter narrows the list, and keeps its types", async () => {
  type Statement = ResultOf<typeof Statements>["statements"]["edges"][number]["node"];
  const found: Statement[] = [];
  const filter = { about: ["Tamsen"], kind: ["DIRECT" as const, "MIXED" as const] };
  for await (const statement of everyNode(client, Statements, { filter, first: 2 }, (d) => d.statements)) {
    found.push(statement);
  }
  assert.ok(found.length > 2);
  for (const { kind, about } of found) {
    assert.notEqual(kind, "INDIRECT");
    assert.ok(about.some((target) => target.entity.name === "Ilvar Tamsen"));
  }
});

test("errors carry a code", async () => {
  const pages = everyNode(client, Statements, { after: "no cursor" }, (d) => d.statements);
  await assert.rejects(pages.next(), (error: { graphQLErrors?: { extensions: { code?: unknown } }[] }) => {
    assert.match(String(error.graphQLErrors?.[0]?.extensions.code), /^[A-Z_]+$/);
    return true;
  });
});

const Load = graphql(`
  mutation Load($input: ArticleInput!) {
    loadArticle(input: $input) { outcome article { id title } }
  }
`);

const Follow = graphql(`
  subscription Follow {
    articleLoaded { article { id title } }
  }
`);

test("an article is loaded, and told of to who follows", async () => {
  const follower = createFollower({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, connectionParams: { Authorization }, lazy: false });
  await new Promise((resolve) => follower.on("connected", resolve));
  const told = follower.iterate<FollowSubscription>({ query: print(Follow) });
  const next = told.next(); // the subscription is sent here, before the article
  const title = `Ferry stays in port (${process.pid})`;
  const text = 'Harbour master Tove Ibsrud said on Monday that the ferry would stay in port. "The waves are too high," Ibsrud told reporters.';
  // The two go on different connections, so the article is loaded again, with another title, until the follower is told.
  let followed = false;
  void next.then(() => (followed = true));
  for (let i = 0; !followed; i++) {
    const { data, error } = await client.mutation(Load, { input: { url: "https://coastal.example/ferry", title: `${title} ${i}`, text } });
    assert.ifError(error);
    assert.ok(data && ["ADDED", "REPLACED"].includes(data.loadArticle.outcome));
  }
  const { value } = await next;
  assert.ok(value?.data?.articleLoaded.article.title?.startsWith(title));
  await told.return?.();
  await follower.dispose();
});

/** Not called: each line that must not compile says so, and the compiler complains where it does compile. */
export async function typesAreStrict() {
  // @ts-expect-error the name is required
  await client.query(Entity, {});
  // @ts-expect-error there is no such kind
  await client.query(Entity, { name: "x", kind: "ANIMAL" });
  // @ts-expect-error there is no such filter
  await client.query(Statements, { filter: { speakr: ["x"] } });
  const { data } = await client.query(Statements, {});
  // @ts-expect-error the speaker may be unknown
  data?.statements.edges[0]?.node.speaker.name.length;
  // @ts-expect-error the field was not asked for
  data?.statements.edges[0]?.node.cue;
}
