// Command quickstart prints what was said about somebody.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/Khan/genqlient/graphql"

	"github.com/newsgraph/newsgraph/schema/clients/golang"
)

func main() {
	client := graphql.NewClient(os.Args[1], http.DefaultClient)
	first := 3
	answer, err := golang.StatementsAbout(context.Background(), client, []string{"Tamsen"}, &first, nil)
	if err != nil {
		log.Fatal(err)
	}
	for _, edge := range answer.Statements.Edges {
		speaker := "?"
		if s := edge.Node.Speaker; s != nil {
			speaker = (*s).GetName()
		}
		fmt.Printf("%s: %s\n", speaker, edge.Node.Text)
	}
}
