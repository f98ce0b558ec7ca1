package clients_test

import (
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/internal/nodetest"
	"github.com/newsgraph/newsgraph/internal/servetest"
)

// instance is the real program with the examples loaded, and a token with which it lets one do everything.
type instance struct {
	*servetest.Server
	token string
}

// onBothStores runs a test against the real program, once on each store.
func onBothStores(t *testing.T, test func(t *testing.T, server *instance)) {
	t.Helper()
	program := servetest.Build(t)
	on := func(t *testing.T, store string) {
		t.Helper()
		token, file := servetest.Token(t, program, "admin")
		test(t, &instance{servetest.Serve(t, program, "--store", store, "--load", "examples", "--tokens", file), token})
	}
	t.Run("embedded", func(t *testing.T) { on(t, "sqlite::memory:") })
	t.Run("neo4j", func(t *testing.T) { on(t, neo4jtest.Start(t).URI()) })
}

func TestTypeScript(t *testing.T) {
	project := nodetest.Project(t, "typescript")
	onBothStores(t, func(t *testing.T, server *instance) {
		env := []string{"NEWSGRAPH=" + server.URL, "NEWSGRAPH_TOKEN=" + server.token}
		nodetest.Run(t, project, env, "npx", "graphql-codegen")
		nodetest.Run(t, project, env, "npx", "tsc")
		t.Log(nodetest.Run(t, project, env, "node", "--test", filepath.Join("out", "client.test.js")))
	})
}
