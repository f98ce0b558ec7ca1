package encoder

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Header describes a model: the JSON part of its file.
type Header struct {
	Name         string       `json:"name"`
	Architecture Architecture `json:"architecture"`
	Taggings     []Tagging    `json:"taggings"`
	Links        []LinkHeader `json:"links"`
	Roles        RolesHeader  `json:"roles"`
	Vocabulary   place        `json:"vocabulary"`
	Tensors      []tensor     `json:"tensors"`
}

// Architecture is the sizes of a network.
type Architecture struct {
	Vocabulary int     `json:"vocabulary"` // pieces
	Positions  int     `json:"positions"`
	Hidden     int     `json:"hidden"` // width of a vector
	Layers     int     `json:"layers"`
	Heads      int     `json:"heads"`
	FFN        int     `json:"ffn"` // width inside the feed-forward part
	Eps        float64 `json:"eps"` // of layer norm
	Shapes     int     `json:"shapes"`
	Quotes     int     `json:"quotes"`
	Breaks     int     `json:"breaks"`
	Window     int     `json:"window"`  // pieces, the special ones counted
	Overlap    int     `json:"overlap"` // pieces that a window shares with the next
	MaxPieces  int     `json:"max_pieces"`
	LinkWidth  int     `json:"link_width"`
	RoleWidth  int     `json:"role_width"`
}

// The schemes of taggings.
const (
	SchemePlain = "plain" // each unit has the label with the highest score
	SchemeBIOES = "BIOES" // the labels make spans
)

// Tagging gives each unit a label.
type Tagging struct {
	Name   string   `json:"name"`
	Scheme string   `json:"scheme"`
	Labels []string `json:"labels"`
}

// LinkHeader is a link from spans of one tagging to spans of another.
type LinkHeader struct {
	Name  string `json:"name"`
	From  string `json:"from"`
	To    string `json:"to"`
	Reach int    `json:"reach"` // the greatest distance in units
}

// RolesHeader is the labels of arcs from predicates to their arguments.
type RolesHeader struct {
	Labels []string `json:"labels"` // the first stands for no arc
	Reach  int      `json:"reach"`  // the greatest distance in units
}

// place is where a part of the file lies in its data.
type place struct {
	Offset int `json:"offset"`
	Bytes  int `json:"bytes"`
}

// tensor is an entry of the header.
type tensor struct {
	Name   string `json:"name"`
	Shape  []int  `json:"shape"`
	Type   string `json:"type"`
	Offset int    `json:"offset"`
	Scales int    `json:"scales"`
}

func parseHeader(raw []byte) (*Header, error) {
	var h Header
	if err := json.Unmarshal(raw, &h); err != nil {
		return nil, fmt.Errorf("%w: its header is no JSON of the right form: %w", ErrWeights, err)
	}
	if err := h.Architecture.check(); err != nil {
		return nil, err
	}
	return &h, h.checkLabels()
}

// check refuses sizes with which the network would not work, or would not fit into any memory.
func (a *Architecture) check() error {
	sizes := []struct {
		name          string
		value, lo, hi int
	}{
		{"vocabulary", a.Vocabulary, 4, 1 << 20},
		{"positions", a.Positions, 8, 1 << 14},
		{"hidden", a.Hidden, 1, 1 << 12},
		{"layers", a.Layers, 1, 64},
		{"heads", a.Heads, 1, a.Hidden},
		{"ffn", a.FFN, 1, 1 << 14},
		{"shapes", a.Shapes, shapeCount, 256},
		{"quotes", a.Quotes, quoteCount, 256},
		{"breaks", a.Breaks, breakCount, 256},
		{"window", a.Window, 8, a.Positions},
		{"overlap", a.Overlap, 0, a.room() / 2},
		{"max_pieces", a.MaxPieces, 1, min(64, max(1, a.room()/4))},
		{"link_width", a.LinkWidth, 1, 1 << 9},
		{"role_width", a.RoleWidth, 1, 1 << 9},
	}
	for _, s := range sizes {
		if s.value < s.lo || s.value > s.hi {
			return fmt.Errorf("%w: its header has %s %d, which should be from %d to %d", ErrWeights, s.name, s.value, s.lo, s.hi)
		}
	}
	if a.Hidden%a.Heads != 0 {
		return fmt.Errorf("%w: hidden %d cannot be shared out to %d heads", ErrWeights, a.Hidden, a.Heads)
	}
	if !(a.Eps >= minEps && a.Eps <= 1) {
		return fmt.Errorf("%w: its header has eps %g, which should be from %g to 1", ErrWeights, a.Eps, minEps)
	}
	return nil
}

// minEps is the least eps: below it, a vector without variance would not stay finite.
const minEps = 1e-20

// room is how many pieces of units a window has.
func (a *Architecture) room() int { return a.Window - 2 }

const (
	maxLabels = 1 << 10 // of all taggings together, and of roles
	maxReach  = 1 << 12
)

func (h *Header) checkLabels() error {
	if n := h.labels(); n == 0 || n > maxLabels || len(h.Roles.Labels) == 0 || len(h.Roles.Labels) > maxLabels {
		return fmt.Errorf("%w: it has %d labels of taggings and %d of roles; each should be from 1 to %d",
			ErrWeights, n, len(h.Roles.Labels), maxLabels)
	}
	for i, t := range h.Taggings {
		if err := t.check(); err != nil {
			return err
		}
		if h.tagging(t.Name) != i {
			return fmt.Errorf("%w: the tagging %q is there twice", ErrWeights, t.Name)
		}
	}
	return h.checkLinks()
}

func (h *Header) checkLinks() error {
	reaches := []int{h.Roles.Reach}
	for _, l := range h.Links {
		for _, end := range []string{l.From, l.To} {
			if i := h.tagging(end); i < 0 || h.Taggings[i].Scheme != SchemeBIOES {
				return fmt.Errorf("%w: the link %q is to join spans of %q, which has none", ErrWeights, l.Name, end)
			}
		}
		reaches = append(reaches, l.Reach)
	}
	for _, reach := range reaches {
		if reach < 1 || reach > maxReach {
			return fmt.Errorf("%w: a reach is %d, which should be from 1 to %d", ErrWeights, reach, maxReach)
		}
	}
	return nil
}

// labels is the number of labels of all taggings.
func (h *Header) labels() int {
	n := 0
	for _, t := range h.Taggings {
		n += len(t.Labels)
	}
	return n
}

// tagging finds a tagging by its name: its index, or -1.
func (h *Header) tagging(name string) int {
	return slices.IndexFunc(h.Taggings, func(t Tagging) bool { return t.Name == name })
}

func (t *Tagging) check() error {
	switch {
	case len(t.Labels) == 0:
		return fmt.Errorf("%w: the tagging %q has no labels", ErrWeights, t.Name)
	case t.Scheme == SchemePlain:
		return nil
	case t.Scheme != SchemeBIOES:
		return fmt.Errorf("%w: the tagging %q has the scheme %q, which should be %s or %s",
			ErrWeights, t.Name, t.Scheme, SchemePlain, SchemeBIOES)
	case !slices.Contains(t.Labels, "O"):
		return fmt.Errorf("%w: the tagging %q has no label O", ErrWeights, t.Name)
	}
	for _, label := range t.Labels {
		if part, _, _ := strings.Cut(label, "-"); len(part) != 1 || !strings.Contains("BIOES", part) {
			return fmt.Errorf("%w: the tagging %q has the label %q, which is not of the scheme %s", ErrWeights, t.Name, label, SchemeBIOES)
		}
	}
	return nil
}
