// Starts GraphiQL on the endpoint that the page names.
(function () {
  "use strict";
  const root = document.getElementById("graphiql");
  const defaultQuery = `# Who said what about whom?
{
  statements(first: 10) {
    edges {
      node {
        speaker { name }
        text
        about { entity { name } }
        article { title publishedAt }
      }
    }
  }
}
`;
  const url = new URL(root.dataset.endpoint, location.href).href;
  ReactDOM.createRoot(root).render(
    React.createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url }),
      plugins: [GraphiQLPluginExplorer.explorerPlugin()],
      defaultQuery,
    }),
  );
})();
