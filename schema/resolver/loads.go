package resolver

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/schema/batch"
	"github.com/newsgraph/newsgraph/schema/intake"
)

// errReadOnly is the error of mutations where nothing can be loaded.
func errReadOnly(ctx context.Context) error {
	return coded(ctx, "READ_ONLY", "this server takes no articles")
}

// coded is an error with a code of its own, whose text is for clients.
func coded(ctx context.Context, code, text string) error {
	return &gqlerror.Error{Message: text, Path: graphql.GetPath(ctx), Extensions: map[string]any{"code": code}}
}

// loadAll loads articles, and delivers what became of them.
func (r *Resolver) loadAll(ctx context.Context, articles []*intake.Article, key *string) ([]*intake.Loaded, error) {
	if r.Loader == nil {
		return nil, errReadOnly(ctx)
	}
	return batch.Load(ctx, func(ctx context.Context, _ []any) ([]*intake.Loaded, []any, error) {
		loaded, err := r.loadOnce(ctx, articles, key)
		delivered := make([]any, len(loaded))
		for i, l := range loaded {
			delivered[i] = l
		}
		return loaded, delivered, err
	})
}

func (r *Resolver) loadOnce(ctx context.Context, articles []*intake.Article, key *string) ([]*intake.Loaded, error) {
	d, err := newDeed(ctx, key, articles)
	if err != nil {
		return nil, err
	}
	return once(ctx, r, d, loadedBefore, func() ([]*intake.Loaded, error) {
		loaded, applied, err := r.Loader.Load(ctx, articles, d.loadBatch)
		if err != nil {
			return nil, err
		}
		return loaded, settle(loaded, applied)
	})
}

// loadedBefore is the answer of a load that was done before.
func loadedBefore(receipt *graph.Receipt) ([]*intake.Loaded, error) {
	var loaded []*intake.Loaded
	if err := json.Unmarshal([]byte(receipt.Answer), &loaded); err != nil {
		return nil, fmt.Errorf("read receipt: %w", err)
	}
	return loaded, settle(loaded, receipt.Applied)
}

// settle puts what became of the records where the loader left it open.
func settle(loaded []*intake.Loaded, applied graph.Applied) error {
	n := 0
	for _, l := range loaded {
		if l.Outcome != "" {
			continue
		}
		if n == len(applied.Records) {
			return fmt.Errorf("%d records were applied, more were read", n)
		}
		l.Outcome = intake.Outcome(applied.Records[n])
		n++
	}
	return nil
}

// loadBatch notes what was read, and what was refused and why.
func (d deed) loadBatch(loaded []*intake.Loaded) *graph.Batch {
	var nodes []graph.NodeID
	var why []string
	for i, l := range loaded {
		if l.ID != "" {
			nodes = append(nodes, l.ID)
		}
		if l.Problem != nil && len(why) < maxWhys {
			why = append(why, fmt.Sprintf("article %d: %s", i+1, l.Problem.Message))
		}
	}
	outcome := graph.AuditDone
	switch taken := taken(loaded); {
	case taken == 0 && len(loaded) > 0:
		outcome = graph.AuditRefused
	case len(why) > 0:
		outcome = graph.AuditPartly
	}
	return d.batch(outcome, strings.Join(why, "\n"), nodes, loaded)
}

// maxWhys is how many refusals of one request the audit log explains.
const maxWhys = 10

// taken counts the articles that were not refused.
func taken(loaded []*intake.Loaded) (n int) {
	for _, l := range loaded {
		if l.Problem == nil {
			n++
		}
	}
	return n
}

// loadOne loads one article; its refusal is an error.
func (r *Resolver) loadOne(ctx context.Context, article *intake.Article, key *string) (*intake.Loaded, error) {
	loaded, err := r.loadAll(ctx, []*intake.Article{article}, key)
	if err != nil {
		return nil, err
	}
	if p := loaded[0].Problem; p != nil {
		return nil, coded(ctx, p.Code, p.Message)
	}
	return loaded[0], nil
}

// deleteOne takes out an article that is named by its id or its address.
func (r *Resolver) deleteOne(ctx context.Context, id *graph.NodeID, url, key *string) (*intake.Deletion, error) {
	article, err := r.articleNamed(id, url)
	if err != nil {
		return nil, err
	}
	d, err := newDeed(ctx, key, article)
	if err != nil {
		return nil, err
	}
	deletion := &intake.Deletion{ID: article}
	again := func(*graph.Receipt) (*intake.Deletion, error) { return deletion, nil }
	return once(ctx, r, d, again, func() (*intake.Deletion, error) {
		if _, err := r.Graph.Node(ctx, article); err != nil {
			return nil, err
		}
		b := d.batch(graph.AuditDone, "", []graph.NodeID{article}, deletion)
		b.Delete = []graph.NodeID{article}
		_, err := r.Graph.Apply(ctx, b)
		return deletion, err
	})
}

func (r *Resolver) articleNamed(id *graph.NodeID, url *string) (graph.NodeID, error) {
	switch {
	case (id == nil) == (url == nil):
		return "", fmt.Errorf("%w: name the article either by its id or by its url", graph.ErrInvalid)
	case id != nil && id.Type() != graph.TypeArticle:
		return "", fmt.Errorf("%w: %q is not the id of an article", graph.ErrInvalid, *id)
	case id != nil:
		return *id, nil
	case r.Loader == nil:
		return "", fmt.Errorf("%w: this server knows articles by their id only", graph.ErrInvalid)
	}
	key, err := r.Loader.Key(*url)
	return graph.ArticleID(key), err
}

// loadedArticle is the article of a load; nil when it was refused, or is gone.
func (r *Resolver) loadedArticle(ctx context.Context, l *intake.Loaded) (*graph.Article, error) {
	if l.ID == "" || l.Problem != nil {
		return nil, nil //nolint:nilnil // null in the answer
	}
	nodes, err := links(ctx, r.Graph, func(l *intake.Loaded) []graph.NodeID { return []graph.NodeID{l.ID} })
	if err != nil {
		return nil, err
	}
	article, _ := nodes[l.ID].(*graph.Article) // nil when it is gone
	return article, nil
}
