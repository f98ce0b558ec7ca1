package identity_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/fold"
	"github.com/newsgraph/newsgraph/loader/identity"
)

// drawBlocks draws keys with facts, in their blocks.
func drawBlocks(t *rapid.T, rules graph.Rules) map[string]*graph.Block {
	first := strings.Fields("George G. Jeb Sergey Sergei S. Ivan Ivana Ana Anna Li Na Bill William Willy")
	last := strings.Fields("Bush Busch Lavrov Lavroff Silva Li Na Putin")
	groups := []string{"IRA", "I R A", "Irish Republican Army", "Iranian Revolutionary Authority", "IRA Group", "Republican Army Irish", "AP", "Associated Press", "A P", "G7", "G 7", "The Ap Inc", "Association of Press"}
	draw := rapid.Custom(func(t *rapid.T) graph.Key {
		switch rapid.IntRange(0, 4).Draw(t, "kind") {
		case 0:
			return graph.MakeKey(graph.KindOrganization, fold.Name(rapid.SampledFrom(groups).Draw(t, "organization")))
		case 1:
			return graph.MakeKey(graph.KindPerson, fold.Name(rapid.SampledFrom(append([]string{"Jeb", "Ivana"}, last...)).Draw(t, "surname")))
		case 2:
			return graph.MakeKey(graph.KindPerson, fold.Name(rapid.SampledFrom(first).Draw(t, "first")+" "+rapid.SampledFrom([]string{"W.", "H. W.", "Walker"}).Draw(t, "middle")+" "+rapid.SampledFrom(last).Draw(t, "last")))
		}
		return graph.MakeKey(graph.KindPerson, fold.Name(rapid.SampledFrom(first).Draw(t, "first")+" "+rapid.SampledFrom(last).Draw(t, "last")))
	})
	keys := rapid.SliceOfNDistinct(draw, 2, 30, rapid.ID).Draw(t, "keys")
	slices.Sort(keys)
	blocks := map[string]*graph.Block{}
	for i, key := range keys {
		f := graph.Facts{Key: key, Articles: 1 << rapid.IntRange(0, 7).Draw(t, "articles")}
		for j := range rapid.IntRange(0, 3).Draw(t, "sightings") {
			f.Sightings = append(f.Sightings, graph.Sighting{
				Article: graph.ArticleID(fmt.Sprint(i, j)), Name: strings.ToUpper(key.Name()), Aliases: []string{key.Name(), "IRA"},
				With: []graph.Key{"PERSON:a", "PERSON:b", key}[:rapid.IntRange(0, 2).Draw(t, "with")],
			})
		}
		for _, name := range rules.Blocks(key) {
			if blocks[name] == nil {
				blocks[name] = &graph.Block{Name: name}
			}
			blocks[name].Keys = append(blocks[name].Keys, f)
		}
	}
	return blocks
}

func keysOf(b *graph.Block) (keys []graph.Key) {
	for _, f := range b.Keys {
		keys = append(keys, f.Key)
	}
	return keys
}

// partOf gives the part of a block with the keys, with the sightings that the rules want of it.
func partOf(rules graph.Rules, b *graph.Block, keys []graph.Key) *graph.Block {
	part := &graph.Block{Name: b.Name}
	for _, f := range b.Keys {
		if slices.Contains(keys, f.Key) {
			part.Keys = append(part.Keys, f)
		}
	}
	bare := &graph.Block{Name: b.Name, Keys: slices.Clone(part.Keys)}
	for i := range bare.Keys {
		bare.Keys[i].Sightings = nil
	}
	wanted := rules.Wanted(bare)
	for i := range part.Keys {
		if !slices.Contains(wanted, part.Keys[i].Key) {
			part.Keys[i].Sightings = nil
		}
	}
	return part
}

func byPair(a, b graph.Judgement) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) }

func inOrder(judged []graph.Judgement) []graph.Judgement {
	for i := range judged {
		judged[i].A, judged[i].B = min(judged[i].A, judged[i].B), max(judged[i].A, judged[i].B)
	}
	slices.SortFunc(judged, byPair)
	return judged
}

// TestParts judges blocks whole, and part by part: with the sightings of all keys, and with those that are wanted.
func TestParts(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rules := identity.Rules()
		pairs := map[string]string{}
		blocks := drawBlocks(t, rules)
		for _, name := range slices.Sorted(maps.Keys(blocks)) {
			b := blocks[name]
			parts := rules.Parts(b, keysOf(b))
			if len(parts) == 0 {
				continue
			}
			var byPart []graph.Judgement
			for _, keys := range parts {
				if !slices.IsSorted(keys) || len(keys) < 2 {
					t.Fatalf("%s: part %q", name, keys)
				}
				byPart = append(byPart, rules.Judge(partOf(rules, b, keys))...)
			}
			if diff := gocmp.Diff(inOrder(rules.Judge(b)), inOrder(byPart)); diff != "" {
				t.Fatalf("%s: judged part by part (-whole +parts):\n%s", name, diff)
			}
			for _, j := range byPart {
				if other := pairs[string(j.A+"|"+j.B)]; other != "" {
					t.Fatalf("%s and %s are judged in %s and in %s", j.A, j.B, other, name)
				}
				pairs[string(j.A+"|"+j.B)] = name
			}
		}
	})
}

// TestPartsOfSome asks for the parts that hold one key each.
func TestPartsOfSome(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		rules := identity.Rules()
		for _, b := range drawBlocks(t, rules) {
			all := rules.Parts(b, keysOf(b))
			for _, f := range b.Keys {
				want := slices.DeleteFunc(slices.Clone(all), func(part []graph.Key) bool { return !slices.Contains(part, f.Key) })
				if diff := gocmp.Diff(want, rules.Parts(b, []graph.Key{f.Key}), cmpopts.EquateEmpty()); diff != "" {
					t.Fatalf("%s: parts with %s (-want +got):\n%s", b.Name, f.Key, diff)
				}
			}
		}
	})
}
