package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/loader"
	"github.com/newsgraph/newsgraph/loader/article"
	"github.com/newsgraph/newsgraph/loader/clean"
	"github.com/newsgraph/newsgraph/loader/entity"
	"github.com/newsgraph/newsgraph/loader/event"
	"github.com/newsgraph/newsgraph/loader/place"
	"github.com/newsgraph/newsgraph/loader/reader"
	"github.com/newsgraph/newsgraph/loader/segment"
	"github.com/newsgraph/newsgraph/loader/source"
	"github.com/newsgraph/newsgraph/loader/statement"
)

// reading is how articles are found and read.
type reading struct {
	base    string
	raw     bool
	model   string
	workers int
}

func (r *reading) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&r.base, "base", "",
		"name local files by their path below this folder, so that the same files have the same ids on another machine")
	cmd.Flags().IntVar(&r.workers, "workers", 0, "articles read at once (default: the number of cores)")
	r.modelFlag(cmd)
}

func (r *reading) rawFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&r.raw, "raw", false, "take a file's whole content as the text: clean nothing, lift nothing out")
}

// modelFlag adds --model to the command.
func (r *reading) modelFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&r.model, "model", "",
		"read with the network of this weights file (docs/reader-format.md) in place of the program's own")
}

// pipeline puts the stages together.
func (r *reading) pipeline() (*loader.Pipeline, error) {
	stages, err := r.stages()
	if err != nil {
		return nil, err
	}
	return loader.New(stages...)
}

// stages are those of the extraction, in order.
func (r *reading) stages() ([]article.Stage, error) {
	read, err := r.reader()
	if err != nil {
		return nil, err
	}
	return []article.Stage{
		clean.New(&clean.Options{Raw: r.raw}), segment.New(), read, entity.New(nil), place.New(), statement.New(nil), event.New(),
	}, nil
}

// reader is the reader with the program's own network, or with that of --model.
func (r *reading) reader() (*reader.Reader, error) {
	if r.model != "" {
		return reader.Open(r.model)
	}
	return reader.New()
}

// open opens the source of the paths.
func (r *reading) open(io std, paths []string) (*source.Source, error) {
	if r.workers < 0 {
		return nil, fmt.Errorf("%w: --workers must not be negative", errUsage)
	}
	return source.New(paths, &source.Options{Base: r.base, Raw: r.raw, Stdin: io.in})
}
