package clients_test

import (
	"errors"
	"net/http"
	"testing"

	"github.com/Khan/genqlient/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/schema/clients/golang"
)

func TestGo(t *testing.T) {
	onBothStores(t, func(t *testing.T, server *instance) {
		client := graphql.NewClient(server.URL+"/graphql", server)
		t.Run("an entity by an alias, its type told apart", func(t *testing.T) {
			person := golang.EntityKindPerson
			got, err := golang.Entity(t.Context(), client, "tamsen", &person)
			if err != nil {
				t.Fatal(err)
			}
			tamsen, ok := got.Entity.(*golang.EntityEntityPerson)
			if !ok || tamsen.Name != "Ilvar Tamsen" || len(tamsen.Roles) == 0 || tamsen.FirstSeen.Year() != 2031 {
				t.Errorf("got %+v", got.Entity)
			}
		})
		t.Run("what is not there is nil", func(t *testing.T) {
			got, err := golang.Entity(t.Context(), client, "Nobody At All", nil)
			if err != nil || got.Entity != nil {
				t.Errorf("got %+v, %v", got, err)
			}
		})
		t.Run("all pages of a list", func(t *testing.T) { walksAllPages(t, client) })
		t.Run("errors carry a code", func(t *testing.T) {
			bad := "no cursor"
			_, err := golang.StatementsAbout(t.Context(), client, nil, nil, &bad)
			var list gqlerror.List
			if !errors.As(err, &list) || list[0].Extensions["code"] == nil {
				t.Errorf("error %v has no code", err)
			}
		})
	})
}

// Do sends a request with the token.
func (i *instance) Do(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+i.token)
	return http.DefaultClient.Do(r)
}

func walksAllPages(t *testing.T, client graphql.Client) {
	t.Helper()
	seen, total, size := map[string]bool{}, 0, 3
	pages := golang.Pages(func(after *string) (*golang.StatementsAboutResponse, bool, *string, error) {
		got, err := golang.StatementsAbout(t.Context(), client, []string{"Tamsen"}, &size, after)
		if err != nil {
			return nil, false, nil, err
		}
		return got, got.Statements.PageInfo.HasNextPage, got.Statements.PageInfo.EndCursor, nil
	})
	for page, err := range pages {
		if err != nil {
			t.Fatal(err)
		}
		total = page.Statements.TotalCount
		for _, edge := range page.Statements.Edges {
			if seen[edge.Node.Id] {
				t.Errorf("%s comes twice", edge.Node.Id)
			}
			seen[edge.Node.Id] = true
		}
	}
	if len(seen) != total || total <= size {
		t.Errorf("%d statements on all pages, want %d", len(seen), total)
	}
}
