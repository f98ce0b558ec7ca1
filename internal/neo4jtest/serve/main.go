// Command serve runs a Neo4j server for newsgraph, with Java and Maven and without Docker, until Ctrl-C. It listens
// on loopback only; its data stay in the user's cache folder.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func main() {
	bolt := flag.String("bolt", "127.0.0.1:7687", "address for Bolt, which newsgraph uses")
	http := flag.String("http", "127.0.0.1:7474", "address for HTTP and Neo4j Browser")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	fmt.Fprintf(os.Stderr, "Starting Neo4j %s (the first time, Maven fetches 130 MB).\n", neo4jtest.Version())
	err := neo4jtest.Serve(ctx, *bolt, *http, func(uri string) {
		fmt.Println(uri)
		fmt.Fprintf(os.Stderr, "Ready. Try: newsgraph serve --store %s\nNeo4j Browser is at http://%s/browser/ (user neo4j, password %s). Ctrl-C ends it.\n",
			uri, *http, neo4jtest.KeptPassword)
	})
	if err != nil && ctx.Err() == nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}
