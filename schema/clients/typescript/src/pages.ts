import type { Client, TypedDocumentNode } from "@urql/core";

/** A page of a list, as every list of the API gives it when it is asked for these fields. */
export interface Connection<Node> {
  edges: ReadonlyArray<{ node: Node }>;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
}

/**
 * Every node of a list, page by page: the query takes the cursor of the page before as $after, pick finds the list in
 * its answer. It throws the error of a page that fails.
 */
export async function* everyNode<Data, Variables extends { after?: string | null | undefined }, Node>(
  client: Client,
  query: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
  pick: (data: Data) => Connection<Node>,
): AsyncGenerator<Node, void, undefined> {
  for (let after = variables.after; ; ) {
    const { data, error } = await client.query(query, after == null ? variables : { ...variables, after }, { requestPolicy: "network-only" });
    if (error || !data) {
      throw error ?? new Error("the answer has no data");
    }
    const { edges, pageInfo } = pick(data);
    for (const { node } of edges) {
      yield node;
    }
    if (!pageInfo.hasNextPage || pageInfo.endCursor == null) {
      return;
    }
    after = pageInfo.endCursor;
  }
}
