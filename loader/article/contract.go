package article

import "context"

// Layer is a set of marks on an article.
type Layer string

// The layers, in the order in which the usual stages add them.
const (
	LayerRaw          Layer = "raw"          // Raw and what the source knows of it
	LayerText         Layer = "text"         // Text, Removed, Dateline
	LayerSegments     Layer = "segments"     // Paragraphs, Sentences, Tokens, Quotes
	LayerNames        Layer = "names"        // Names
	LayerAttributions Layer = "attributions" // Attributions
	LayerTones        Layer = "tones"        // Tones
	LayerPredicates   Layer = "predicates"   // Predicates
	LayerActors       Layer = "actors"       // Actors, Roles
	LayerPlaces       Layer = "places"       // Actor.Location
	LayerStatements   Layer = "statements"   // Statements
	LayerEvents       Layer = "events"       // Events
)

// Contract is what a stage needs and what it gives.
type Contract struct {
	Name     string  // the stage's package
	Requires []Layer // must be there before
	Adds     []Layer // is there after
}

// Stage adds layers to an article. A stage is pure: the same article in gives the same marks, with
// no network, clock or shared state; it may be used by many goroutines at once.
type Stage interface {
	Contract() Contract
	// Annotate adds the stage's layers. An error means that this article cannot be loaded; it
	// says why in words for the user. Time and memory are linear in the length of the text.
	Annotate(ctx context.Context, a *Article) error
}
