package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/netip"
	"runtime"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/fetcher"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/clean"
	"github.com/newsgraph/newsgraph/loader/source"
	"github.com/newsgraph/newsgraph/schema/intake"
)

// fetching is whether and from where the server fetches articles.
type fetching struct {
	allowed  bool
	networks []string
}

func (f *fetching) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.allowed, "allow-fetch", false, "fetch articles that editors name by their address, from public addresses only")
	cmd.Flags().StringArrayVar(&f.networks, "fetch-network", nil, "with --allow-fetch: fetch from this network too, like 10.1.0.0/16 (may be repeated)")
}

// fetcher returns nil when nothing is fetched.
func (f *fetching) fetcher() (*fetcher.Fetcher, error) {
	if !f.allowed {
		if len(f.networks) > 0 {
			return nil, fmt.Errorf("%w: --fetch-network needs --allow-fetch", errUsage)
		}
		return nil, nil //nolint:nilnil // nothing is fetched
	}
	var opts fetcher.Options
	for _, text := range f.networks {
		network, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("%w: --fetch-network %q must be a network like 10.1.0.0/16", errUsage, text)
		}
		opts.Networks = append(opts.Networks, network)
	}
	return fetcher.New(&opts), nil
}

// editing reads the articles that editors send.
type editing struct {
	graph    *graph.Graph
	pipeline *loader.Pipeline
	fetcher  *fetcher.Fetcher // nil: nothing is fetched
	log      *slog.Logger
}

var _ intake.Loader = (*editing)(nil)

// Key implements [intake.Loader].
func (e *editing) Key(url string) (string, error) {
	key, err := source.URLKey(url)
	if err != nil {
		return "", fmt.Errorf("%w: %w", graph.ErrInvalid, err)
	}
	return key, nil
}

// Load implements [intake.Loader].
func (e *editing) Load(
	ctx context.Context, articles []*intake.Article, batch func([]*intake.Loaded) *graph.Batch,
) ([]*intake.Loaded, graph.Applied, error) {
	read := make([]*article.Article, len(articles))
	loaded := make([]*intake.Loaded, len(articles))
	group, inGroup := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, a := range articles {
		group.Go(func() error {
			var err error
			read[i], err = e.read(inGroup, a)
			if inGroup.Err() != nil {
				return inGroup.Err()
			}
			loaded[i] = e.describe(inGroup, read[i], err)
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, graph.Applied{}, err
	}
	applied, err := loader.Write(ctx, e.graph, batch(loaded), taken(read, loaded))
	return loaded, applied, err
}

// taken lists the articles that are to be written; of those with one key the last.
func taken(read []*article.Article, loaded []*intake.Loaded) []*article.Article {
	last := map[graph.NodeID]int{}
	for i, l := range loaded {
		if l.Problem == nil {
			last[l.ID] = i
		}
	}
	var out []*article.Article
	for i, l := range loaded {
		switch {
		case l.Problem != nil:
		case last[l.ID] != i:
			l.Outcome = intake.Repeated
		default:
			out = append(out, read[i])
		}
	}
	return out
}

// read makes an article of what was sent, and annotates it.
func (e *editing) read(ctx context.Context, in *intake.Article) (*article.Article, error) {
	given := source.Given{
		Text: in.Text, HTML: in.HTML, URL: in.URL, Title: in.Title, Source: in.Source, Authors: in.Authors,
		Published: in.PublishedAt, Language: in.Language,
	}
	if in.Text == "" && in.HTML == "" && in.URL != "" {
		if err := e.fetch(ctx, &given); err != nil {
			return nil, err
		}
	}
	a, err := given.Article()
	if err != nil {
		return nil, err
	}
	return a, e.pipeline.Annotate(ctx, a)
}

// errNoFetch is returned for an article that would have to be fetched.
var errNoFetch = errors.New("this server fetches nothing: send the text or the HTML of the article, or start it with --allow-fetch")

func (e *editing) fetch(ctx context.Context, given *source.Given) error {
	if e.fetcher == nil {
		return errNoFetch
	}
	page, err := e.fetcher.Get(ctx, given.URL)
	if err != nil {
		return err
	}
	if page.HTML {
		given.HTML = page.Text
	} else {
		given.Text = page.Text
	}
	return nil
}

// describe tells what was read, or why nothing was.
func (e *editing) describe(ctx context.Context, a *article.Article, err error) *intake.Loaded {
	out := &intake.Loaded{Removed: []intake.Removed{}}
	if a != nil {
		out.ID = graph.ArticleID(a.Key)
	}
	if err != nil {
		out.Outcome, out.Problem = intake.Refused, e.problem(ctx, err)
		return out
	}
	out.Entities, out.Statements, out.RemovedCount = len(a.Actors), len(a.Statements), len(a.Removed)
	for _, actor := range a.Actors {
		out.Mentions += len(actor.Mentions)
	}
	for _, r := range a.Removed[:min(len(a.Removed), intake.MaxRemoved)] {
		out.Removed = append(out.Removed, intake.Removed{Why: r.Why, Text: cut(r.Text, intake.MaxRemovedText)})
	}
	return out
}

// problem says what is wrong with an article. Faults of the server are told to its log.
func (e *editing) problem(ctx context.Context, err error) *intake.Problem {
	code := intake.CodeInput
	switch {
	case errors.Is(err, errNoFetch):
		code = intake.CodeFetchOff
	case isAny(err, fetcher.ErrForbidden, fetcher.ErrAnswer, fetcher.ErrTooLarge, fetcher.ErrType):
		code = intake.CodeFetch
	case isAny(err, fetcher.ErrURL, source.ErrURL, source.ErrLanguage, source.ErrNoText, source.ErrEmpty, source.ErrTooLarge, source.ErrBinary,
		source.ErrEncoding, source.ErrHTML, clean.ErrEmpty):
	default:
		e.log.ErrorContext(ctx, "an article that was sent could not be read", "error", err)
		return &intake.Problem{Code: intake.CodeInternal, Message: "the article could not be read; the server's log tells more"}
	}
	return &intake.Problem{Code: code, Message: err.Error()}
}

func isAny(err error, of ...error) bool {
	for _, one := range of {
		if errors.Is(err, one) {
			return true
		}
	}
	return false
}

// cut shortens a text to so many bytes at most, between characters.
func cut(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}
