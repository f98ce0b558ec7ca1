package graphtest

import (
	"testing"

	"github.com/newsgraph/newsgraph/graph"
)

func openModel(*testing.T) graph.Store { return NewModel() }

func TestModelConforms(t *testing.T) { Run(t, openModel) }

func TestModelProperties(t *testing.T) { RunProperties(t, openModel) }
