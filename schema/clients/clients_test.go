package clients_test

import (
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/internal/nodetest"
	"github.com/newsgraph/newsgraph/internal/servetest"
)

// onBothStores runs a test against the real program with the examples loaded, once on each store.
func onBothStores(t *testing.T, test func(t *testing.T, server *servetest.Server)) {
	t.Helper()
	program := servetest.Build(t)
	t.Run("embedded", func(t *testing.T) {
		test(t, servetest.Serve(t, program, "--store", "sqlite::memory:", "--load", "examples"))
	})
	t.Run("neo4j", func(t *testing.T) {
		db := neo4jtest.Start(t)
		test(t, servetest.Serve(t, program, "--store", db.URI(), "--load", "examples"))
	})
}

func TestTypeScript(t *testing.T) {
	project := nodetest.Project(t, "typescript")
	onBothStores(t, func(t *testing.T, server *servetest.Server) {
		env := []string{"NEWSGRAPH=" + server.URL}
		nodetest.Run(t, project, env, "npx", "graphql-codegen")
		nodetest.Run(t, project, env, "npx", "tsc")
		t.Log(nodetest.Run(t, project, env, "node", "--test", filepath.Join("out", "client.test.js")))
	})
}
