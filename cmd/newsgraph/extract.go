package main

import (
	"context"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/article"
)

func newExtract(io std) *cobra.Command {
	var r reading
	cmd := &cobra.Command{
		Use:   "extract [flags] PATH|-…",
		Short: "Print what load would write, one JSON object an article; touches no store",
		Long: "extract prints what load would write: one JSON object for each article, a line each. Spans are [start, end) in\n" +
			"bytes of \"text\"; those of \"removed\" are bytes of the input.",
		Args: someArgs("at least one PATH, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error { return r.extract(cmd.Context(), io, args) },
	}
	r.flags(cmd)
	r.rawFlag(cmd)
	return cmd
}

func (r *reading) extract(ctx context.Context, io std, paths []string) error {
	src, err := r.open(io, paths)
	if err != nil {
		return err
	}
	p, err := r.pipeline()
	if err != nil {
		return err
	}
	workers := r.workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	out := newPrinter(io.out)
	refused := false
	err = p.Each(ctx, src, workers, func(a *article.Article, err error) error {
		if err != nil {
			refused = true
			say(io.err, refusal(a, err))
			return nil
		}
		return out.article(a)
	})
	if ferr := out.out.Flush(); err == nil {
		err = ferr
	}
	if err == nil && refused {
		err = errRefused
	}
	return err
}

// The JSON that extract prints. Pointers are null where there is nothing.
type (
	// extractedHead is what stands before the lists of an article: "removed", "entities", "statements", "roles" and "events".
	extractedHead struct {
		ID         graph.NodeID `json:"id"`
		SourcePath string       `json:"source_path"`
		URL        string       `json:"url"`
		Source     string       `json:"source"`
		Title      string       `json:"title"`
		Authors    []string     `json:"authors"`
		Published  *string      `json:"published"`
		Language   string       `json:"language"`
		Text       string       `json:"text"`
	}
	extractedRemoved struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Why   string `json:"why"`
		Text  string `json:"text"`
	}
	extractedEntity struct {
		Ref      string             `json:"ref"`
		Kind     article.Kind       `json:"kind"`
		Name     string             `json:"name"`
		Aliases  []string           `json:"aliases"`
		Mentions []extractedMention `json:"mentions"`
		Place    *extractedPlace    `json:"place,omitempty"` // of a place that the gazetteer knows
	}
	extractedPlace struct {
		GeoNames    uint32            `json:"geonames,omitempty"`
		Name        string            `json:"name"`
		Type        article.PlaceType `json:"type"`
		Latitude    float64           `json:"latitude"`
		Longitude   float64           `json:"longitude"`
		Region      string            `json:"region,omitempty"`
		Country     string            `json:"country,omitempty"`
		CountryCode string            `json:"country_code,omitempty"`
		Confidence  float64           `json:"confidence"`
		Reason      string            `json:"reason"`
	}
	extractedMention struct {
		Start      int          `json:"start"`
		End        int          `json:"end"`
		Text       string       `json:"text"`
		Form       article.Form `json:"form"`
		Confidence float64      `json:"confidence"`
		Reason     string       `json:"reason"`
	}
	extractedStatement struct {
		Kind        article.StatementKind `json:"kind"`
		Mode        article.StatementMode `json:"mode"`
		Content     [][2]int              `json:"content"`
		Text        string                `json:"text"`
		Cue         *[2]int               `json:"cue"`
		Speaker     *string               `json:"speaker"`
		SpeakerSpan *[2]int               `json:"speaker_span"`
		SpeakerText string                `json:"speaker_text"`
		Addressees  []string              `json:"addressees"`
		About       []extractedTarget     `json:"about"`
		Within      *int                  `json:"within"`
		SaidAt      *string               `json:"said_at"`
		Precision   *article.Precision    `json:"said_at_precision"`
		Confidence  float64               `json:"confidence"`
		Reason      string                `json:"reason"`
	}
	extractedTarget struct {
		Ref            string       `json:"ref"`
		Spans          [][2]int     `json:"spans"`
		Confidence     float64      `json:"confidence"`
		Reason         string       `json:"reason"`
		Tone           article.Tone `json:"tone"`
		ToneConfidence float64      `json:"tone_confidence"`
	}
	extractedRole struct {
		Person string  `json:"person"`
		Title  string  `json:"title"`
		Of     *string `json:"of"`
		Start  int     `json:"start"`
		End    int     `json:"end"`
	}
)

func refusal(a *article.Article, err error) string {
	r := loader.Refusal{Err: err}
	if a != nil {
		r.Path = a.SourcePath
	}
	return r.String()
}
